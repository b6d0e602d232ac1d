import type { AddressInfo } from 'node:net'
import { formatVerifierKey } from '@azalea/tlog'
import { CheckpointStore } from './checkpoint.store.ts'
import type { WitnessConfig } from './config.ts'
import { createWitnessServer } from './http-server.ts'
import { lockStateDir } from './state-lock.ts'
import { Turns } from './turns.ts'
import { openWitnessKey, readWitnessKey } from './witness-key.ts'

/** How long a slow client may keep a stopping witness. */
const STOP_PATIENCE_MS = 3000

/** A running witness. */
export interface Witness {
  /** Submission and monitoring prefix, without a final slash. */
  url: string
  vkey: string
  /** Answers what is under way, then lets go of port and directory. */
  stop: () => Promise<void>
}

export interface WitnessOptions {
  now?: () => Date
  /** Gets one line for each submission and each fault. */
  report?: (line: string) => void
}

/**
 * Starts a witness: lock, key, check of everything cosigned before, then listen.
 *
 * @throws WitnessError, and what the file system and the network throw
 */
export async function startWitness(
  config: WitnessConfig,
  { now = () => new Date(), report = () => undefined }: WitnessOptions = {},
): Promise<Witness> {
  const unlock = await lockStateDir(config.stateDir)
  try {
    const store = await CheckpointStore.open(config.stateDir)
    const signer = await openWitnessKey(config.stateDir, config.name, !(await store.isEmpty()))
    for (const { origin } of config.logs) await store.check(origin, signer.key)
    const parts = { logs: config.logs, signer, store, turns: new Turns(), now }
    const server = createWitnessServer(parts, report)
    const address = await new Promise<AddressInfo | string | null>((resolve, reject) => {
      server.once('error', reject)
      server.listen(config.port, config.host, () => resolve(server.address()))
    })
    const port = typeof address === 'object' && address !== null ? address.port : config.port
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    let stopped: Promise<void> | undefined
    const close = async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const patience = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS)
      await closed
      clearTimeout(patience)
      await unlock()
    }
    const stop = () => (stopped ??= close())
    return { url: `http://${host}:${port}`, vkey: formatVerifierKey(signer.key), stop }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** The vkey without serving; makes the key if there is none. @throws WitnessError */
export async function showVerifierKey(config: WitnessConfig): Promise<string> {
  const existing = await readWitnessKey(config.stateDir, config.name)
  if (existing !== undefined) return formatVerifierKey(existing.key)
  const unlock = await lockStateDir(config.stateDir)
  try {
    const store = await CheckpointStore.open(config.stateDir)
    const signer = await openWitnessKey(config.stateDir, config.name, !(await store.isEmpty()))
    return formatVerifierKey(signer.key)
  } finally {
    await unlock()
  }
}
