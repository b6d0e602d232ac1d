import { activityCancelled } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { sendMessages } from '../../community/index.ts'
import { activityFacts } from './activity-record.ts'
import { lockActivity, selectShifts, updateActivity, type Activity } from './activity.store.ts'
import { selectAttendances } from './attendance/attendance.store.ts'
import type { Commands } from '../ground/commands.ts'
import { isCommittee } from './policy.ts'
import { pseudonymsOf } from '../ground/pseudonyms.ts'
import { refuse } from '../ground/refusals.ts'
import { selectSignUps } from './shifts/sign-up.store.ts'

/**
 * Cancels an activity before anyone has worked for it; everyone signed up or waiting is told why.
 * @throws Refusal 'unknown_activity', 'not_activity_leader', 'activity_over', 'activity_attended'
 */
export async function cancelActivity(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: { readonly activityId: string; readonly reason: string },
): Promise<Record<string, never>> {
  return act({ name: 'cancel-activity', actor, key, input }, async (tx) => {
    const { activityId, reason } = input
    const before = await lockActivity(tx.db, tx.villageId, activityId)
    if (before === null) throw refuse('unknown_activity')
    requireOwnerOrCommittee(actor, before)
    if (['closed', 'cancelled', 'refused'].includes(before.state)) throw refuse('activity_over')
    const shiftIds = (await selectShifts(tx.db, tx.villageId, activityId)).map((s) => s.shiftId)
    const attendances = await selectAttendances(tx.db, tx.villageId, shiftIds)
    if (attendances.length > 0) throw refuse('activity_attended')
    const activity: Activity = { ...before, state: 'cancelled', closedAt: tx.now }
    await updateActivity(tx.db, tx.villageId, activity)
    const signUps = await selectSignUps(tx.db, tx.villageId, shiftIds)
    const concerned = new Set([
      activity.initiatorId,
      activity.leaderId,
      ...signUps.map(({ personId }) => personId),
    ])
    concerned.delete(actor.personId)
    await sendMessages(
      tx,
      [...concerned].map((personId) => ({
        personId,
        kind: 'activity.cancelled',
        params: { activityId, title: activity.title, reason },
      })),
    )
    const names = await pseudonymsOf(tx, secrets)
    const detail = { reason, cancelledBy: actor.personId }
    tx.append(activityCancelled(activityFacts(activity, names, detail)))
    return {}
  })
}

/** Who called for it or leads it may call it off, and the committee. */
function requireOwnerOrCommittee(actor: Actor, activity: Activity): void {
  const own = [activity.initiatorId, activity.leaderId].includes(actor.personId)
  if (!own && !isCommittee(actor)) throw refuse('not_activity_leader')
}
