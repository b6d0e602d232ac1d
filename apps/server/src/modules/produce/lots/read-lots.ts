import { leftOfHarvest } from '@azalea/produce-rules'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { readPeopleNames, readSubjects } from '../../community/index.ts'
import { selectHarvestsBetween } from '../inputs/index.ts'
import { selectHeldLots } from './hold.store.ts'
import { selectLatestLots, sumsOfHarvests } from './lot.store.ts'
import type { LotParts } from './parts.ts'

const SHOWN = 200
/** A harvest is weighed on its day or soon after. */
const WEIGHED_WITHIN_DAYS = 7

/** What is or may be packed, for who packs. */
export async function readLots({ database, clock }: LotParts, { villageId }: Actor) {
  return database.inVillage(villageId, async (db) => {
    const today = civilDay(clock.now())
    const lots = await selectLatestLots(db, villageId, { isLeft: false, limit: SHOWN })
    const from = addCivilDays(today, -WEIGHED_WITHIN_DAYS)
    const harvests = await selectHarvestsBetween(db, villageId, from, today)
    const [held, weighed, names, subjects] = await Promise.all([
      selectHeldLots(db, villageId, lots),
      sumsOfHarvests(
        db,
        villageId,
        harvests.map(({ harvestId }) => harvestId),
      ),
      readPeopleNames(db, villageId, [
        ...lots.map(({ growerId }) => growerId),
        ...harvests.map(({ declaredBy }) => declaredBy),
      ]),
      readSubjects(
        db,
        villageId,
        [...lots, ...harvests].map(({ plotId }) => plotId),
      ),
    ])
    const labelOf = (plotId: string) => subjects.get(plotId)?.label ?? null
    return {
      lots: lots.map((lot) => {
        const why = held.get(lot.lotId)
        return {
          lotId: lot.lotId,
          number: lot.number,
          plotId: lot.plotId,
          crop: lot.crop,
          harvestedOn: lot.harvestedOn,
          origin: lot.origin,
          grade: lot.grade,
          grams: lot.grams,
          leftGrams: lot.leftGrams,
          plotLabel: labelOf(lot.plotId),
          growerName: names.get(lot.growerId) ?? null,
          isHeld: why !== undefined,
          isHeldByTest: why?.byTest ?? false,
          holdIds: [...(why?.holdIds ?? [])],
        }
      }),
      toWeigh: harvests
        .map((harvest) => ({
          harvestId: harvest.harvestId,
          plotId: harvest.plotId,
          plotLabel: labelOf(harvest.plotId),
          growerName: names.get(harvest.declaredBy) ?? null,
          crop: harvest.crop,
          on: harvest.on,
          expectedGrams: harvest.expectedGrams,
          leftGrams: leftOfHarvest(harvest.expectedGrams, weighed.get(harvest.harvestId) ?? 0),
        }))
        .filter(({ leftGrams }) => leftGrams > 0),
    }
  })
}
