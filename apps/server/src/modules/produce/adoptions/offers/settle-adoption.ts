import { adoptionRefund, dueOfShare } from '@azalea/produce-rules'
import { adoptionDelivered, adoptionOfferHarvested, adoptionOfferSettled } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { selectSeason } from '../../land/index.ts'
import { completeOrder } from '../../market/index.ts'
import { selectContract, type Contract } from '../contracts/contract.store.ts'
import type { AdoptionCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { recordBegun, recordEnded } from '../shares/record-share.ts'
import {
  insertDelivery,
  insertShare,
  selectDeliveries,
  selectFreeShares,
  selectShare,
  selectShares,
  setShareState,
  sumDelivered,
  type Share,
} from '../shares/share.store.ts'
import type { Outcome } from '../tables.ts'
import {
  insertHarvest,
  lockOffer,
  setSettled,
  sumOffer,
  type AdoptionOffer,
} from './offer.store.ts'
import { readGrowerOf } from './read-adoption-growers.ts'

/** A running offer, locked, for somebody of another household than grows there. */
async function requireOthers(tx: Tx, actor: Actor, offerId: string): Promise<AdoptionOffer> {
  const offer = await lockOffer(tx.db, tx.villageId, offerId)
  if (offer === null || offer.confirmedAt === null) throw refuse('unknown_adoption_offer')
  if (offer.outcome !== null) throw refuse('adoption_settled')
  const grower = await readGrowerOf(tx.db, tx.villageId, offer)
  if (grower !== null && grower === actor.householdId) throw refuse('own_adoption_plot')
  return offer
}

async function requireDay(tx: Tx, offer: AdoptionOffer, on: string): Promise<void> {
  const season = await selectSeason(tx.db, tx.villageId, offer.growingSeasonId)
  if (season === null || on < season.beginsOn || on > civilDay(tx.now))
    throw refuse('adoption_day_wrong')
}

export interface EnterHarvestInput {
  readonly offerId: string
  readonly quantity: number
  readonly harvestedOn: string
}

/**
 * Enters what was harvested of what is adopted; several add up.
 * @throws Refusal 'unknown_adoption_offer', 'adoption_settled', 'own_adoption_plot', 'adoption_day_wrong'
 */
export async function enterAdoptionHarvest(
  { act, secrets }: AdoptionCommands,
  actor: Actor,
  key: string,
  input: EnterHarvestInput,
): Promise<Record<string, never>> {
  return act({ name: 'enter-adoption-harvest', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { offerId, quantity, harvestedOn } = input
    const offer = await requireOthers(tx, actor, offerId)
    await requireDay(tx, offer, harvestedOn)
    const enteredBy = actor.personId
    const entered = { entryId: tx.newId(), enteredBy, enteredAt: now }
    await insertHarvest(db, villageId, { ...input, ...entered })
    const secret = await secrets.of(db, villageId)
    tx.append(
      adoptionOfferHarvested({
        public: { adoptionOffer: secret.pseudonym('adoptionOffer', offerId), quantity },
        parts: [{ personId: enteredBy, payload: { offerId, enteredBy } }],
      }),
    )
    return {}
  })
}

export interface EnterDeliveryInput {
  readonly adoptionId: string
  readonly quantity: number
  readonly deliveredOn: string
}

/**
 * Enters what an adopter was given: no more than is due to the share, nor than was harvested.
 * @throws Refusal 'unknown_adoption', 'adoption_not_running', 'adoption_settled', 'own_adoption_plot',
 *   'adoption_day_wrong', 'more_than_due', 'more_than_harvested'
 */
export async function enterAdoptionDelivery(
  { act, secrets }: AdoptionCommands,
  actor: Actor,
  key: string,
  input: EnterDeliveryInput,
): Promise<Record<string, never>> {
  return act({ name: 'enter-adoption-delivery', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { adoptionId, quantity, deliveredOn } = input
    const known = await selectShare(db, villageId, adoptionId)
    if (known === null) throw refuse('unknown_adoption')
    const offer = await requireOthers(tx, actor, known.offerId)
    const share = await selectShare(db, villageId, adoptionId)
    if (share?.state !== 'adopted') throw refuse('adoption_not_running')
    await requireDay(tx, offer, deliveredOn)
    const { harvested, delivered } = await sumOffer(db, villageId, offer.offerId)
    const own = sumDelivered(await selectDeliveries(db, villageId, [adoptionId]))
    const due = dueOfShare({ part: offer.part, amount: offer.partAmount }, harvested)
    const left = due - (own.get(adoptionId) ?? 0)
    if (quantity > harvested - delivered)
      throw refuse('more_than_harvested', { left: harvested - delivered })
    if (quantity > left) throw refuse('more_than_due', { left })
    const enteredBy = actor.personId
    const entered = { deliveryId: tx.newId(), enteredBy, enteredAt: now }
    await insertDelivery(db, villageId, { ...input, ...entered })
    const secret = await secrets.of(db, villageId)
    tx.append(
      adoptionDelivered({
        public: { adoption: secret.pseudonym('adoption', adoptionId), quantity },
        parts: [{ personId: enteredBy, payload: { adoptionId, enteredBy } }],
      }),
    )
    return {}
  })
}

export interface SettleAdoptionInput {
  readonly offerId: string
  readonly outcome: Outcome
  /** Where the contract lets the next season make a failed harvest good: its offer. */
  readonly nextOfferId: string | null
}

/**
 * Ends a season: of a harvest, what was due and not delivered is paid back; of a failed one what the
 * contract says, or its shares become shares of the next season.
 * @throws Refusal 'unknown_adoption_offer', 'adoption_settled', 'own_adoption_plot', 'adoption_being_paid',
 *   'nothing_harvested', 'next_season_missing', 'next_season_unwanted'
 */
export async function settleAdoption(
  { act, secrets }: AdoptionCommands,
  actor: Actor,
  key: string,
  input: SettleAdoptionInput,
): Promise<{ readonly orderIds: string[] }> {
  return act({ name: 'settle-adoption', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { offerId, outcome, nextOfferId } = input
    const offer = await requireOthers(tx, actor, offerId)
    const contract = await selectContract(db, villageId, offer.edition)
    const shares = await selectShares(db, villageId, offerId)
    if (shares.some(({ state }) => state === 'held')) throw refuse('adoption_being_paid')
    const { harvested } = await sumOffer(db, villageId, offerId)
    if (outcome === 'harvested' && harvested === 0) throw refuse('nothing_harvested')
    const isCarried = outcome === 'failed' && contract.failure === 'next_season'
    if (!isCarried && nextOfferId !== null) throw refuse('next_season_unwanted')
    const free = isCarried ? await requireNext(tx, offer, nextOfferId, shares.length) : []
    const by = actor.personId
    await setSettled(db, villageId, offerId, { outcome, nextOfferId, by, at: now })
    await recordSettled(tx, secrets, input, by)
    const settling = { offer, contract, outcome, harvested, by }
    if (isCarried) await carryShares(tx, secrets, shares, nextOfferId ?? '', free)
    else await endShares(tx, secrets, shares, settling)
    return { orderIds: isCarried ? [] : shares.map(({ orderId }) => orderId) }
  })
}

/** Numbers of shares that are free in the next season's offer. @throws Refusal 'next_season_missing' */
async function requireNext(
  tx: Tx,
  offer: AdoptionOffer,
  nextOfferId: string | null,
  count: number,
): Promise<readonly number[]> {
  const { db, villageId } = tx
  const next = nextOfferId === null ? null : await lockOffer(db, villageId, nextOfferId)
  if (next === null || next.confirmedAt === null || next.outcome !== null)
    throw refuse('next_season_missing')
  const season = await selectSeason(db, villageId, offer.growingSeasonId)
  const later = await selectSeason(db, villageId, next.growingSeasonId)
  const isNext =
    next.plotId === offer.plotId &&
    next.priceFen === offer.priceFen &&
    next.part === offer.part &&
    next.partAmount === offer.partAmount &&
    (later?.beginsOn ?? '') > (season?.endsOn ?? '')
  const free = await selectFreeShares(db, villageId, next, count)
  if (!isNext || free.length < count) throw refuse('next_season_missing')
  return free
}

async function carryShares(
  tx: Tx,
  secrets: VillageSecrets,
  shares: readonly Share[],
  offerId: string,
  free: readonly number[],
): Promise<void> {
  const { db, villageId, now } = tx
  for (const [at, share] of shares.entries()) {
    const { adoptionId: carriedFrom, orderId, number, customerId } = share
    await setShareState(db, villageId, carriedFrom, { state: 'carried', endedAt: now })
    await recordEnded(tx, secrets, share, { outcome: 'carried', refundFen: 0 })
    const recordId = tx.newId()
    const next = { adoptionId: tx.newId(), offerId, shareNo: free[at] ?? 0, customerId }
    const same = { orderId, number, state: 'adopted', recordId, begunAt: now } as const
    await insertShare(db, villageId, { ...next, ...same, adoptedAt: now })
    await recordBegun(tx, secrets, next, { recordId, carriedFrom })
  }
}

async function endShares(
  tx: Tx,
  secrets: VillageSecrets,
  shares: readonly Share[],
  of: {
    readonly offer: AdoptionOffer
    readonly contract: Contract
    readonly outcome: Outcome
    readonly harvested: number
    readonly by: string
  },
): Promise<void> {
  const { db, villageId, now } = tx
  const { offer, contract, outcome, harvested, by } = of
  const ids = shares.map(({ adoptionId }) => adoptionId)
  const delivered = sumDelivered(await selectDeliveries(db, villageId, ids))
  const due = dueOfShare({ part: offer.part, amount: offer.partAmount }, harvested)
  for (const share of shares) {
    const { adoptionId, orderId } = share
    const had = delivered.get(adoptionId) ?? 0
    const { priceFen } = offer
    const refundFen = adoptionRefund({ outcome, priceFen, due, delivered: had }, contract)
    await completeOrder(tx, orderId, { by, refundFen, because: 'harvest_failed' })
    await setShareState(db, villageId, adoptionId, { state: outcome, endedAt: now, refundFen })
    await recordEnded(tx, secrets, share, { outcome, refundFen })
  }
}

async function recordSettled(
  tx: Tx,
  secrets: VillageSecrets,
  { offerId, outcome, nextOfferId }: SettleAdoptionInput,
  settledBy: string,
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  tx.append(
    adoptionOfferSettled({
      recordId: tx.newId(),
      public: {
        adoptionOffer: secret.pseudonym('adoptionOffer', offerId),
        outcome,
        next: nextOfferId === null ? null : secret.pseudonym('adoptionOffer', nextOfferId),
      },
      parts: [{ personId: settledBy, payload: { offerId, settledBy } }],
    }),
  )
}
