import { signUpPromoted, signUpWithdrawn } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { sendMessage } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { shiftFacts } from '../activity-record.ts'
import { selectAttendances } from '../attendance/attendance.store.ts'
import type { Commands } from '../../ground/commands.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { refuse } from '../../ground/refusals.ts'
import { clockTime, signUpCloses } from './shift-times.ts'
import {
  lockShift,
  promoteFirstWaiting,
  saveSignUp,
  selectSignUp,
  type ShiftOfActivity,
  type SignUp,
} from './sign-up.store.ts'

/**
 * Gives a place back until sign-up closes; whoever has waited longest gets it and is told. Someone
 * who only waits may stop waiting at any time.
 * @throws Refusal 'unknown_shift', 'not_signed_up', 'activity_not_open', 'withdraw_closed',
 *   'already_checked_in'
 */
export async function withdrawFromShift(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: { readonly shiftId: string },
): Promise<Record<string, never>> {
  return act({ name: 'withdraw-from-shift', actor, key, input }, async (tx) => {
    const held = await lockShift(tx.db, tx.villageId, input.shiftId, 'places')
    if (held === null) throw refuse('unknown_shift')
    const signUp = await selectSignUp(tx.db, tx.villageId, input.shiftId, actor.personId)
    if (signUp === null || signUp.state === 'withdrawn') throw refuse('not_signed_up')
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    await requireStillFree(tx, held, signUp)
    await giveUpPlace(tx, secrets, held, signUp)
    return {}
  })
}

async function requireStillFree(tx: Tx, held: ShiftOfActivity, signUp: SignUp): Promise<void> {
  const closedAt = signUpCloses(held.activity, held.shift)
  if (signUp.state === 'confirmed' && tx.now >= closedAt)
    throw refuse('withdraw_closed', { closedAt: clockTime(closedAt) })
  const [attendance] = await selectAttendances(
    tx.db,
    tx.villageId,
    [signUp.shiftId],
    signUp.personId,
  )
  if (attendance) throw refuse('already_checked_in', { at: clockTime(attendance.checkedInAt) })
}

/** Frees the place of a sign-up in a shift that is held, and lets the first who waits have it. */
export async function giveUpPlace(
  tx: Tx,
  secrets: VillageSecrets,
  { activity, shift }: ShiftOfActivity,
  signUp: SignUp,
): Promise<void> {
  await saveSignUp(tx.db, tx.villageId, { ...signUp, state: 'withdrawn', changedAt: tx.now })
  const names = await pseudonymsOf(tx, secrets)
  tx.append(signUpWithdrawn(shiftFacts(shift, signUp.personId, names, {})))
  if (signUp.state !== 'confirmed' || tx.now >= shift.endsAt) return
  const promoted = await promoteFirstWaiting(tx.db, tx.villageId, shift.shiftId, tx.now)
  if (promoted === null) return
  tx.append(signUpPromoted(shiftFacts(shift, promoted, names, {})))
  await sendMessage(tx, promoted, 'sign_up.promoted', {
    activityId: activity.activityId,
    shiftId: shift.shiftId,
    title: activity.title,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
  })
}
