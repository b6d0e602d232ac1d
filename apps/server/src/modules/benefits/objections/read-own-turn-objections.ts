import type { Db } from '../../../platform/database/database.ts'
import { selectPlaces } from '../turns/turn.store.ts'
import { selectTurnObjections } from './turn-objection.store.ts'

/** The objections of one queue that one's household raised, and those to its own turn. */
export async function readOwnTurnObjectionsOf(
  db: Db,
  villageId: string,
  offerId: string,
  householdId: string | null,
) {
  const all = await selectTurnObjections(db, villageId, offerId)
  const own = all.filter(
    (one) => householdId === one.householdId || householdId === one.objectorHouseholdId,
  )
  const places = await selectPlaces(
    db,
    villageId,
    offerId,
    own.map((one) => one.householdId),
  )
  return own.map((one) => ({
    place: places.get(one.householdId) ?? 0,
    isMine: householdId === one.objectorHouseholdId,
    words: householdId === one.objectorHouseholdId ? one.words : null,
    raisedAt: one.raisedAt.toISOString(),
    dueOn: one.dueOn,
    outcome: one.outcome,
    reasons: one.reasons,
  }))
}
