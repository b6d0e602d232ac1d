import type { Ground } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../../platform/database/database.ts'
import { readPlots } from '../../land/index.ts'
import { currentSeason, readCrops, selectPlantingsOf } from '../../plan/index.ts'

/** Soil of these plots, and what stands there today by the plan. */
export async function readGrounds(
  db: Db,
  villageId: string,
  plotIds: readonly string[],
  now: Date,
): Promise<Map<string, Ground>> {
  const today = civilDay(now)
  const plots = await readPlots(db, villageId, plotIds)
  const season = await currentSeason(db, villageId, today)
  const plantings =
    season === null ? [] : await selectPlantingsOf(db, villageId, season.growingSeasonId)
  const standing = plantings.filter(
    ({ plotId, sowFrom, harvestTo }) => plots.has(plotId) && sowFrom <= today && today <= harvestTo,
  )
  const cropIds = [...new Set(standing.map(({ cropId }) => cropId))]
  const crops = await readCrops(db, villageId, cropIds)
  const cropOf = new Map(standing.map(({ plotId, cropId }) => [plotId, crops.get(cropId)?.nameZh]))
  return new Map(
    [...plots].map(([plotId, { soil }]) => [plotId, { soil, crop: cropOf.get(plotId) ?? null }]),
  )
}
