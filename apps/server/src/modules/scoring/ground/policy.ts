import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import { staff } from '../../community/index.ts'

/** Whose award or deed something is. */
export interface Belonging {
  readonly personId: string
  readonly householdId: string
}

/** Somebody who may judge; without a household where they do not live in the village. */
export type Member = Pick<Actor, 'personId' | 'householdId'>

/** One's own household sees its awards, and so does the staff, whose look is noted. */
export function maySeeAward(actor: Actor, award: Belonging): boolean {
  return isOwnHousehold(actor, award) || hasAnyRole(actor, staff)
}

/** Nobody publishes, reverses or decides what concerns their own household. */
export function isOwnHousehold(actor: Member, { personId, householdId }: Belonging): boolean {
  return actor.personId === personId || actor.householdId === householdId
}
