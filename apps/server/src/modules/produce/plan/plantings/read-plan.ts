import { civilDay } from '@azalea/text'
import { hasAnyRole, type Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import { readPeopleNames } from '../../../community/index.ts'
import {
  readGrowers,
  selectLeases,
  selectPlotsOf,
  selectSeasons,
  type GrowingSeason,
} from '../../land/index.ts'
import { readCrops, selectTemplates } from '../crops/crop.store.ts'
import { cropName } from '../crops/read-crops.ts'
import type { PlanReaders } from '../parts.ts'
import { planners } from '../policy.ts'
import { selectTasks } from '../tasks/task.store.ts'
import {
  checkPlantings,
  requirePlanSeason,
  whyNotPlanning,
  type CheckedPlanting,
} from './check-plantings.ts'
import { deriveTasks } from './derive-tasks.ts'
import type { PlanPlantingsInput } from './plan-plantings.ts'
import { selectPlantingsOf, type Planting } from './planting.store.ts'

const EVERY = 20_000

/** The season that was asked for; else the one that runs, or comes, or came last. */
export async function currentSeason(
  db: Db,
  villageId: string,
  today: string,
  growingSeasonId?: string,
): Promise<GrowingSeason | null> {
  const seasons = await selectSeasons(db, villageId)
  if (growingSeasonId !== undefined)
    return seasons.find((season) => season.growingSeasonId === growingSeasonId) ?? null
  const ahead = seasons.filter(({ endsOn }) => endsOn >= today)
  return ahead.at(-1) ?? seasons[0] ?? null
}

/** Plots with what is planned on them in a season: the company sees all, a villager the own. */
export async function readPlan(
  { database, clock }: PlanReaders,
  actor: Actor,
  growingSeasonId: string | undefined,
  language: Language,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const today = civilDay(clock.now())
    const season = await currentSeason(db, villageId, today, growingSeasonId)
    if (season === null) return { season: null, plots: [] }
    const plots = await selectPlotsOf(db, villageId)
    const growers = await readGrowers(db, villageId, plots, season.growingSeasonId)
    const isCompany = hasAnyRole(actor, [...planners, 'supervisor'])
    const shown = plots.filter(
      ({ plotId }) => isCompany || isOwn(growers.get(plotId), actor.householdId),
    )
    const plantings = await selectPlantingsOf(db, villageId, season.growingSeasonId)
    const crops = await readCrops(db, villageId, [
      ...new Set(plantings.map(({ cropId }) => cropId)),
    ])
    const done = await readDone(db, villageId, season.growingSeasonId)
    const leases = await selectLeases(db, villageId, season.growingSeasonId)
    const people = leases.map(({ personId }) => personId)
    const names = await readPeopleNames(db, villageId, people)
    const holders = new Map(leases.map(({ plotId, personId }) => [plotId, names.get(personId)]))
    return {
      season: {
        growingSeasonId: season.growingSeasonId,
        name: inLanguage(language, season.nameZh, season.nameEn),
        beginsOn: season.beginsOn,
        endsOn: season.endsOn,
      },
      plots: shown.map((plot) => ({
        plotId: plot.plotId,
        label: plot.subject.label,
        groupNo: plot.subject.groupNo,
        isFlock: plot.subject.kind === 'flock',
        isOwnLand: plot.tenure === 'household',
        areaSquareMetres: plot.areaSquareMetres,
        holderName: holders.get(plot.plotId) ?? null,
        isMine: isOwn(growers.get(plot.plotId), actor.householdId),
        canPlan: permission(whyNotPlanning({ actor, growers }, plot), language),
        plantings: plantings
          .filter(({ plotId }) => plotId === plot.plotId)
          .map((planting) => {
            const crop = crops.get(planting.cropId)
            return {
              ...presentPlanting(planting),
              cropName: crop === undefined ? '' : cropName(crop, language),
              unit: crop?.unit ?? 'kg',
              pieceGrams: crop?.pieceGrams ?? null,
              state: stateOf(done.get(planting.plantingId)),
            }
          }),
      })),
    }
  })
}

/** What would come of a plan: for each plot its windows, yield and tasks, and why it could not be so. */
export async function previewPlan(
  { database, clock }: PlanReaders,
  actor: Actor,
  { growingSeasonId, plantings }: PlanPlantingsInput,
  language: Language,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const now = clock.now()
    const season = await requirePlanSeason(db, villageId, growingSeasonId, now)
    const checked = await checkPlantings(db, actor, season, plantings, { now })
    const templates = await selectTemplates(db, villageId)
    return {
      isPossible: checked.every(({ refusal }) => refusal === null),
      expectedGrams: checked.reduce((sum, one) => sum + one.expectedGrams, 0),
      plantings: checked.map((one) => ({
        plotId: one.asked.plotId,
        label: one.label,
        cropName: one.crop === null ? '' : cropName(one.crop, language),
        ...timesOf(one),
        expectedGrams: one.expectedGrams,
        tasks: deriveTasks(one, templates.get(one.asked.cropId) ?? []).length,
        problem: one.refusal?.sentence(language) ?? null,
      })),
    }
  })
}

/** Which kinds of tasks were done, by planting. */
async function readDone(
  db: Db,
  villageId: string,
  growingSeasonId: string,
): Promise<Map<string, Set<string>>> {
  const done = new Map<string, Set<string>>()
  for (const { plantingId, kind, end } of await selectTasks(
    db,
    villageId,
    { growingSeasonId },
    EVERY,
  ))
    if (end?.as === 'done') done.set(plantingId, (done.get(plantingId) ?? new Set()).add(kind))
  return done
}

function stateOf(done: ReadonlySet<string> = new Set()): 'planned' | 'sown' | 'harvested' {
  if (done.has('harvest')) return 'harvested'
  return done.has('sow') ? 'sown' : 'planned'
}

function isOwn(grower: string | undefined, householdId: string | null): boolean {
  return grower !== undefined && grower === householdId
}

function presentPlanting(planting: Planting) {
  const { plantingId, cropId, heads, expectedGrams: grams } = planting
  return { plantingId, cropId, heads, expectedGrams: grams, ...timesOf(planting) }
}

function timesOf({ sowFrom, sowTo, harvestFrom, harvestTo }: CheckedPlanting | Planting) {
  return { sowFrom, sowTo, harvestFrom, harvestTo }
}
