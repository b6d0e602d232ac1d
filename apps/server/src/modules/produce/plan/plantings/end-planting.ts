import { plantingEnded } from '@azalea/records'
import { hasAnyRole, type Actor } from '../../../../platform/actor.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { readGrowers, selectPlotsOf } from '../../land/index.ts'
import type { PlanCommands } from '../parts.ts'
import { planners } from '../policy.ts'
import { refuse } from '../refusals.ts'
import type { CancelReason } from '../tables.ts'
import { hasHarvested, hasBegun } from '../tasks/task.store.ts'
import { checkPlantings, requirePlanSeason, type AskedPlanting } from './check-plantings.ts'
import { enterPlantings, requireAll } from './plan-plantings.ts'
import { insertPlantingEnd, lockPlan, selectPlanting, type Planting } from './planting.store.ts'

export interface CancelPlantingInput {
  readonly plantingId: string
  readonly because: CancelReason
}

export interface ChangePlantingInput extends Omit<AskedPlanting, 'plotId'> {
  readonly plantingId: string
}

/**
 * Gives a planting up before it is harvested; its open tasks go with it.
 * @throws Refusal 'unknown_planting', 'planting_harvested', 'plan_by_company', 'plan_of_own_land'
 */
export async function cancelPlanting(
  { act, secrets }: PlanCommands,
  actor: Actor,
  key: string,
  { plantingId, because }: CancelPlantingInput,
): Promise<Record<string, never>> {
  const input = { plantingId, because }
  return act({ name: 'cancel-planting', actor, key, input }, async (tx) => {
    await lockPlan(tx.db, tx.villageId)
    await requireOwnPlanting(tx, actor, plantingId)
    if (await hasHarvested(tx.db, tx.villageId, plantingId)) throw refuse('planting_harvested')
    await endPlanting(tx, secrets, actor.personId, { plantingId, as: 'cancelled', because })
    return {}
  })
}

/**
 * Plans something else, or other days, in a planting's place, while nothing was done for it.
 * @throws Refusal 'unknown_planting', 'planting_begun', those of planPlantings
 */
export async function changePlanting(
  { act, secrets }: PlanCommands,
  actor: Actor,
  key: string,
  { plantingId, ...change }: ChangePlantingInput,
): Promise<{ readonly plantingId: string }> {
  const input = { plantingId, ...change }
  return act({ name: 'change-planting', actor, key, input }, async (tx) => {
    const { db, villageId, now } = tx
    await lockPlan(db, villageId)
    const { growingSeasonId, plotId } = await requireOwnPlanting(tx, actor, plantingId)
    if (await hasBegun(db, villageId, plantingId)) throw refuse('planting_begun')
    const season = await requirePlanSeason(db, villageId, growingSeasonId, now)
    const asked = [{ ...change, plotId }]
    const checked = await checkPlantings(db, actor, season, asked, { now, insteadOf: plantingId })
    requireAll(checked)
    const ended = { plantingId, as: 'changed', because: null } as const
    await endPlanting(tx, secrets, actor.personId, ended)
    const plan = { growingSeasonId, checked, fromPlantingId: plantingId }
    const [entered = ''] = await enterPlantings(tx, secrets, actor.personId, plan)
    return { plantingId: entered }
  })
}

/** The company's on collective land, a household's on its own. */
async function requireOwnPlanting(
  { db, villageId }: Tx,
  actor: Actor,
  plantingId: string,
): Promise<Planting> {
  const planting = await selectPlanting(db, villageId, plantingId)
  if (planting === null) throw refuse('unknown_planting')
  const plots = (await selectPlotsOf(db, villageId)).filter(
    ({ plotId }) => plotId === planting.plotId,
  )
  const isCollective = plots.some(({ tenure }) => tenure === 'collective')
  if (isCollective) {
    if (!hasAnyRole(actor, planners)) throw refuse('plan_by_company')
    return planting
  }
  const growers = await readGrowers(db, villageId, plots, planting.growingSeasonId)
  if (actor.householdId === null || growers.get(planting.plotId) !== actor.householdId)
    throw refuse('plan_of_own_land')
  return planting
}

async function endPlanting(
  tx: Tx,
  secrets: VillageSecrets,
  endedBy: string,
  {
    plantingId,
    as,
    because,
  }: {
    readonly plantingId: string
    readonly as: 'cancelled' | 'changed'
    readonly because: CancelReason | null
  },
): Promise<void> {
  const { db, villageId, now } = tx
  await insertPlantingEnd(db, villageId, plantingId, { as, because, by: endedBy, at: now })
  const planting = (await secrets.of(db, villageId)).pseudonym('planting', plantingId)
  tx.append(
    plantingEnded({
      // Of now, so that it comes before the planting that takes its place.
      recordId: tx.newId(),
      public: { planting, as },
      parts: [{ personId: endedBy, payload: { plantingId, because, endedBy } }],
    }),
  )
}
