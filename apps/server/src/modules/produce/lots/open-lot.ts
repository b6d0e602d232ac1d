import { leftOfHarvest, type HarvestGrade } from '@azalea/produce-rules'
import { harvestLotOpened } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import { lockPlotStory, mayHarvest, readHarvest } from '../inputs/index.ts'
import { insertLot, sumsOfHarvests, type NewLot } from './lot.store.ts'
import { readableNumber } from './lot-number.ts'
import { refuse } from './refusals.ts'

const TRIES = 5

export interface LotToOpen {
  readonly harvestId: string
  readonly grade: HarvestGrade
  /** Net, without tare. */
  readonly grams: number
  readonly openedBy: string
  /** The weigh-in of a round; none: its grower brought it. */
  readonly weighInId: string | null
}

export interface OpenedLot {
  readonly lotId: string
  readonly number: string
}

/**
 * Makes a lot of what was weighed of a declared harvest, in the caller's transaction, and tells it in
 * the log. Holds the plot's story from here on.
 * @throws Refusal 'unknown_harvest', 'lot_before_harvest', 'lot_above_harvest', 'lot_of_weigh_in',
 *   those of mayHarvest
 */
export async function openLot(
  tx: Tx,
  secrets: VillageSecrets,
  { harvestId, grade, grams, openedBy, weighInId }: LotToOpen,
): Promise<OpenedLot> {
  const { db, villageId, now } = tx
  const harvest = await readHarvest(db, villageId, harvestId)
  if (harvest === null) throw refuse('unknown_harvest')
  const { plotId, crop, on } = harvest
  await lockPlotStory(db, villageId, plotId)
  if (civilDay(now) < on) throw refuse('lot_before_harvest', { on })
  await mayHarvest(db, villageId, plotId, on)
  const weighed = (await sumsOfHarvests(db, villageId, [harvestId])).get(harvestId) ?? 0
  const left = leftOfHarvest(harvest.expectedGrams, weighed)
  if (grams > left) throw refuse('lot_above_harvest', { left: `${left / 1000} kg` })
  const origin = weighInId === null ? 'brought' : 'weigh_in'
  const growerId = harvest.declaredBy
  const opened = await insertNumbered(tx, {
    harvestId,
    plotId,
    crop,
    harvestedOn: on,
    origin,
    weighInId,
    grade,
    grams,
    growerId,
    householdId: harvest.householdId,
    openedBy,
    openedAt: now,
  })
  const { lotId } = opened
  const secret = await secrets.of(db, villageId)
  const lot = secret.pseudonym('harvestLot', lotId)
  const subject = secret.pseudonym('subject', plotId)
  tx.append(
    harvestLotOpened({
      recordId: lotId,
      public: { lot, subject, crop, harvestedOn: on, origin, grade, grams },
      parts: [
        { personId: growerId, payload: { lotId, harvestId, plotId } },
        { personId: openedBy, payload: { lotId, openedBy } },
      ],
    }),
  )
  return opened
}

/** Numbers are drawn: one that is taken is drawn again. */
async function insertNumbered(tx: Tx, lot: Omit<NewLot, 'lotId' | 'number'>): Promise<OpenedLot> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const lotId = tx.newId()
    const number = readableNumber(lot.harvestedOn, lotId)
    if (await insertLot(tx.db, tx.villageId, { ...lot, lotId, number })) return { lotId, number }
    if (lot.weighInId !== null && tried > 0) break
  }
  throw refuse('lot_of_weigh_in')
}
