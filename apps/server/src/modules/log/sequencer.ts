import { TlogError, type Policy, type Signer, type TreeHead } from '@azalea/tlog'
import { isOver, type Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { replaceAbsences } from './absence.store.ts'
import { checkLog } from './check-log.ts'
import { noTrace, type CheckpointTrace } from './checkpoint-trace.ts'
import { hasPending } from './entry.store.ts'
import { LogFault } from './faults.ts'
import {
  makeTransactionSafe,
  raiseAlarm,
  releaseLease,
  renewLease,
  selectHead,
  takeLease,
  type HeadRow,
  type Lease,
} from './head.store.ts'
import { openLog, signerOf } from './log-signer.ts'
import type { LogRow } from './log.store.ts'
import { policyOf, type WitnessPolicy } from './policy.ts'
import { publishHead } from './publish-head.ts'
import { sequenceBatch, type LogTip } from './sequence-batch.ts'
import type { AtStep } from './steps.ts'
import { cosignaturesOn } from './cosignatures-on.ts'
import { silentWitnesses } from './witness-client.ts'

export interface SequencerParts {
  readonly database: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly publicUrl: string
  /** Asked anew for each holding, since demonstration witnesses start after the server. */
  readonly witnesses: () => WitnessPolicy
  /** Keeps what is published apart from the database. */
  readonly trace?: CheckpointTrace
  /** Told what keeps the log from going on; the server goes on without it. */
  readonly onFault: (error: unknown) => void
  /** Entries a batch. */
  readonly batchSize?: number
  readonly leaseMilliseconds?: number
  readonly atStep?: AtStep
}

/**
 * - `full`: it took a whole batch, and more may be queued
 * - `worked`: it took what was queued
 * - `idle`: nothing was queued
 * - `waiting`: another process holds the log
 * - `stopped`: an alarm is raised and nothing is signed
 */
export type Tick = 'full' | 'worked' | 'idle' | 'waiting' | 'stopped'

const BATCH_SIZE = 32 * 256
const LEASE_MILLISECONDS = 20_000
/** A checkpoint is made anew at least every ten minutes, so that its age tells that the log lives. */
const REPUBLISH_MILLISECONDS = 9 * 60_000
/** How soon absent witnesses are asked again when nothing new has come in. */
const ASK_AGAIN_MILLISECONDS = 5_000
/** How often witnesses are looked after when nothing is published: the page tells who is gone. */
const LOOK_AFTER_MILLISECONDS = 20_000
/** How soon a log that was refused is checked again: somebody may have recovered it. */
const CHECK_AGAIN_MILLISECONDS = 60_000

/** What a process has while it holds a log that it has checked. */
interface LeasedLog {
  readonly log: LogRow
  readonly signer: Signer
  readonly policy: Policy
  readonly lease: Lease
  readonly lastSizes: Map<string, number>
  until: Date
  tip: LogTip | null
  askAgainAt: Date
  lookAfterAt: Date
  /** Witnesses that did not answer when last asked, as it is stored; null before the first time. */
  absent: readonly string[] | null
}

/** Takes one village's records into its log. One process at a time does; the others wait. */
export class Sequencer {
  readonly #parts: SequencerParts
  readonly #villageId: string
  readonly #atStep: AtStep
  #holding: LeasedLog | null = null
  #stoppedUntil = new Date(0)

  constructor(parts: SequencerParts, villageId: string) {
    this.#parts = parts
    this.#villageId = villageId
    this.#atStep = parts.atStep ?? (() => {})
  }

  /**
   * Goes one batch further and publishes what is due; to be called again when it has returned.
   * @throws what the database throws; the next tick begins again from what is stored
   */
  async tick(): Promise<Tick> {
    const now = this.#parts.clock.now()
    if (!isOver(this.#stoppedUntil, now, CHECK_AGAIN_MILLISECONDS)) return 'stopped'
    try {
      const holding = await this.#hold(now)
      return holding === null ? 'waiting' : await this.#advance(holding, now)
    } catch (error) {
      return this.#afterFault(error, now)
    }
  }

  /** Lets another process have the log at once. */
  async release(): Promise<void> {
    const holding = this.#holding
    this.#holding = null
    if (holding === null) return
    await this.#transaction((db) => releaseLease(db, holding.lease))
  }

  #transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#parts.database.inVillage(this.#villageId, work)
  }

  get #trace(): CheckpointTrace {
    return this.#parts.trace ?? noTrace
  }

  get #leaseMilliseconds(): number {
    return this.#parts.leaseMilliseconds ?? LEASE_MILLISECONDS
  }

  /** The log with a lease that lasts, checked since the lease was taken; null when another has it. */
  async #hold(now: Date): Promise<LeasedLog | null> {
    const time = { now, milliseconds: this.#leaseMilliseconds }
    const until = new Date(now.getTime() + this.#leaseMilliseconds)
    const known = this.#holding
    if (known !== null) {
      const isFresh = known.until.getTime() - now.getTime() > this.#leaseMilliseconds / 2
      if (isFresh && !isOver(known.until, now, this.#leaseMilliseconds)) return known
      if (!(await this.#transaction((db) => renewLease(db, known.lease, time))))
        throw new LogFault('fenced', 'another process holds the log')
      known.until = until
      return known
    }
    const { keyring, publicUrl, witnesses } = this.#parts
    const village = { villageId: this.#villageId, publicUrl }
    const log = await this.#transaction((db) => openLog(db, keyring, village, now))
    const lease = await this.#transaction((db) => takeLease(db, log, time))
    if (lease === null) return null
    const policy = policyOf(log, witnesses(), publicUrl)
    const signer = signerOf(keyring, log)
    const state = { lastSizes: new Map(), until, tip: null, absent: null }
    const [askAgainAt, lookAfterAt] = [new Date(0), new Date(0)]
    this.#holding = { log, signer, policy, lease, ...state, askAgainAt, lookAfterAt }
    const places = { witnesses: policy.witnesses, trace: this.#trace }
    await checkLog(this.#parts.database, log, signer.key, places)
    return this.#holding
  }

  async #advance(holding: LeasedLog, now: Date): Promise<Tick> {
    const { log } = holding
    const limit = this.#parts.batchSize ?? BATCH_SIZE
    let row = await this.#transaction((db) => selectHead(db, log))
    if (row === null) throw new LogFault('behind', 'the head is missing')
    let count = 0
    if (await this.#transaction((db) => hasPending(db, log.villageId))) {
      const { tip } = holding
      holding.tip = null // what fails leaves it ahead of what is stored
      const batch = await this.#transaction(async (db) => {
        await makeTransactionSafe(db, this.#leaseMilliseconds)
        return sequenceBatch(db, log, holding.lease, { known: tip, limit, atStep: this.#atStep })
      })
      // Durable: the head, its tiles and the indices, or none of them.
      await this.#atStep('committed')
      holding.tip = batch.tip
      count = batch.count
      row = { ...row, head: batch.head }
    }
    if (count > 0 || isPublicationDue(holding, row, now))
      await this.#publish(holding, row.head, now)
    else if (isOver(holding.lookAfterAt, now, LOOK_AFTER_MILLISECONDS))
      await this.#lookAfter(holding, row.head, now)
    return count === limit ? 'full' : count > 0 ? 'worked' : 'idle'
  }

  async #publish(holding: LeasedLog, head: TreeHead, now: Date): Promise<void> {
    const parts = { ...this.#parts, ...holding, atStep: this.#atStep }
    const outcome = await publishHead(parts, holding.log, holding.lease, head)
    if (outcome.kind === 'fenced') throw new LogFault('fenced', 'another process holds the log')
    // The log goes on without it: a trace that is behind is as true.
    if (outcome.note !== null)
      await this.#trace.write(holding.log, outcome.note).catch(this.#parts.onFault)
    holding.askAgainAt = new Date(now.getTime() + ASK_AGAIN_MILLISECONDS)
    await this.#keepAbsent(holding, outcome.absent, now)
  }

  /** Asks the witnesses whether they are there; who is back is asked to cosign. */
  async #lookAfter(holding: LeasedLog, head: TreeHead, now: Date): Promise<void> {
    const { policy, signer } = holding
    const before = holding.absent ?? []
    const absent = await silentWitnesses(policy.witnesses, signer.key)
    if (before.some((name) => !absent.includes(name))) return this.#publish(holding, head, now)
    await this.#keepAbsent(holding, absent, now)
  }

  async #keepAbsent(holding: LeasedLog, absent: readonly string[], now: Date): Promise<void> {
    holding.lookAfterAt = new Date(now.getTime() + LOOK_AFTER_MILLISECONDS)
    if (holding.absent?.join(' ') === absent.join(' ')) return
    await this.#transaction((db) => replaceAbsences(db, holding.log, absent, now))
    holding.absent = absent
  }

  async #afterFault(error: unknown, now: Date): Promise<Tick> {
    const holding = this.#holding
    if (error instanceof LogFault && error.code === 'fenced') {
      this.#holding = null
      return 'waiting'
    }
    if (!(error instanceof LogFault || error instanceof TlogError)) throw error
    // Read-only from here, and loud: what is stored may not be what we signed.
    const kind = error.code === 'fork' ? 'fork' : 'refused'
    this.#holding = null
    this.#stoppedUntil = new Date(now.getTime() + CHECK_AGAIN_MILLISECONDS)
    this.#parts.onFault(error)
    if (holding !== null)
      await this.#transaction(async (db) => {
        await raiseAlarm(db, holding.lease, { kind, detail: error.message, since: now })
        await renewLease(db, holding.lease, { now, milliseconds: CHECK_AGAIN_MILLISECONDS })
      })
    return 'stopped'
  }
}

/** With nothing new: a head not published yet, one published too long ago, or one a witness missed. */
function isPublicationDue(
  { policy, askAgainAt }: LeasedLog,
  { head, published }: HeadRow,
  now: Date,
): boolean {
  if (published !== null && published.size === head.size) {
    const dueAgainAt = new Date(published.at.getTime() + REPUBLISH_MILLISECONDS)
    if (isOver(dueAgainAt, now, REPUBLISH_MILLISECONDS)) return true
    if (cosignaturesOn(policy.witnesses, published.note).size === policy.witnesses.length)
      return false
  }
  return isOver(askAgainAt, now, ASK_AGAIN_MILLISECONDS)
}
