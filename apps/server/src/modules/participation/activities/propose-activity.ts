import { activityProposed } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { sendMessage } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { activityFacts } from './activity-record.ts'
import { insertActivity, insertShifts, type Activity } from './activity.store.ts'
import { checkProposal, type Proposal } from './check-proposal.ts'
import type { Commands } from '../ground/commands.ts'
import { pseudonymsOf } from '../ground/pseudonyms.ts'

/**
 * Proposes an activity to the committee. A leader other than the initiator is told.
 * @throws Refusal see checkProposal
 */
export async function proposeActivity(
  { act, secrets, scoring }: Commands,
  actor: Actor,
  key: string,
  input: Proposal,
): Promise<{ activityId: string }> {
  return act({ name: 'propose-activity', actor, key, input }, async (tx) => {
    const activityId = tx.newId()
    const { content, shifts } = await checkProposal(tx, scoring, activityId, actor.personId, input)
    const activity: Activity = {
      activityId,
      ...content,
      initiatorId: actor.personId,
      state: 'proposed',
      proposedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      decisionWords: null,
      closedAt: null,
    }
    await insertActivity(tx.db, tx.villageId, activity)
    await insertShifts(tx.db, tx.villageId, shifts)
    await notifyNamedLeader(tx, activity)
    const names = await pseudonymsOf(tx, secrets)
    tx.append(activityProposed(activityFacts(activity, names, { shifts: shifts.length })))
    return { activityId }
  })
}

export async function notifyNamedLeader(tx: Tx, activity: Activity): Promise<void> {
  if (activity.leaderId === activity.initiatorId) return
  const { activityId, title } = activity
  await sendMessage(tx, activity.leaderId, 'activity.named_leader', { activityId, title })
}
