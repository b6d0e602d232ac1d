import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { areKin, concernsKin } from '../../../community/index.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { refuse } from '../refusals.ts'
import type { Purchase } from './purchase.store.ts'

/** What bars a person from the counter: the goods are their own household's. Null when nothing does. */
export async function whyNotServing(
  db: Db,
  { villageId, personId, householdId }: Actor,
  purchase: Purchase,
): Promise<Refusal | null> {
  const isOwn =
    householdId === purchase.householdId || (await concernsKin(db, villageId, personId, purchase))
  return isOwn ? refuse('own_household_purchase') : null
}

/** What bars a person from the second signature. Null when nothing does. */
export async function whyNotSigning(
  db: Db,
  actor: Actor,
  purchase: Purchase,
): Promise<Refusal | null> {
  const { handedBy } = purchase
  if (handedBy !== null && (await areKin(db, actor.villageId, actor.personId, [handedBy])))
    return refuse('sign_off_by_same_household')
  return whyNotServing(db, actor, purchase)
}
