import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import type { Db } from '../../../platform/database/database.ts'
import { firstRows } from '../../../platform/database/list-order.ts'
import { caseReaders, dueOf, MOST_DUE_CASES, readJudges, type DueCase } from '../../cases/index.ts'
import { selectDisputables } from '../awards/index.ts'
import { whyNotAnswerable } from './objection-policy.ts'
import { objectionOrders, selectInState } from './objection.store.ts'

export interface DueObjection extends DueCase<'objection_to_answer' | 'objection_overdue'> {
  readonly objectionId: string
}

/**
 * The open objections that wait for this person: to answer, for a member of the committee who may;
 * to press for an answer, for supervisors and the town's officer, once they are overdue.
 */
export async function listDueObjections(db: Db, actor: Actor, now: Date): Promise<DueObjection[]> {
  const { villageId } = actor
  if (!hasAnyRole(actor, caseReaders)) return []
  const nearest = firstRows(objectionOrders, 'dueOn', MOST_DUE_CASES)
  const { rows: open } = await selectInState(db, villageId, 'open', nearest)
  if (open.length === 0) return []
  const awardIds = open.map(({ awardId }) => awardId)
  const awards = await selectDisputables(db, villageId, awardIds)
  const judges = await readJudges(db, villageId, [
    actor.personId,
    ...open.map(({ objectorId }) => objectorId),
    ...[...awards.values()].map(({ personId }) => personId),
  ])
  return open.flatMap((objection) => {
    const award = awards.get(objection.awardId)
    if (award === undefined) return []
    const { objectionId, dueOn: lastDay } = objection
    const mayAnswer = whyNotAnswerable(actor, objection, award, judges) === null
    const mayNow = mayAnswer ? 'objection_to_answer' : null
    const due = dueOf(actor, now, { mayNow, overdue: 'objection_overdue', lastDay })
    return due === null ? [] : [{ ...due, objectionId }]
  })
}

export const objectionsInbox: InboxPart<unknown> = {
  kinds: ['objection_to_answer', 'objection_overdue'],
  list: async (_, { db, actor, now }) =>
    (await listDueObjections(db, actor, now)).map(({ kind, objectionId, dueAt }) => ({
      kind,
      id: objectionId,
      title: null,
      dueAt: dueAt.toISOString(),
      count: 1,
    })),
}
