import { harvestDaysOf } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../../platform/database/database.ts'
import { readCrops } from '../crops/crop.store.ts'
import { selectHarvested } from '../tasks/task.store.ts'
import { selectStanding } from './planting.store.ts'

/** The days from one on which a plot is to be harvested by its plan; none after its harvest is done. */
export async function readPlannedHarvestDays(
  db: Db,
  villageId: string,
  plotId: string,
  from: string,
): Promise<string[]> {
  const standing = await selectStanding(db, villageId, from, [plotId])
  const ids = standing.map(({ plantingId }) => plantingId)
  const harvested = await selectHarvested(db, villageId, ids)
  return standing.flatMap((planting) => {
    const done = harvested.get(planting.plantingId)
    const last = done === undefined ? null : civilDay(done)
    return harvestDaysOf(planting).filter((day) => last === null || day <= last)
  })
}

/** What stands or is planned on a plot from a day on, as lists and harvests call it. */
export async function readGrownCrops(
  db: Db,
  villageId: string,
  plotId: string,
  from: string,
): Promise<string[]> {
  const standing = await selectStanding(db, villageId, from, [plotId])
  const crops = await readCrops(db, villageId, [...new Set(standing.map(({ cropId }) => cropId))])
  return [...new Set([...crops.values()].map(({ nameZh }) => nameZh))]
}
