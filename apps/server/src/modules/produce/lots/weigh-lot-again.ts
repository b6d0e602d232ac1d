import { leftOfHarvest, type HarvestGrade } from '@azalea/produce-rules'
import { harvestLotCorrected } from '@azalea/records'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import { readHarvest } from '../inputs/index.ts'
import { correctLot, lockLots, sumsOfHarvests } from './lot.store.ts'
import { refuse } from './refusals.ts'

export interface LotWeighedAgain {
  readonly lotId: string
  /** In which it was weighed again. */
  readonly weighInId: string
  readonly grade: HarvestGrade
  /** 0: refused, it goes home. */
  readonly grams: number
  readonly correctedBy: string
}

/**
 * A lot weighs what its weigh-in, made again, says: what is left of it follows. What was packed or lost
 * of it by now stays so, and a lot never weighs less than that: no mass appears.
 * @throws Refusal 'unknown_lot', 'lot_below_packed', 'lot_above_harvest'
 */
export async function weighLotAgain(
  tx: Tx,
  secrets: VillageSecrets,
  { lotId, weighInId, grade, grams, correctedBy }: LotWeighedAgain,
): Promise<void> {
  const { db, villageId, now } = tx
  const [lot] = await lockLots(db, villageId, [lotId])
  if (lot === undefined) throw refuse('unknown_lot')
  if (lot.grams === grams && (lot.grade === grade || grams === 0)) return
  const takenGrams = lot.grams - lot.leftGrams
  if (grams < takenGrams) throw refuse('lot_below_packed', { taken: `${takenGrams / 1000} kg` })
  const harvest = await readHarvest(db, villageId, lot.harvestId)
  const weighed = (await sumsOfHarvests(db, villageId, [lot.harvestId])).get(lot.harvestId) ?? 0
  const left = leftOfHarvest(harvest?.expectedGrams ?? 0, weighed - lot.grams)
  if (grams > left) throw refuse('lot_above_harvest', { left: `${left / 1000} kg` })
  const correctionId = tx.newId()
  const correction = { correctionId, weighInId, grade, grams, correctedBy, correctedAt: now }
  await correctLot(db, villageId, lot, correction)
  const secret = await secrets.of(db, villageId)
  tx.append(
    harvestLotCorrected({
      public: {
        lot: secret.pseudonym('harvestLot', lotId),
        weighIn: secret.pseudonym('weighIn', weighInId),
        grade,
        grams,
      },
      parts: [
        { personId: lot.growerId, payload: { lotId, weighInId } },
        { personId: correctedBy, payload: { lotId, correctedBy } },
      ],
    }),
  )
}
