import { createHash } from 'node:crypto'
import type { Actor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import type { EventBus } from '../../platform/events.ts'
import type { NewId } from '../../platform/identity.ts'
import { sealRecords, type RecordKeys } from './seal-records.ts'
import { claimKey, outcomeStatement, type CommandRow } from './command.store.ts'
import { readPersonKeys } from './record.store.ts'
import { canonicalBytes } from './leaf.ts'
import { refuse } from './refusals.ts'
import type { Json, NewRecord, Tx } from './transaction.ts'

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
      const [first, actorKey] = await Promise.all([
        claimKey(db, row),
        readPersonKeys(db, villageId, [row.actorId]),
      ])
      if (first !== null) return replayed<Answer>(first, row)
      const records: NewRecord[] = []
      const known = [Promise.resolve(actorKey)]
      const tx: Tx = {
        db,
        villageId,
        now,
        newId,
        append: (record) => void records.push(record),
        write: begin,
        willSealFor: (personId) => {
          const key = readPersonKeys(db, villageId, [personId])
          begin(key)
          known.push(key)
        },
        publish: (event, payload) => events.publish(tx, event, payload),
        afterCommit: (task) => void afterCommit.push(task),
      }
      const result = await action(tx)
      const sealed = await sealRecords(tx, keys, records, await Promise.all(known))
      last(outcomeStatement(db, row, result, sealed))
      return result
    })
    const answer = await work.catch(async (error: unknown) => {
      // What failed first says why.
      await Promise.all(begun)
      throw error
    })
    // The facts are durable now; a crash here loses only these follow-ups, which jobs repeat.
    for (const task of afterCommit) task()
    return answer
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

function replayed<Answer>(
  first: { requestHash: Buffer; answer: unknown },
  row: CommandRow,
): Answer {
  if (!first.requestHash.equals(row.requestHash)) throw refuse('idempotency_key_reused')
  return first.answer as Answer
}
