import { createHash } from 'node:crypto'
import type { Json, NewRecord } from '@azalea/records'
import type { Actor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { underLock } from '../../platform/database/under-lock.ts'
import type { EventBus } from '../../platform/events.ts'
import type { NewId } from '../../platform/identity.ts'
import { sealRecords, type RecordKeys } from './seal-records.ts'
import { claimKey, outcomeStatement, type CommandRow } from './command.store.ts'
import { readPersonKeys, type WrappedKeys } from './record.store.ts'
import { canonicalBytes } from './leaf.ts'
import { refuse } from './refusals.ts'
import type { Tx } from './transaction.ts'

export interface Command {
  /** What is asked, e.g. 'rate-subject'; with `input` it tells a replay from another request. */
  readonly name: string
  readonly actor: Actor
  /** Chosen by the sender: the same key never acts twice. */
  readonly key: string
  readonly input: Json
  /**
   * Runs before the key is claimed, on a replay too: a founding makes the village that its own key
   * and records will belong to. Must bear being repeated.
   */
  readonly prepare?: (db: Db, now: Date) => Promise<void>
}

/**
 * The one path of every change of state: begin → idempotency key → act → append records → commit.
 * Replaying a key gives the first answer and changes nothing. Answers must be plain JSON.
 * @throws Refusal 'idempotency_key_reused' when the key came with another request;
 *   whatever `action` throws, after undoing everything
 */
export type Act = <Answer>(command: Command, action: (tx: Tx) => Promise<Answer>) => Promise<Answer>

export interface ActParts {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly keys: RecordKeys
  readonly events: EventBus<Tx>
}

export function createAct({ database, clock, newId, keys, events }: ActParts): Act {
  return async <Answer>(command: Command, action: (tx: Tx) => Promise<Answer>) => {
    const { villageId } = command.actor
    const afterCommit: (() => void)[] = []
    const begun: Promise<unknown>[] = []
    const begin = (statement: Promise<unknown>) => {
      // It is told with the rest below.
      statement.catch(() => {})
      begun.push(statement)
    }
    const work = database.inVillage(villageId, async (db, last) => {
      const now = clock.now()
      await command.prepare?.(db, now)
      const row = commandRow(command, now)
      const claim = claimKey(db, row)
      const records: NewRecord[] = []
      const known: Promise<WrappedKeys>[] = []
      const tx: Tx = {
        db,
        villageId,
        now,
        newId,
        append: (record) => void records.push(record),
        write: begin,
        underLock: (lock, reads) => underLock(db, lock, reads),
        willSealFor: (personId) => {
          const key = readPersonKeys(db, villageId, [personId])
          begin(key)
          known.push(key)
        },
        publish: (event, payload) => events.publish(tx, event, payload),
        afterCommit: (task) => void afterCommit.push(task),
      }
      tx.willSealFor(row.actorId)
      // What it asks first travels with the claim; should it be a replay, all of it is undone.
      const acting = action(tx)
      acting.catch(() => {})
      const first = await claim
      if (first !== null) throw new Replay(first, row)
      const result = await acting
      const sealed = await sealRecords(tx, keys, records, await Promise.all(known))
      last(outcomeStatement(db, row, result, sealed))
      return result
    })
    const answer = await work.catch(async (error: unknown) => {
      if (error instanceof Replay) return error
      // What failed first says why.
      await Promise.all(begun)
      throw error
    })
    if (answer instanceof Replay) return answer.give<Answer>()
    // The facts are durable now; a crash here loses only these follow-ups, which jobs repeat.
    for (const task of afterCommit) task()
    return answer
  }
}

/** Ends the transaction of a command whose key was accepted before. */
class Replay extends Error {
  override readonly name = 'Replay'
  constructor(
    readonly first: { readonly requestHash: Buffer; readonly answer: unknown },
    readonly row: CommandRow,
  ) {
    super('accepted before')
  }

  /** @throws Refusal 'idempotency_key_reused' */
  give<Answer>(): Answer {
    if (!this.first.requestHash.equals(this.row.requestHash)) throw refuse('idempotency_key_reused')
    return this.first.answer as Answer
  }
}

function commandRow(command: Command, now: Date): CommandRow {
  const request = canonicalBytes({ name: command.name, input: command.input })
  return {
    villageId: command.actor.villageId,
    actorId: command.actor.personId,
    key: command.key,
    requestHash: createHash('sha256').update(request).digest(),
    acceptedAt: now,
  }
}
