import { plantingPlanned } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { selectTemplates } from '../crops/crop.store.ts'
import type { PlanCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { insertTasks } from '../tasks/task.store.ts'
import {
  checkPlantings,
  requirePlanSeason,
  type AskedPlanting,
  type CheckedPlanting,
} from './check-plantings.ts'
import { deriveTasks } from './derive-tasks.ts'
import { insertPlantings, lockPlan, type Planting } from './planting.store.ts'

export interface PlanPlantingsInput {
  readonly growingSeasonId: string
  readonly plantings: readonly AskedPlanting[]
}

/**
 * Plans what is grown on plots, all or none: the company on collective land, a household on its own.
 * Each becomes a planting with its windows, what it is expected to give, and its tasks.
 * @throws Refusal 'unknown_season_of_plan', 'season_of_plan_over', 'plan_refused' with each plot's reason
 */
export async function planPlantings(
  { act, secrets }: PlanCommands,
  actor: Actor,
  key: string,
  { growingSeasonId, plantings }: PlanPlantingsInput,
): Promise<{ readonly plantingIds: string[] }> {
  const input = { growingSeasonId, plantings: plantings.map((one) => ({ ...one })) }
  return act({ name: 'plan-plantings', actor, key, input }, async (tx) => {
    const { db, villageId, now } = tx
    await lockPlan(db, villageId)
    const season = await requirePlanSeason(db, villageId, growingSeasonId, now)
    const checked = await checkPlantings(db, actor, season, plantings, { now })
    requireAll(checked)
    const plan = { growingSeasonId, checked }
    return { plantingIds: await enterPlantings(tx, secrets, actor.personId, plan) }
  })
}

/** @throws Refusal 'plan_refused' with each plot's reason */
export function requireAll(checked: readonly CheckedPlanting[]): void {
  const told = checked.flatMap(({ label, asked, refusal }) =>
    refusal === null ? [] : [{ label: label || asked.plotId, refusal }],
  )
  if (told.length === 0) return
  const [only] = told
  if (checked.length === 1 && only !== undefined) throw only.refusal
  throw refuse('plan_refused', {
    count: told.length,
    reasons: told.map(({ label, refusal }) => `${label}：${refusal.sentence('zh')}`).join(''),
    reasonsEn: told.map(({ label, refusal }) => `${label}: ${refusal.sentence('en')}`).join(' '),
  })
}

/** Puts checked plantings in with their tasks, under the plan's lock. */
export async function enterPlantings(
  tx: Tx,
  secrets: VillageSecrets,
  plannedBy: string,
  {
    growingSeasonId,
    checked,
    fromPlantingId = null,
  }: {
    readonly growingSeasonId: string
    readonly checked: readonly CheckedPlanting[]
    readonly fromPlantingId?: string | null
  },
): Promise<string[]> {
  const { db, villageId, now } = tx
  // Before the ids of its tasks, by which their ends are recorded: the log takes a plan before these.
  const recordId = tx.newId()
  const templates = await selectTemplates(db, villageId)
  const entered: Planting[] = checked.map((one) => ({
    plantingId: tx.newId(),
    growingSeasonId,
    plotId: one.asked.plotId,
    cropId: one.asked.cropId,
    heads: one.heads,
    areaSquareMetres: one.areaSquareMetres,
    expectedGrams: one.expectedGrams,
    sowFrom: one.sowFrom,
    sowTo: one.sowTo,
    harvestFrom: one.harvestFrom,
    harvestTo: one.harvestTo,
    fromPlantingId,
  }))
  await insertPlantings(db, villageId, entered, { by: plannedBy, at: now })
  const tasks = entered.flatMap((planting) =>
    deriveTasks(planting, templates.get(planting.cropId) ?? []).map((task) => ({
      ...task,
      taskId: tx.newId(),
      plantingId: planting.plantingId,
      plotId: planting.plotId,
    })),
  )
  await insertTasks(db, villageId, tasks)
  const secret = await secrets.of(db, villageId)
  tx.append(
    plantingPlanned({
      recordId,
      public: {
        growingSeason: secret.pseudonym('growingSeason', growingSeasonId),
        plantings: entered.map((planting) => ({
          planting: secret.pseudonym('planting', planting.plantingId),
          subject: secret.pseudonym('subject', planting.plotId),
          crop: secret.pseudonym('crop', planting.cropId),
          heads: planting.heads,
          areaSquareMetres: planting.areaSquareMetres,
          sowFrom: planting.sowFrom,
          sowTo: planting.sowTo,
          harvestFrom: planting.harvestFrom,
          harvestTo: planting.harvestTo,
          expectedGrams: planting.expectedGrams,
        })),
      },
      parts: [{ personId: plannedBy, payload: { plannedBy } }],
    }),
  )
  return entered.map(({ plantingId }) => plantingId)
}
