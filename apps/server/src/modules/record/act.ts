import type { NewRecord } from '@azalea/records'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { underLock } from '../../platform/database/under-lock.ts'
import type { EventBus } from '../../platform/events.ts'
import type { NewId } from '../../platform/identity.ts'
import { sealRecords, type RecordKeys } from './seal-records.ts'
import type { Command } from './command.ts'
import { claimKey, outcomeStatement, type CommandRow } from './command.store.ts'
import { requireOwnMoment } from './own-moment.ts'
import { answerAgain, commandRow, type FirstAnswer } from './replay.ts'
import { readPersonKeys, type WrappedKeys } from './record.store.ts'
import type { Tx } from './transaction.ts'

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
        append: (record) => {
          requireOwnMoment(record, { from: now, until: clock.now() })
          records.push(record)
        },
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
    if (answer instanceof Replay) return answerAgain<Answer>(answer.first, answer.row)
    // The facts are durable now; a crash here loses only these follow-ups, which jobs repeat.
    for (const task of afterCommit) task()
    return answer
  }
}

/** Ends the transaction of a command whose key was accepted before. */
class Replay extends Error {
  override readonly name = 'Replay'
  constructor(
    readonly first: FirstAnswer,
    readonly row: CommandRow,
  ) {
    super('accepted before')
  }
}
