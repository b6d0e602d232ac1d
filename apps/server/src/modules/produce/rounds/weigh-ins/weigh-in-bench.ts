import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import {
  barHousemates,
  barKin,
  overseers,
  readJudges,
  whyNotJudging,
  type Bar,
  type Bench,
  type Judges,
} from '../../../cases/index.ts'
import { refuse } from '../refusals.ts'
import type { Dispute, WeighIn } from './weigh-in.store.ts'

type Code = keyof typeof refuse.table

/** Who decides on a doubted weigh-in. */
const bench: Bench<Code> = {
  role: 'committee',
  instead: overseers,
  others: 'committee_decides_weigh_in',
}

export async function readWeighInJudges(
  db: Db,
  { villageId, personId }: Actor,
  doubted: readonly { readonly weighIn: WeighIn; readonly dispute: Dispute }[],
): Promise<Judges> {
  const parties = doubted.flatMap(({ weighIn, dispute }) => [
    weighIn.growerId,
    weighIn.weighedBy,
    dispute.disputedBy,
  ])
  return readJudges(db, villageId, [personId, ...parties])
}

/** Why this person cannot decide on a weigh-in; null when they can. */
export function whyNotDecidingWeighIn(
  actor: Actor,
  weighIn: WeighIn,
  dispute: Dispute | null,
  judges: Judges,
): Refusal | null {
  if (dispute === null || dispute.outcome !== null) return refuse('weigh_in_not_disputed')
  const { growerId, householdId, weighedBy } = weighIn
  const bars: Bar<Code>[] = [
    barKin('own_household_disputed_weigh_in', [{ personId: growerId, householdId }]),
    barHousemates('weighed_or_disputed_it', [weighedBy, dispute.disputedBy]),
  ]
  const why = whyNotJudging(actor, bench, bars, judges)
  return why && refuse(why)
}
