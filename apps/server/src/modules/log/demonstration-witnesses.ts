import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { formatVerifierKey, parseVerifierKey, type PolicyWitness } from '@azalea/tlog'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { nodeSuite } from '../../platform/ed25519.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { selectVillageIds } from '../community/index.ts'
import { openLog } from './log-signer.ts'
import { logKeyOf, type WitnessPolicy } from './policy.ts'

/** The two bodies that watch the demonstration: the village's own, and one outside of it. */
const NAMES = ['village-committee', 'agriculture-office']

export interface DemonstrationWitnesses {
  readonly policy: WitnessPolicy
  stop(): Promise<void>
}

export interface DemonstrationWitnessParts {
  readonly database: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly publicUrl: string
  /** The built daemon of apps/witness. */
  readonly program: string
  /** Where each keeps its key and what it has seen; a folder each. */
  readonly folder: string
  readonly onProblem: (problem: string) => void
}

/**
 * Starts two witnesses as processes of their own, on free ports of this machine. One of them is
 * enough to publish: stopping one is seen on the page, stopping both stops the publishing. In
 * earnest they run with bodies that the operator does not control (AZALEA_WITNESSES).
 */
export async function startDemonstrationWitnesses(
  parts: DemonstrationWitnessParts,
): Promise<DemonstrationWitnesses> {
  const logs = await logsOf(parts)
  const started = await Promise.all(NAMES.map((name) => startWitness(parts, name, logs)))
  return {
    policy: {
      witnesses: started.map(({ witness }) => witness),
      groups: [{ name: 'either', threshold: 1, members: NAMES }],
      quorum: 'either',
    },
    stop: async () => {
      await Promise.all(started.map(({ stop }) => stop()))
    },
  }
}

async function logsOf({ database, clock, keyring, publicUrl }: DemonstrationWitnessParts) {
  const logs: { origin: string; vkeys: string[] }[] = []
  for (const villageId of await database.outsideVillages(selectVillageIds)) {
    const village = { villageId, publicUrl }
    const log = await database.inVillage(villageId, (db) =>
      openLog(db, keyring, village, clock.now()),
    )
    logs.push({ origin: log.origin, vkeys: [formatVerifierKey(logKeyOf(log))] })
  }
  return logs
}

async function startWitness(
  { program, folder, onProblem }: DemonstrationWitnessParts,
  name: string,
  logs: readonly { origin: string; vkeys: string[] }[],
): Promise<{ witness: PolicyWitness; stop: () => Promise<void> }> {
  const own = join(folder, name)
  await mkdir(own, { recursive: true, mode: 0o700 })
  const config = join(own, 'witness.json')
  const listen = { host: '127.0.0.1', port: 0 }
  const settings = { name: `azalea-demonstration/${name}`, listen, stateDir: 'state', logs }
  await writeFile(config, JSON.stringify(settings, null, 2))
  const child = spawn(process.execPath, [program, '--config', config, '--with-parent'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let isStopping = false
  child.once('exit', () => {
    if (!isStopping) onProblem(`The demonstration's witness ${name} has ended; the page says so.`)
  })
  const stop = async () => {
    isStopping = true
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { witness: { name, ...(await firstWords(child, name)) }, stop }
}

/** What the daemon says once it listens: its address and its key. */
async function firstWords(
  { stdout }: Pick<ChildProcess, 'stdout'>,
  name: string,
): Promise<Omit<PolicyWitness, 'name'>> {
  let url = ''
  if (stdout !== null)
    for await (const line of createInterface({ input: stdout })) {
      url = / at (http:\S+)$/.exec(line)?.[1] ?? url
      const vkey = /^vkey (\S+)$/.exec(line)?.[1]
      if (vkey !== undefined) return { url, key: parseVerifierKey(nodeSuite.sha256, vkey) }
    }
  throw new Error(`the demonstration's witness ${name} did not start`)
}
