import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import { addCivilDays, civilDay, startOfCivilDay } from '../../../platform/calendar.ts'
import type { Db } from '../../../platform/database/database.ts'
import { firstRows } from '../../../platform/database/list-order.ts'
import { readMembersOf, readPeople } from '../../community/index.ts'
import { selectDisputables } from './disputed-award.store.ts'
import { overseers, whyNotAnswerable } from './objection-policy.ts'
import { objectionOrders, selectInState } from './objection.store.ts'

/** More open objections than an inbox can usefully tell apart. */
const MOST = 100

export interface DueObjection {
  readonly kind: 'objection_to_answer' | 'objection_overdue'
  readonly objectionId: string
  /** The end of the last day for the answer. */
  readonly dueAt: Date
}

/**
 * The open objections that wait for this person: to answer, for a member of the committee who may;
 * to press for an answer, for supervisors and the town's officer, once they are overdue.
 */
export async function listDueObjections(db: Db, actor: Actor, now: Date): Promise<DueObjection[]> {
  const { villageId } = actor
  if (!hasAnyRole(actor, ['committee', ...overseers])) return []
  const nearest = firstRows(objectionOrders, 'dueOn', MOST)
  const { rows: open } = await selectInState(db, villageId, 'open', nearest)
  const awards = await selectDisputables(
    db,
    villageId,
    open.map(({ awardId }) => awardId),
  )
  const objectorIds = [...new Set(open.map(({ objectorId }) => objectorId))]
  const people = await readPeople(db, villageId, objectorIds)
  const committee = await readMembersOf(db, villageId, 'committee')
  const due: DueObjection[] = []
  for (const objection of open) {
    const award = awards.get(objection.awardId)
    if (award === undefined) continue
    const { objectionId, dueOn, objectorId } = objection
    const dueAt = startOfCivilDay(addCivilDays(dueOn, 1))
    const householdId = people.get(objectorId)?.householdId ?? null
    if (whyNotAnswerable(actor, objection, householdId, award, committee) === null)
      due.push({ kind: 'objection_to_answer', objectionId, dueAt })
    else if (hasAnyRole(actor, overseers) && civilDay(now) > dueOn)
      due.push({ kind: 'objection_overdue', objectionId, dueAt })
  }
  return due
}
