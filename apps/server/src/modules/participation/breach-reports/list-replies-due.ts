import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { partyOf } from './breach-policy.ts'
import { selectReportsAbout } from './breach-report-list.store.ts'

const MOST = 50

export interface ReplyDue {
  readonly reportId: string
  /** The last civil day for the reply; one that comes later counts until the decision. */
  readonly dueOn: string
}

/** The reports of this person's household to which nobody of it has replied, the nearest deadline first. */
export async function listRepliesDue(db: Db, actor: Actor): Promise<ReplyDue[]> {
  const { villageId, personId, householdId } = actor
  const page = { before: null, limit: MOST }
  const about = await selectReportsAbout(db, villageId, householdId ?? personId, page)
  return about
    .flatMap((report) => {
      const { reportId, state, replyDueOn } = report
      if (state !== 'open' || replyDueOn === null || partyOf(report, actor)?.reply !== null)
        return []
      return [{ reportId, dueOn: replyDueOn }]
    })
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
}
