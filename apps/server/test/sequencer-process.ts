// A process with nothing but a sequencer, to be paused and killed. Its argument is a JSON of `Orders`;
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

export interface Orders {
  readonly connection: DatabaseConnection
  readonly villageId: string
  readonly publicUrl: string
  /** What a policy says of one witness. */
  readonly witness: { readonly name: string; readonly vkey: string; readonly url: string }
  readonly signedFile: string
  readonly batchSize: number
  readonly leaseMilliseconds: number
  /** The signal it sends itself when it first comes to this step. */
  readonly at?: { readonly step: Step; readonly signal: 'SIGKILL' | 'SIGSTOP' }
}

const orders = JSON.parse(process.argv[2] ?? '') as Orders
const { name, vkey, url } = orders.witness
const witness = { name, key: parseVerifierKey(nodeSuite.sha256, vkey), url }
let isArmed = orders.at !== undefined
const tell = (line: string) => void writeSync(1, `${line}\n`)

const sequencer = new Sequencer(
  {
    database: openDatabase(orders.connection, { maxConnections: 2 }),
    clock: systemClock,
    keyring: new Keyring(Buffer.alloc(32, 7), systemRandomness),
    publicUrl: orders.publicUrl,
    witnesses: () => ({ witnesses: [witness], groups: [], quorum: name }),
    onFault: (error) => tell(`fault ${String(error)}`),
    batchSize: orders.batchSize,
    leaseMilliseconds: orders.leaseMilliseconds,
    atStep: (step, text) => {
      if (text !== undefined) appendFileSync(orders.signedFile, `${text}\n`)
      if (!isArmed || step !== orders.at?.step) return
      isArmed = false
      tell(`at ${step}`)
      process.kill(process.pid, orders.at.signal)
    },
  },
  orders.villageId,
)
let last = ''
for (;;) {
  const tick = await sequencer.tick().catch((error: unknown) => `failed ${String(error)}`)
  if (tick !== last) tell(tick)
  last = tick
  if (tick !== 'full') await sleep(5)
}
