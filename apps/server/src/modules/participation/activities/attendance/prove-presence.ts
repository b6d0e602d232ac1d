import type { Actor } from '../../../../platform/actor.ts'
import { areKin } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { requireLeader } from '../policy.ts'
import { isPostCode } from './post-code.ts'
import { refuse } from '../../ground/refusals.ts'
import { minutesAfter } from '../shifts/shift-times.ts'
import type { ShiftOfActivity } from '../shifts/sign-up.store.ts'
import {
  countWrongCodeTries,
  deleteWrongCodeTries,
  insertWrongCodeTry,
} from './wrong-code-try.store.ts'

const TRIES = 5
const TRIES_WITHIN_MINUTES = 10

/** That somebody is at their shift: by the code shown there, or by the leader's word. */
export type PresenceClaim = {
  readonly shiftId: string
  readonly code: string | null
  /** Whom the leader checks in or out; null: oneself. */
  readonly personId: string | null
  /** When it happened, ISO 8601, if the phone was offline; null: now. */
  readonly occurredAt: string | null
  /** Leaves after less than a tenth of the shift, and means it. */
  readonly confirmsShort?: boolean
}

/**
 * How many wrong codes somebody who claims to be there has entered lately; none by a leader's word.
 * A rival claim of theirs waits until this one is done.
 */
export async function countWrongTries(
  tx: Tx,
  actor: Actor,
  { personId }: PresenceClaim,
): Promise<number> {
  if (personId !== null && personId !== actor.personId) return 0
  const span = { after: countedFrom(tx), until: tx.now }
  return countWrongCodeTries(tx.db, tx.villageId, actor.personId, span)
}

const countedFrom = ({ now }: Tx) => minutesAfter(now, -TRIES_WITHIN_MINUTES)

/**
 * How the claim is proven. A wrong code is an outcome and not a refusal, since the try must be
 * kept: six digits would otherwise be guessed by trying.
 * @throws Refusal 'on_behalf_of_oneself', 'on_behalf_of_household', 'not_activity_leader',
 *   'post_code_missing', 'too_many_code_tries'
 */
export async function provePresence(
  tx: Tx,
  secrets: VillageSecrets,
  actor: Actor,
  { shift, activity }: ShiftOfActivity,
  claim: PresenceClaim & { readonly wrongTries: number },
  at: { readonly instant: Date; readonly isLate: boolean },
): Promise<'code' | 'leader' | 'wrong_code'> {
  if (claim.personId !== null && claim.personId !== actor.personId) {
    requireLeader(actor, activity)
    if (await areKin(tx.db, tx.villageId, actor.personId, [claim.personId]))
      throw refuse('on_behalf_of_household')
    return 'leader'
  }
  if (claim.code === null)
    throw refuse(claim.personId === null ? 'post_code_missing' : 'on_behalf_of_oneself')
  if (claim.wrongTries >= TRIES) throw refuse('too_many_code_tries')
  const { db, villageId, now } = tx
  const secret = await secrets.of(db, villageId)
  if (isPostCode(secret, placeOf(shift), claim.code, at)) return 'code'
  await deleteWrongCodeTries(db, villageId, actor.personId, countedFrom(tx))
  const { personId } = actor
  await insertWrongCodeTry(db, { villageId, tryId: tx.newId(), personId, triedAt: now })
  return 'wrong_code'
}

/** Where the shift's code is shown: at its post, or for the whole activity. */
function placeOf(shift: ShiftOfActivity['shift']): string {
  return shift.postSubjectId ?? shift.activityId
}
