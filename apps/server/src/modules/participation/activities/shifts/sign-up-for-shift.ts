import { signUpMade } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { requireJoinedMember } from '../../../community/index.ts'
import { shiftFacts } from '../activity-record.ts'
import type { Commands } from '../../ground/commands.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { refuse } from '../../ground/refusals.ts'
import { isFull, whyNoSignUp } from './sign-up-rules.ts'
import {
  countPlaces,
  lockShift,
  lockSignUpsOf,
  saveSignUp,
  selectSignedUpShifts,
} from './sign-up.store.ts'

export type SignUpAnswer = {
  readonly state: 'confirmed' | 'waiting'
  /** The place in the waiting list, from 1; null with a place in the shift. */
  readonly place: number | null
}

/**
 * Takes a place in a shift, or one in its waiting list when it is full.
 * @throws Refusal 'unknown_shift', 'activity_not_open', 'already_signed_up', 'sign_up_closed',
 *   'shift_overlaps', 'shift_full'; community's 'household_not_joined'
 */
export async function signUpForShift(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: { readonly shiftId: string },
): Promise<SignUpAnswer> {
  return act(
    { name: 'sign-up-for-shift', actor, key, input },
    async (tx): Promise<SignUpAnswer> => {
      const { personId } = actor
      const { shiftId } = input
      const [, [held, [, counted, signedUp]]] = await tx.underLock(
        (lock) => lockSignUpsOf(lock, tx.villageId, personId),
        () =>
          tx.underLock(
            (lock) => lockShift(lock, tx.villageId, shiftId, 'places'),
            () =>
              Promise.all([
                requireJoinedMember(tx, personId, actor),
                countPlaces(tx.db, tx.villageId, [shiftId]),
                selectSignedUpShifts(tx.db, tx.villageId, personId, tx.now),
              ]),
          ),
      )
      if (held === null) throw refuse('unknown_shift')
      const { activity, shift } = held
      const places = counted.get(shiftId) ?? { confirmed: 0, waiting: 0 }
      const refusal = whyNoSignUp({ activity, shift, places, signedUp, now: tx.now })
      if (refusal) throw refusal
      const state = isFull({ shift, places }) ? 'waiting' : 'confirmed'
      const row = { shiftId, personId, state, signedUpAt: tx.now } as const
      tx.write(saveSignUp(tx.db, tx.villageId, { ...row, changedAt: tx.now }))
      const names = await pseudonymsOf(tx, secrets)
      tx.append(signUpMade(shiftFacts(shift, personId, names, { state })))
      return { state, place: state === 'waiting' ? places.waiting + 1 : null }
    },
  )
}
