import { civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { overseers } from '../../cases/index.ts'
import { readHoldersOf, selectVillageIds, sendMessages } from '../../community/index.ts'
import type { Act } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import { overdueRecord } from './objection-records.ts'
import { countOverdue, markEscalated } from './objection.store.ts'

export interface EscalateParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly scoring: Scoring
}

/** Tells of objections that nobody answered in time, in every village. */
export function escalateObjectionsJob(parts: EscalateParts): Job {
  return {
    name: 'escalate-objections',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => escalateObjections(parts, villageId))
    },
  }
}

/**
 * Records each objection whose last day is over without an answer, and tells the supervisors and
 * the town's officer, once. The committee still answers it.
 * @returns how many were found now
 */
export async function escalateObjections(
  { act, database, clock, newId, scoring }: EscalateParts,
  villageId: string,
): Promise<number> {
  const today = civilDay(clock.now())
  const waiting = await database.inVillage(villageId, (db) => countOverdue(db, villageId, today))
  if (waiting === 0) return 0
  const actor = systemActor(villageId)
  const command = { name: 'escalate-objections', actor, key: newId(), input: { today } }
  return act(command, async (tx) => {
    const overdue = await markEscalated(tx.db, villageId, tx.now, today)
    const told = await readHoldersOf(tx.db, villageId, overseers)
    for (const objection of overdue) tx.append(await overdueRecord(tx, scoring, objection))
    await sendMessages(
      tx,
      overdue.flatMap(({ objectionId, dueOn }) =>
        told.map((personId) => ({
          personId,
          kind: 'objection.overdue',
          params: { objectionId, dueOn },
        })),
      ),
    )
    return overdue.length
  })
}
