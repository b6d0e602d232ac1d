import { mostGrams, whyNotWeight } from '@azalea/produce-rules'
import { weighInEntered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { readHousemates, readPhotoOwner, sendMessage } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { lockPlotStory, mayHarvest, readHarvest, type HarvestRow } from '../../inputs/index.ts'
import { openLot, weighLotAgain, type LotToOpen } from '../../lots/index.ts'
import type { RoundCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockRound, lockSlot, selectTerms, type BuyingRound } from '../rounds/round.store.ts'
import { whyNotWeighingWith } from '../scales/check-scale.ts'
import { lockScale, selectReading } from '../scales/scale.store.ts'
import type { WeighedHow } from '../tables.ts'
import {
  insertWeighIn,
  isReadingUsed,
  isWeighed,
  selectWeighIn,
  sumAccepted,
  type WeighIn,
} from './weigh-in.store.ts'

/** Gross and tare in grams. */
export interface EnterWeighInInput extends Pick<
  WeighIn,
  | 'roundId'
  | 'harvestId'
  | 'scaleId'
  | 'weighedHow'
  | 'readingId'
  | 'grade'
  | 'grossGrams'
  | 'tareGrams'
  | 'photoFileId'
  | 'outcome'
  | 'because'
> {
  /** What was decided to be made again. */
  readonly replacesId: string | null
}

/**
 * Weighs in what a grower brings in their turn: accepted, it opens its lot and counts in the settlement;
 * refused, it has a reason that the grower can dispute. Nothing of it stands before all does, and the
 * same key does nothing a second time: who was cut off in the middle sends it again.
 * @throws Refusal 'weight_absurd', 'tare_above_gross', 'refusal_reason_needed', 'unknown_round',
 *   'round_closed', 'round_not_begun', 'round_over', 'grade_not_bought', 'unknown_harvest_of_weigh_in',
 *   'crop_not_of_round', 'own_household_weigh_in', 'not_called', 'unknown_scale', 'scale_failed',
 *   'scale_not_checked', 'scale_speaks_otherwise', 'weight_not_read', 'weigh_in_photo_not_yours', 'weigh_in_not_voided',
 *   'weigh_in_above_turn', 'weighed_already', those of mayHarvest, openLot and weighLotAgain
 */
export async function enterWeighIn(
  { act, secrets }: RoundCommands,
  actor: Actor,
  key: string,
  input: EnterWeighInInput,
): Promise<{ readonly weighInId: string; readonly lotNumber: string | null; netGrams: number }> {
  return act({ name: 'enter-weigh-in', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const problem = whyNotWeight(input.grossGrams, input.tareGrams)
    if (problem !== null) throw refuse(problem)
    if ((input.outcome === 'refused') !== (input.because !== null))
      throw refuse('refusal_reason_needed')
    const { round, harvest, before } = await requireDelivery(tx, actor, input)
    await requireScale(tx, actor, input)
    if ((await readPhotoOwner(db, villageId, input.photoFileId)) !== actor.personId)
      throw refuse('weigh_in_photo_not_yours')
    await lockPlotStory(db, villageId, harvest.plotId)
    await mayHarvest(db, villageId, harvest.plotId, harvest.on)
    const netGrams = input.grossGrams - input.tareGrams
    await requireLeftOfTurn(tx, input, harvest, netGrams)
    const weighInId = tx.newId()
    const weighedBy = actor.personId
    const grams = netGrams
    const lot = await lotOf(
      tx,
      secrets,
      { ...input, grams, openedBy: weighedBy, weighInId },
      before,
    )
    const weighIn: Omit<WeighIn, 'voidedAt'> = {
      ...input,
      weighInId,
      householdId: harvest.householdId,
      growerId: harvest.declaredBy,
      plotId: harvest.plotId,
      netGrams,
      lotId: lot?.lotId ?? null,
      lotNumber: lot?.lotNumber ?? null,
      weighedBy,
      weighedAt: tx.now,
    }
    if (!(await insertWeighIn(db, villageId, weighIn))) throw refuse('weighed_already')
    await record(tx, secrets, weighIn)
    await correctLotOf(tx, secrets, weighIn, before)
    await tellGrower(tx, round, weighIn)
    return { weighInId, lotNumber: weighIn.lotNumber, netGrams }
  })
}

/** The round, while it weighs, and the harvest that is brought in its turn, of another household. */
async function requireDelivery(
  tx: Tx,
  actor: Actor,
  { roundId, harvestId, grade, replacesId }: EnterWeighInInput,
): Promise<{ round: BuyingRound; harvest: HarvestRow; before: WeighIn | null }> {
  const { db, villageId, now } = tx
  const round = await lockRound(db, villageId, roundId, 'shared')
  if (round === null) throw refuse('unknown_round')
  const harvest = await readHarvest(db, villageId, harvestId)
  if (harvest === null) throw refuse('unknown_harvest_of_weigh_in')
  if (harvest.crop !== round.crop) throw refuse('crop_not_of_round')
  const { grades } = await selectTerms(db, villageId, roundId)
  if (!grades.some((one) => one.grade === grade)) throw refuse('grade_not_bought')
  const { home } = await readHousemates(db, villageId, actor.personId)
  if (home === harvest.householdId) throw refuse('own_household_weigh_in')
  if (replacesId === null) {
    requireHours(round, now)
    return { round, harvest, before: null }
  }
  const before = await requireVoided(tx, roundId, replacesId, harvest.householdId)
  return { round, harvest, before }
}

/** What was weighed before keeps its lot: goods may be packed by now. */
async function lotOf(
  tx: Tx,
  secrets: VillageSecrets,
  { outcome, ...lot }: LotToOpen & Pick<WeighIn, 'outcome'>,
  before: WeighIn | null,
): Promise<Pick<WeighIn, 'lotId' | 'lotNumber'> | null> {
  if (outcome === 'refused') return null
  if (before?.lotId) return { lotId: before.lotId, lotNumber: before.lotNumber }
  const { harvestId, grade, grams, openedBy, weighInId } = lot
  const opened = await openLot(tx, secrets, { harvestId, grade, grams, openedBy, weighInId })
  return { lotId: opened.lotId, lotNumber: opened.number }
}

/** The lot of what is weighed again follows: what is refused now goes home. */
async function correctLotOf(
  tx: Tx,
  secrets: VillageSecrets,
  { weighInId, outcome, grade, netGrams, weighedBy }: Omit<WeighIn, 'voidedAt'>,
  before: WeighIn | null,
): Promise<void> {
  const lotId = before?.lotId ?? null
  if (lotId === null) return
  const grams = outcome === 'accepted' ? netGrams : 0
  await weighLotAgain(tx, secrets, { lotId, weighInId, grade, grams, correctedBy: weighedBy })
}

function requireHours({ beginsAt, endsAt, closedAt }: BuyingRound, now: Date): void {
  if (closedAt !== null) throw refuse('round_closed')
  if (now < beginsAt) throw refuse('round_not_begun')
  if (now >= endsAt) throw refuse('round_over')
}

/** What is weighed again may be after the hours, and after the round was settled. */
async function requireVoided(
  { db, villageId }: Tx,
  roundId: string,
  replacesId: string,
  householdId: string,
): Promise<WeighIn> {
  const before = await selectWeighIn(db, villageId, replacesId)
  if (before?.roundId !== roundId || before.householdId !== householdId || before.voidedAt === null)
    throw refuse('weigh_in_not_voided')
  return before
}

/** A reading is of what stands on the scale now. */
const READ_WITHIN_MILLISECONDS = 10 * 60_000

/** A scale that may weigh today; what is said to be read of a serial line the server has read itself. */
async function requireScale(
  { db, villageId, now }: Tx,
  { personId }: Actor,
  { scaleId, weighedHow, readingId, grossGrams }: EnterWeighInInput,
): Promise<void> {
  const scale = await lockScale(db, villageId, scaleId, 'shared')
  if (scale === null) throw refuse('unknown_scale')
  const why = await whyNotWeighingWith(db, villageId, scaleId, now)
  if (why !== null) throw why
  if (weighedHow !== 'typed' && weighedHow !== scale.speaks) throw refuse('scale_speaks_otherwise')
  if ((weighedHow === 'serial') !== (readingId !== null)) throw refuse('weight_not_read')
  if (readingId === null) return
  const reading = await selectReading(db, villageId, readingId)
  const isThis =
    reading?.scaleId === scaleId && reading.readBy === personId && reading.grams === grossGrams
  if (!isThis || now.getTime() - reading.readAt.getTime() > READ_WITHIN_MILLISECONDS)
    throw refuse('weight_not_read')
  if (await isReadingUsed(db, villageId, readingId)) throw refuse('weight_not_read')
}

/** Within what the household's turn is for, and a twentieth more. */
async function requireLeftOfTurn(
  { db, villageId }: Tx,
  { roundId, harvestId, grade, outcome }: EnterWeighInInput,
  { householdId }: HarvestRow,
  netGrams: number,
): Promise<void> {
  const slot = await lockSlot(db, villageId, roundId, householdId)
  if (slot === null) throw refuse('not_called')
  if (outcome === 'refused') return
  if (await isWeighed(db, villageId, { roundId, harvestId, grade })) throw refuse('weighed_already')
  const before = await sumAccepted(db, villageId, roundId, householdId)
  const leftGrams = mostGrams(slot.takenGrams) - before
  if (netGrams > leftGrams)
    throw refuse('weigh_in_above_turn', { left: String(Math.max(0, leftGrams) / 1_000) })
}

async function record(
  tx: Tx,
  secrets: VillageSecrets,
  one: Omit<WeighIn, 'voidedAt'>,
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  const { weighInId, roundId, householdId, harvestId, photoFileId, growerId, weighedBy } = one
  tx.append(
    weighInEntered({
      public: {
        weighIn: secret.pseudonym('weighIn', weighInId),
        offer: secret.pseudonym('offer', roundId),
        supplier: secret.pseudonym('supplier', `${roundId} ${householdId}`),
        subject: secret.pseudonym('subject', one.plotId),
        scale: secret.pseudonym('scale', one.scaleId),
        by: one.weighedHow satisfies WeighedHow,
        grade: one.grade,
        grossGrams: one.grossGrams,
        tareGrams: one.tareGrams,
        netGrams: one.netGrams,
        outcome: one.outcome,
        ...(one.because === null ? {} : { because: one.because }),
        ...(one.replacesId === null
          ? {}
          : { replaces: secret.pseudonym('weighIn', one.replacesId) }),
      },
      parts: [
        { personId: growerId, payload: { weighInId, householdId, harvestId, photoFileId } },
        { personId: weighedBy, payload: { weighInId, weighedBy } },
      ],
    }),
  )
}

async function tellGrower(
  tx: Tx,
  { roundId, crop }: BuyingRound,
  { growerId, grade, netGrams, outcome, because, lotNumber }: Omit<WeighIn, 'voidedAt'>,
): Promise<void> {
  const params = { roundId, crop, grade, grams: netGrams }
  if (outcome === 'accepted')
    await sendMessage(tx, growerId, 'weigh_in.accepted', { ...params, lotNumber })
  else await sendMessage(tx, growerId, 'weigh_in.refused', { ...params, because })
}
