import type { Actor } from '../../../../platform/actor.ts'
import type { EventBus } from '../../../../platform/events.ts'
import type { Randomness } from '../../../../platform/identity.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { openOrder, orderGone, orderPaid, requireWithinLimits } from '../../market/index.ts'
import { lockOffer } from '../offers/offer.store.ts'
import { requireSeasonRuns } from '../offers/offer-adoption.ts'
import type { AdoptionCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { recordBegun } from './record-share.ts'
import { insertShare, selectFreeShares, selectHeldShare, setShareState } from './share.store.ts'

export interface AdoptShareInput {
  readonly offerId: string
  /** As it stands on the certificate. */
  readonly name: string
  readonly address: string | null
  /** What the adopter has seen that it costs, and under which contract. */
  readonly priceFen: number
  readonly edition: number
  readonly provider: string
  readonly addressHash: string
}

/**
 * Sets a share aside for somebody of the city, for a quarter of an hour in which it can be paid.
 * @throws Refusal 'unknown_adoption_offer', 'adoption_settled', 'adoption_season_over',
 *   'adoption_price_changed', 'adoption_contract_changed', 'adoption_sold_out', those of the market's
 *   requireWithinLimits
 */
export async function adoptShare(
  { act, randomness }: Pick<AdoptionCommands, 'act'> & { readonly randomness: Randomness },
  actor: Actor,
  key: string,
  input: AdoptShareInput,
): Promise<{ readonly number: string }> {
  const { addressHash, ...said } = input
  return act({ name: 'adopt-share', actor, key, input: { ...said } }, async (tx) => {
    const { db, villageId, now } = tx
    const customerId = actor.personId
    await requireWithinLimits(tx, customerId, addressHash)
    const offer = await lockOffer(db, villageId, input.offerId)
    if (offer === null || offer.confirmedAt === null) throw refuse('unknown_adoption_offer')
    if (offer.outcome !== null) throw refuse('adoption_settled')
    await requireSeasonRuns(tx, offer.growingSeasonId)
    if (offer.priceFen !== input.priceFen) throw refuse('adoption_price_changed')
    if (offer.edition !== input.edition) throw refuse('adoption_contract_changed')
    const [shareNo] = await selectFreeShares(db, villageId, offer, 1)
    if (shareNo === undefined) throw refuse('adoption_sold_out')
    const { orderId, number } = await openOrder(tx, randomness, {
      channel: 'adoption',
      customerId,
      slotId: null,
      name: input.name,
      address: input.address,
      addressHash,
      totalFen: offer.priceFen,
      provider: input.provider,
    })
    const share = { adoptionId: tx.newId(), offerId: offer.offerId, shareNo, orderId, number }
    const waits = { state: 'held', recordId: null, adoptedAt: null } as const
    await insertShare(db, villageId, { ...share, customerId, ...waits, begunAt: now })
    return { number }
  })
}

/** What was paid for is adopted; what nobody paid for is free again. */
export function listenToMarket(events: EventBus<Tx>, secrets: VillageSecrets): void {
  events.on(orderPaid, async (tx, { orderId }) => {
    const { db, villageId, now } = tx
    const share = await selectHeldShare(db, villageId, orderId)
    if (share === null) throw new Error(`no share waits for order ${orderId}`)
    const recordId = tx.newId()
    const adopted = { state: 'adopted', recordId, adoptedAt: now } as const
    await setShareState(db, villageId, share.adoptionId, adopted)
    await recordBegun(tx, secrets, share, { recordId, carriedFrom: null })
  })
  events.on(orderGone, async ({ db, villageId, now }, { orderId }) => {
    const share = await selectHeldShare(db, villageId, orderId)
    if (share === null) return
    await setShareState(db, villageId, share.adoptionId, { state: 'lapsed', endedAt: now })
  })
}
