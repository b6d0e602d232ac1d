import { activityResubmitted } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { activityFacts } from './activity-record.ts'
import {
  deleteShifts,
  insertShifts,
  lockActivity,
  updateActivity,
  type Activity,
} from './activity.store.ts'
import { checkProposal, type Proposal } from './check-proposal.ts'
import type { Commands } from '../ground/commands.ts'
import { notifyNamedLeader } from './propose-activity.ts'
import { pseudonymsOf } from '../ground/pseudonyms.ts'
import { refuse } from '../ground/refusals.ts'

/**
 * Proposes an activity again after it was sent back; its content and shifts are replaced.
 * @throws Refusal 'unknown_activity', 'not_initiator', 'activity_not_sent_back'; see checkProposal
 */
export async function resubmitActivity(
  { act, secrets, scoring }: Commands,
  actor: Actor,
  key: string,
  input: { readonly activityId: string; readonly proposal: Proposal },
): Promise<{ activityId: string }> {
  return act({ name: 'resubmit-activity', actor, key, input }, async (tx) => {
    const { activityId } = input
    const before = await lockActivity(tx.db, tx.villageId, activityId)
    if (before === null) throw refuse('unknown_activity')
    if (before.initiatorId !== actor.personId) throw refuse('not_initiator')
    if (before.state !== 'sent_back') throw refuse('activity_not_sent_back')
    const { content, shifts } = await checkProposal(
      tx,
      scoring,
      activityId,
      actor.personId,
      input.proposal,
    )
    const activity: Activity = { ...before, ...content, state: 'proposed', proposedAt: tx.now }
    await updateActivity(tx.db, tx.villageId, activity)
    await deleteShifts(tx.db, tx.villageId, activityId)
    await insertShifts(tx.db, tx.villageId, shifts)
    if (activity.leaderId !== before.leaderId) await notifyNamedLeader(tx, activity)
    const names = await pseudonymsOf(tx, secrets)
    tx.append(activityResubmitted(activityFacts(activity, names, { shifts: shifts.length })))
    return { activityId }
  })
}
