import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import {
  barHousemates,
  barKin,
  overseers,
  readJudges,
  whyNotJudging,
  type Bar,
  type Bench,
  type Judges,
} from '../../cases/index.ts'
import type { Offer } from '../offers/offer.store.ts'
import { refuse } from '../refusals.ts'
import type { TurnObjection } from './turn-objection.store.ts'

type Code = keyof typeof refuse.table

/** Who decides on a disputed turn. */
const bench: Bench<Code> = {
  role: 'committee',
  instead: overseers,
  others: 'committee_decides_turn',
}

/** Who could decide on these objections to turns of one queue, and who of them is whose kin. */
export async function readTurnJudges(
  db: Db,
  { villageId, personId }: Actor,
  { draftedBy, publishedBy }: Offer,
  objections: readonly TurnObjection[],
): Promise<Judges> {
  const parties = objections.flatMap((one) => [one.claimerId, one.objectorId, ...one.enteredBy])
  return readJudges(db, villageId, [personId, draftedBy, publishedBy ?? [], ...parties].flat())
}

/** Why this person cannot decide on the objection; null when they can. */
export function whyNotDeciding(
  actor: Actor,
  objection: TurnObjection,
  offer: Offer,
  judges: Judges,
): Refusal | null {
  if (objection.outcome !== null) return refuse('turn_objection_decided')
  const { claimerId, householdId, objectorId, objectorHouseholdId } = objection
  // The one passed over speaks openly: the claimer learns from whom it is, so nothing bars in silence.
  const bars: Bar<Code>[] = [
    barKin('own_household_turn', [
      { personId: claimerId, householdId },
      { personId: objectorId, householdId: objectorHouseholdId },
    ]),
    barHousemates('ran_queue', [offer.draftedBy, offer.publishedBy, ...objection.enteredBy]),
  ]
  const why = whyNotJudging(actor, bench, bars, judges)
  return why && refuse(why)
}
