import { massAppeared, type LossReason } from '@azalea/produce-rules'
import { packingDone } from '@azalea/records'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Tx, VillageSecret } from '../../../record/index.ts'
import { lockPlotStory } from '../../inputs/index.ts'
import {
  lockHolds,
  lockLots,
  readableNumber,
  selectHeldLots,
  selectLots,
  takeFromLot,
  type HarvestLot,
} from '../../lots/index.ts'
import { lockTradeItems, selectGtinsInForce } from '../gtins/gtin.store.ts'
import type { PackCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { insertPacked, insertPacking, type Pack, type TakenLot } from './packing.store.ts'

const KEEPS_AT_MOST_DAYS = 60
const TRIES = 5

export interface PackLotsInput {
  readonly lots: readonly TakenLot[]
  /** So many packs of one net weight each. */
  readonly packs: readonly { readonly grams: number; readonly count: number }[]
  readonly lossGrams: number
  readonly lossBecause: LossReason | null
  /** Null where nothing is packed. */
  readonly bestBefore: string | null
}

/**
 * Washes and packs lots of one crop: what goes in comes out in packs, or is told as loss. Without any
 * pack it tells a loss alone.
 * @throws Refusal 'lot_twice', 'mass_appears', 'mass_missing', 'loss_without_reason',
 *   'best_before_wrong', 'unknown_packed_lot', 'lots_of_two_crops', 'lot_held', 'lot_short'
 */
export async function packLots(
  { act, secrets }: PackCommands,
  actor: Actor,
  key: string,
  input: PackLotsInput,
): Promise<{ readonly packingId: string; readonly number: string; readonly packCount: number }> {
  const sent = {
    ...input,
    lots: input.lots.map((lot) => ({ ...lot })),
    packs: input.packs.map((pack) => ({ ...pack })),
  }
  return act({ name: 'pack-lots', actor, key, input: sent }, async (tx) => {
    requireBalance(input)
    requireBestBefore(input, civilDay(tx.now))
    const lots = await holdLots(tx, input.lots)
    for (const lot of lots) await takeGrams(tx, lot, input.lots)
    const crop = lots[0]?.crop ?? ''
    const packs = await newPacks(tx, crop, input.packs)
    const packedBy = actor.personId
    const packed = { crop, packCount: packs.length, packedBy }
    const { packingId, number } = await insertNumbered(tx, input, packed)
    await insertPacked(tx.db, tx.villageId, packingId, { lots: input.lots, packs })
    const secret = await secrets.of(tx.db, tx.villageId)
    tx.append(recordOf(secret, input, { packingId, number, crop, packedBy }))
    return { packingId, number, packCount: packs.length }
  })
}

function requireBalance({ lots, packs, lossGrams, lossBecause }: PackLotsInput): void {
  if (new Set(lots.map(({ lotId }) => lotId)).size < lots.length) throw refuse('lot_twice')
  const appeared = massAppeared({ lots, packs, lossGrams })
  if (appeared > 0) throw refuse('mass_appears', { difference: kilograms(appeared) })
  if (appeared < 0) throw refuse('mass_missing', { difference: kilograms(-appeared) })
  if (lossGrams > 0 !== (lossBecause !== null)) throw refuse('loss_without_reason')
}

function requireBestBefore({ packs, bestBefore }: PackLotsInput, today: string): void {
  if (packs.length === 0 && bestBefore === null) return
  const isNear =
    bestBefore !== null &&
    bestBefore >= today &&
    bestBefore <= addCivilDays(today, KEEPS_AT_MOST_DAYS)
  if (packs.length === 0 || !isNear) throw refuse('best_before_wrong')
}

/** The lots, none of which is held, nor will be before the commit. */
async function holdLots(tx: Tx, taken: readonly TakenLot[]): Promise<readonly HarvestLot[]> {
  const { db, villageId } = tx
  const lotIds = taken.map(({ lotId }) => lotId)
  const known = await selectLots(db, villageId, lotIds)
  if (known.length < lotIds.length) throw refuse('unknown_packed_lot')
  if (new Set(known.map(({ crop }) => crop)).size > 1) throw refuse('lots_of_two_crops')
  await lockHolds(db, villageId, 'shared')
  const plotIds = [...new Set(known.map(({ plotId }) => plotId))]
  for (const plotId of plotIds.toSorted((one, other) => (one < other ? -1 : 1)))
    await lockPlotStory(db, villageId, plotId)
  const lots = await lockLots(db, villageId, lotIds)
  const held = await selectHeldLots(db, villageId, lots)
  const bar = lots.find(({ lotId }) => held.has(lotId))
  if (bar !== undefined) throw refuse('lot_held', { number: bar.number })
  return lots
}

async function takeGrams(
  { db, villageId }: Tx,
  { lotId, number, leftGrams }: HarvestLot,
  taken: readonly TakenLot[],
): Promise<void> {
  const grams = taken.find((one) => one.lotId === lotId)?.grams ?? 0
  if (leftGrams < grams) throw refuse('lot_short', { number, left: kilograms(leftGrams) })
  await takeFromLot(db, villageId, lotId, grams)
}

/** With the GTIN that each has when it is packed: what is entered or ended later is of later packs. */
async function newPacks(
  tx: Tx,
  crop: string,
  packs: PackLotsInput['packs'],
): Promise<readonly Pack[]> {
  await lockTradeItems(tx.db, tx.villageId, 'shared')
  const gtins = await selectGtinsInForce(tx.db, tx.villageId, crop)
  const weights = packs.flatMap(({ grams, count }) => Array.from({ length: count }, () => grams))
  return weights.map((netGrams, at) => ({
    packId: tx.newId(),
    serial: at + 1,
    netGrams,
    gtin: gtins.get(netGrams) ?? null,
  }))
}

/** Numbers are drawn: one that is taken is drawn again. */
async function insertNumbered(
  tx: Tx,
  { lossGrams, lossBecause, bestBefore }: PackLotsInput,
  packed: { readonly crop: string; readonly packCount: number; readonly packedBy: string },
): Promise<{ readonly packingId: string; readonly number: string }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const packingId = tx.newId()
    const number = readableNumber(civilDay(tx.now), packingId)
    const row = { ...packed, packingId, number, lossGrams, lossBecause, bestBefore }
    if (await insertPacking(tx.db, tx.villageId, { ...row, packedAt: tx.now }))
      return { packingId, number }
  }
  throw new Error('no number is free')
}

function recordOf(
  secret: VillageSecret,
  { lots, packs, lossGrams, lossBecause, bestBefore }: PackLotsInput,
  packed: { packingId: string; number: string; crop: string; packedBy: string },
) {
  const { packingId, number, crop, packedBy } = packed
  return packingDone({
    recordId: packingId,
    public: {
      number,
      crop,
      lots: lots.map(({ lotId, grams }) => ({
        lot: secret.pseudonym('harvestLot', lotId),
        grams,
      })),
      packs: packs.map(({ grams, count }) => ({ grams, count })),
      lossGrams,
      lossBecause,
      bestBefore,
    },
    parts: [{ personId: packedBy, payload: { packingId, packedBy } }],
  })
}

function kilograms(grams: number): string {
  return `${grams / 1000} kg`
}
