import { signUpMade } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import {
  communityRefusals,
  findPeopleNamed,
  areKin,
  readPeople,
  requireJoinedMember,
} from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import { shiftFacts } from '../activity-record.ts'
import type { Commands } from '../../ground/commands.ts'
import { requireLeader } from '../policy.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { refuse } from '../../ground/refusals.ts'
import { whyOverlapping } from '../shifts/sign-up-rules.ts'
import {
  countPlaces,
  lockShift,
  lockSignUpsOf,
  saveSignUp,
  selectSignedUpShifts,
  selectSignUp,
  type ShiftOfActivity,
} from '../shifts/sign-up.store.ts'
import { selectAttendances } from './attendance.store.ts'
import {
  enterCheckIn,
  requireCheckInOpen,
  requireNotIn,
  type CheckInAnswer,
} from './enter-presence.ts'

/** Somebody who came: from a list of the roster, or by name and group for who may not see one. */
export type WalkIn =
  | { readonly personId: string }
  | { readonly name: string; readonly groupNo: number }

/**
 * Enters somebody who came without a sign-up, or from the waiting list: takes a free place for them
 * and checks them in. Once the shift has begun, the places of those who are not there are free.
 * @throws Refusal 'unknown_shift', 'activity_not_open', 'not_activity_leader', 'walk_in_unknown',
 *   'walk_in_ambiguous', 'on_behalf_of_oneself', 'on_behalf_of_household', 'already_checked_in',
 *   'shift_overlaps', 'walk_in_full'; see requireCheckInOpen; community's 'unknown_person', 'household_not_joined'
 */
export async function enterWalkIn(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: { readonly shiftId: string; readonly who: WalkIn },
): Promise<CheckInAnswer> {
  const { shiftId, who } = input
  const given = { shiftId, who: { ...who } }
  return act({ name: 'enter-walk-in', actor, key, input: given }, async (tx) => {
    const personId = await findWalkIn(tx, actor, shiftId, who)
    await lockSignUpsOf(tx.db, tx.villageId, personId)
    const held = await lockShift(tx.db, tx.villageId, shiftId, 'places')
    if (held === null) throw refuse('unknown_shift')
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    tx.willSealFor(personId)
    await requireJoinedMember(tx, personId, actor)
    requireCheckInOpen(held, tx.now)
    const present = await selectAttendances(tx.db, tx.villageId, [shiftId])
    requireNotIn(present.find((one) => one.personId === personId))
    const signedUp = await selectSignedUpShifts(tx.db, tx.villageId, personId, tx.now)
    const overlapping = whyOverlapping(held.shift, signedUp)
    if (overlapping) throw overlapping
    const signUp = await selectSignUp(tx.db, tx.villageId, shiftId, personId)
    if (signUp?.state !== 'confirmed') await takePlace(tx, secrets, held, personId, present.length)
    const presence = { personId, actorId: actor.personId, at: tx.now, by: 'leader' as const }
    return enterCheckIn(tx, secrets, held, presence)
  })
}

/** Only the leader asks who somebody is; so a stranger learns nothing from the answer. */
async function findWalkIn(tx: Tx, actor: Actor, shiftId: string, who: WalkIn): Promise<string> {
  const held = await lockShift(tx.db, tx.villageId, shiftId, 'nothing')
  if (held === null) throw refuse('unknown_shift')
  requireLeader(actor, held.activity)
  const personId = 'personId' in who ? who.personId : await findNamed(tx, who)
  const person = (await readPeople(tx.db, tx.villageId, [personId])).get(personId)
  if (person === undefined || person.name === null) throw communityRefusals('unknown_person')
  if (personId === actor.personId) throw refuse('on_behalf_of_oneself')
  if (await areKin(tx.db, tx.villageId, actor.personId, [personId]))
    throw refuse('on_behalf_of_household')
  return personId
}

async function findNamed(
  tx: Tx,
  who: { readonly name: string; readonly groupNo: number },
): Promise<string> {
  const [person, other] = await findPeopleNamed(tx.db, tx.villageId, who)
  if (person === undefined) throw refuse('walk_in_unknown')
  if (other !== undefined) throw refuse('walk_in_ambiguous')
  return person.personId
}

async function takePlace(
  tx: Tx,
  secrets: Commands['secrets'],
  { shift }: ShiftOfActivity,
  personId: string,
  present: number,
): Promise<void> {
  const { shiftId, quota } = shift
  const places = await countPlaces(tx.db, tx.villageId, [shiftId])
  const taken = tx.now < shift.startsAt ? (places.get(shiftId)?.confirmed ?? 0) : present
  if (taken >= quota) throw refuse('walk_in_full', { quota })
  const row = { shiftId, personId, state: 'confirmed', signedUpAt: tx.now } as const
  tx.write(saveSignUp(tx.db, tx.villageId, { ...row, changedAt: tx.now }))
  const names = await pseudonymsOf(tx, secrets)
  const detail = { state: 'confirmed', by: 'leader' } as const
  tx.append(signUpMade(shiftFacts(shift, personId, names, detail)))
}
