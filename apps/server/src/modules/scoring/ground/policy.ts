import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import { staff, type Party } from '../../community/index.ts'

/** Whose award or deed something is. */
export type Belonging = Party

/** Somebody who reads; without a household where they do not live in the village. */
export type Member = Pick<Actor, 'personId' | 'householdId'>

/** One's own household sees its awards, and so does the staff, whose look is noted. */
export function maySeeAward(actor: Actor, award: Belonging): boolean {
  return isOwnHousehold(actor, award) || hasAnyRole(actor, staff)
}

/**
 * Whether the reader's household has earned it, which may read it and object to it. Who may judge it is
 * another question, of who is kin (`concernsKin` of `community`): somebody who moves brings none of
 * their awards along, and kin all the same.
 */
export function isOwnHousehold(actor: Member, { personId, householdId }: Belonging): boolean {
  return actor.personId === personId || actor.householdId === householdId
}
