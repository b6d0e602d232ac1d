import type { Db } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/actor.ts'
import { holdersOf } from '../claims/holder.ts'
import { selectPlaces } from '../turns/turn.store.ts'
import { selectTurnObjections } from './turn-objection.store.ts'

/** The objections of one queue that one's household raised, and those to one's own turn or its. */
export async function readOwnTurnObjectionsOf(db: Db, actor: Actor, offerId: string) {
  const { villageId, householdId } = actor
  const holders = holdersOf(actor)
  const all = await selectTurnObjections(db, villageId, offerId)
  const own = all.filter(
    (one) => holders.includes(one.holderId) || householdId === one.objectorHouseholdId,
  )
  const places = await selectPlaces(
    db,
    villageId,
    offerId,
    own.map((one) => one.holderId),
  )
  return own.map((one) => ({
    place: places.get(one.holderId) ?? 0,
    isMine: householdId === one.objectorHouseholdId,
    words: householdId === one.objectorHouseholdId ? one.words : null,
    raisedAt: one.raisedAt.toISOString(),
    dueOn: one.dueOn,
    outcome: one.outcome,
    reasons: one.reasons,
  }))
}
