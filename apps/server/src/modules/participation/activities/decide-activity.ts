import { activityDecided } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { sendMessages } from '../../community/index.ts'
import { activityFacts } from './activity-record.ts'
import { lockActivity, updateActivity, type Activity } from './activity.store.ts'
import type { Commands } from '../ground/commands.ts'
import { requireStranger } from './policy.ts'
import { pseudonymsOf } from '../ground/pseudonyms.ts'
import { refuse } from '../ground/refusals.ts'

export type Decision = 'approve' | 'send_back' | 'refuse'

const stateAfter = { approve: 'approved', send_back: 'sent_back', refuse: 'refused' } as const

/**
 * The committee approves an activity, sends it back with words, or refuses it with a reason.
 * @throws Refusal 'unknown_activity', 'own_activity', 'activity_of_entered',
 *   'activity_already_decided', 'decision_words_missing', 'activity_already_started'
 */
export async function decideActivity(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: {
    readonly activityId: string
    readonly decision: Decision
    readonly words: string | null
  },
): Promise<{ state: Activity['state'] }> {
  return act({ name: 'decide-activity', actor, key, input }, async (tx) => {
    const { activityId, decision, words } = input
    const before = await lockActivity(tx.db, tx.villageId, activityId)
    if (before === null) throw refuse('unknown_activity')
    await requireStranger(tx.db, actor, before)
    if (before.state !== 'proposed') throw refuse('activity_already_decided')
    if (decision !== 'approve' && !words) throw refuse('decision_words_missing')
    if (decision === 'approve' && before.startsAt <= tx.now)
      throw refuse('activity_already_started')
    const activity: Activity = {
      ...before,
      state: stateAfter[decision],
      decidedBy: actor.personId,
      decidedAt: tx.now,
      decisionWords: words,
    }
    await updateActivity(tx.db, tx.villageId, activity)
    await sendMessages(
      tx,
      [...new Set([activity.initiatorId, activity.leaderId])].map((personId) => ({
        personId,
        kind: `activity.${activity.state}`,
        params: { activityId, title: activity.title, words },
      })),
    )
    const names = await pseudonymsOf(tx, secrets)
    const detail = { words, decidedBy: actor.personId }
    tx.append(activityDecided(activityFacts(activity, names, detail)))
    return { state: activity.state }
  })
}
