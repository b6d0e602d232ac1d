import {
  expectedGrams,
  isSownWithin,
  plantingsOverlap,
  plantingTimes,
  type PlantingTimes,
} from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import { hasAnyRole, type Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import {
  readGrowers,
  selectPlotsOf,
  selectSeason,
  type GrowingSeason,
  type PlotOfSubject,
} from '../../land/index.ts'
import { readCrops, type Crop } from '../crops/crop.store.ts'
import { cropName } from '../crops/read-crops.ts'
import { planners } from '../policy.ts'
import { inWords, refuse } from '../refusals.ts'
import { selectStanding } from './planting.store.ts'

/** One plot, and what is to be grown there. */
export interface AskedPlanting {
  readonly plotId: string
  readonly cropId: string
  readonly sowFrom: string
  readonly sowTo: string
  readonly heads?: number | null | undefined
}

/** What would come of it; `refusal` says why it cannot be planned. */
export interface CheckedPlanting extends PlantingTimes {
  readonly asked: AskedPlanting
  readonly label: string
  readonly crop: Crop | null
  readonly heads: number | null
  readonly areaSquareMetres: number
  readonly expectedGrams: number
  readonly refusal: Refusal | null
}

interface Village {
  readonly actor: Actor
  readonly season: GrowingSeason
  readonly today: string
  readonly plots: ReadonlyMap<string, PlotOfSubject>
  readonly growers: ReadonlyMap<string, string>
  readonly crops: ReadonlyMap<string, Crop>
}

interface Standing extends Pick<PlantingTimes, 'sowFrom' | 'harvestTo'> {
  readonly plotId: string
  readonly cropId: string
}

/** @throws Refusal 'unknown_season_of_plan', 'season_of_plan_over' */
export async function requirePlanSeason(
  db: Db,
  villageId: string,
  growingSeasonId: string,
  now: Date,
): Promise<GrowingSeason> {
  const season = await selectSeason(db, villageId, growingSeasonId)
  if (season === null) throw refuse('unknown_season_of_plan')
  if (season.endsOn < civilDay(now)) throw refuse('season_of_plan_over')
  return season
}

/**
 * Holds each planting against its plot, its crop, its season, and what stands or is planned there;
 * `insteadOf` would be gone.
 */
export async function checkPlantings(
  db: Db,
  actor: Actor,
  season: GrowingSeason,
  asked: readonly AskedPlanting[],
  { now, insteadOf = null }: { readonly now: Date; readonly insteadOf?: string | null },
): Promise<CheckedPlanting[]> {
  const { villageId } = actor
  const plotIds = [...new Set(asked.map(({ plotId }) => plotId))]
  const plots = (await selectPlotsOf(db, villageId)).filter(({ plotId }) =>
    plotIds.includes(plotId),
  )
  const cropIds = asked.map(({ cropId }) => cropId)
  const first = asked.map(({ sowFrom }) => sowFrom).toSorted()[0] ?? civilDay(now)
  const known = (await selectStanding(db, villageId, first, plotIds)).filter(
    ({ plantingId }) => plantingId !== insteadOf,
  )
  const village: Village = {
    actor,
    season,
    today: civilDay(now),
    plots: new Map(plots.map((plot) => [plot.plotId, plot])),
    growers: await readGrowers(db, villageId, plots, season.growingSeasonId),
    crops: await readCrops(db, villageId, [
      ...new Set([...cropIds, ...known.map(({ cropId }) => cropId)]),
    ]),
  }
  const standing: Standing[] = [...known]
  return asked.map((planting) => {
    const checked = checkOne(village, planting, standing)
    if (checked.refusal === null) standing.push({ ...planting, harvestTo: checked.harvestTo })
    return checked
  })
}

function checkOne(
  village: Village,
  asked: AskedPlanting,
  standing: readonly Standing[],
): CheckedPlanting {
  const plot = village.plots.get(asked.plotId) ?? null
  const crop = village.crops.get(asked.cropId) ?? null
  const { sowFrom, sowTo, heads = null } = asked
  const terms = crop ?? { daysToMaturity: 0, harvestDays: 1 }
  const times = plantingTimes(terms, sowFrom, sowTo)
  const areaSquareMetres = plot?.areaSquareMetres ?? 0
  const expected = crop === null ? 0 : expectedGrams(crop, { areaSquareMetres, heads })
  const refusal =
    whyNotPlanning(village, plot) ??
    whyNotCrop(crop, plot, asked) ??
    (crop === null ? null : whyNotThen(village, { crop, plot, times }, standing))
  const label = plot?.subject.label ?? ''
  return { ...times, asked, label, crop, heads, areaSquareMetres, expectedGrams: expected, refusal }
}

/** The company plans collective land that somebody grows on, a household its own. */
export function whyNotPlanning(
  { actor, growers }: Pick<Village, 'actor' | 'growers'>,
  plot: PlotOfSubject | null,
): Refusal | null {
  if (plot === null) return refuse('unknown_plot_of_plan')
  if (plot.tenure === 'household') {
    const isOwn = actor.householdId !== null && growers.get(plot.plotId) === actor.householdId
    return isOwn ? null : refuse('plan_of_own_land')
  }
  if (!hasAnyRole(actor, planners)) return refuse('plan_by_company')
  if (plot.isResting) return refuse('plan_on_resting_plot')
  return growers.has(plot.plotId) ? null : refuse('plan_without_holder')
}

function whyNotCrop(
  crop: Crop | null,
  plot: PlotOfSubject | null,
  { heads = null }: AskedPlanting,
): Refusal | null {
  if (crop === null) return refuse('unknown_crop')
  if (crop.isRetired) return refuse('crop_retired')
  const isFlock = plot?.subject.kind === 'flock'
  if (isFlock !== (crop.kind === 'flock')) return refuse('crop_not_for_plot')
  return (crop.yieldPer === 'head') === (heads !== null) ? null : refuse('plan_heads_wrong')
}

function whyNotThen(
  { season, today, crops }: Village,
  planting: {
    readonly crop: Crop
    readonly plot: PlotOfSubject | null
    readonly times: PlantingTimes
  },
  standing: readonly Standing[],
): Refusal | null {
  const { crop, plot, times } = planting
  const { sowFrom, sowTo, harvestTo } = times
  if (sowTo < sowFrom || sowTo < today) return refuse('sowing_days_wrong')
  if (!isSownWithin(crop, sowFrom, sowTo)) return refuse('sowing_out_of_window')
  const endsInSeason = plot?.tenure === 'household' || harvestTo <= season.endsOn
  if (sowFrom < season.beginsOn || sowFrom > season.endsOn || !endsInSeason)
    return refuse('plan_out_of_season', inWords({ until: harvestTo, last: season.endsOn }))
  const other = standing.find(
    ({ plotId, ...theirs }) => plotId === plot?.plotId && plantingsOverlap(times, theirs),
  )
  if (other === undefined) return null
  const grown = crops.get(other.cropId) ?? crop
  return refuse('plantings_overlap', {
    crop: cropName(grown, 'zh'),
    cropEn: cropName(grown, 'en'),
    ...inWords({ from: other.sowFrom, until: other.harvestTo }),
  })
}
