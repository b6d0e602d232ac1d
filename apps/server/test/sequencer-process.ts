// A process with nothing but sequencers, to be paused and killed. Its argument is a JSON of `Orders`;
// it appends what it signs to a file before it signs, and tells each tick that is not like the last.
import { appendFileSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseVerifierKey } from '@azalea/tlog'
import { Sequencer } from '../src/modules/log/sequencer.ts'
import type { Step } from '../src/modules/log/steps.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase, type DatabaseConnection } from '../src/platform/database/database.ts'
import { nodeSuite } from '../src/platform/ed25519.ts'
import { systemRandomness } from '../src/platform/identity.ts'
import { Keyring } from '../src/platform/keyring.ts'

export interface VillageOrders {
  readonly villageId: string
  /** What a policy says of one witness. */
  readonly witness: { readonly name: string; readonly vkey: string; readonly url: string }
  readonly signedFile: string
}

export interface Orders {
  readonly connection: DatabaseConnection
  readonly publicUrl: string
  readonly villages: readonly VillageOrders[]
  readonly batchSize: number
  readonly leaseMilliseconds: number
  /** The signal it sends itself when it first comes to this step. */
  readonly at?: { readonly step: Step; readonly signal: 'SIGKILL' | 'SIGSTOP' }
}

const orders = JSON.parse(process.argv[2] ?? '') as Orders
const database = openDatabase(orders.connection, { maxConnections: 2 * orders.villages.length })
const keyring = new Keyring(Buffer.alloc(32, 7), systemRandomness)
const tell = (line: string) => void writeSync(1, `${line}\n`)
let isArmed = orders.at !== undefined

async function run({ villageId, witness, signedFile }: VillageOrders): Promise<never> {
  const { name, vkey, url } = witness
  const key = parseVerifierKey(nodeSuite.sha256, vkey)
  const sequencer = new Sequencer(
    {
      ...orders,
      database,
      clock: systemClock,
      keyring,
      witnesses: () => ({ witnesses: [{ name, key, url }], groups: [], quorum: name }),
      onFault: (error) => tell(`fault ${String(error)}`),
      atStep: (step, text) => {
        if (text !== undefined) appendFileSync(signedFile, `${text}\n`)
        if (!isArmed || step !== orders.at?.step) return
        isArmed = false
        tell(`at ${step}`)
        process.kill(process.pid, orders.at.signal)
      },
    },
    villageId,
  )
  let last = ''
  for (;;) {
    const tick = await sequencer.tick().catch((error: unknown) => `failed ${String(error)}`)
    if (tick !== last) tell(`${tick} ${villageId}`)
    last = tick
    if (tick !== 'full') await sleep(5)
  }
}

await Promise.all(orders.villages.map(run))
