import { claimChanged, claimEntered, claimWithdrawn, type Pseudonym } from '@azalea/records'
import { formatQuantity } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import { requireJoinedBringer, type Bringer, type OnBehalf } from '../../cases/index.ts'
import { readPeople, sendMessage } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { lockOfferShared, selectOffer, type Offer } from '../offers/offer.store.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { aboutOffer } from '../turns/turn-messages.ts'
import { whyNotClaimable, whyNotClaimant } from './claimable.ts'
import { lockClaim, saveClaim, selectClaim, type Claim } from './claim.store.ts'
import { holderOf } from './holder.ts'

export interface EnterClaimInput {
  readonly offerId: string
  readonly wantedQuantity: number
  /** Less than this is of no use. */
  readonly leastQuantity: number
  /** For whom a cadre enters it, and how they said so; absent for oneself or one's own household. */
  readonly onBehalf?: OnBehalf | undefined
}

/**
 * Claims something of an offer for one's household, or for oneself where the offer is for persons, or
 * changes what is claimed, until claims close.
 * The claim stands under the offer's row, shared: the close waits for it or comes before it.
 * @throws Refusal 'unknown_offer', 'claims_not_open', 'claims_closed', 'offer_cancelled',
 *   'claim_above_limit', 'claim_least_above_wanted', 'claim_not_for_group', 'claim_not_for_age',
 *   'claim_for_oneself', 'claim_for_household', 'claim_not_for_others', those of requireJoinedMember
 */
export async function enterClaim(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { offerId, wantedQuantity, leastQuantity, onBehalf }: EnterClaimInput,
): Promise<{ readonly changed: boolean }> {
  const input = { offerId, wantedQuantity, leastQuantity, ...behalfOf(onBehalf) }
  return act({ name: 'enter-claim', actor, key, input }, async (tx) => {
    const { offer, bringer, holderId } = await requireClaimable(tx, actor, offerId, onBehalf)
    if (wantedQuantity > offer.mostQuantity)
      throw refuse('claim_above_limit', {
        mostZh: formatQuantity(offer.mostQuantity, offer.unit, 'zh'),
        mostEn: formatQuantity(offer.mostQuantity, offer.unit, 'en'),
      })
    if (leastQuantity > wantedQuantity) throw refuse('claim_least_above_wanted')
    const why = await whyNotClaimant(tx.db, tx.villageId, offer, bringer)
    if (why !== null) throw why
    const before = await selectClaim(tx.db, tx.villageId, offerId, holderId)
    const secret = await secrets.of(tx.db, tx.villageId)
    const claim: Claim = {
      offerId,
      holderId,
      householdId: bringer.householdId,
      personId: bringer.personId,
      claimant: secret.pseudonym('claimant', `${offerId} ${holderId}`),
      wantedQuantity,
      leastQuantity,
      channel: bringer.channel,
      enteredBy: bringer.enteredBy,
      claimedAt: before?.claimedAt ?? tx.now,
      changedAt: tx.now,
      withdrawnAt: null,
    }
    const isChanged = before !== null && before.withdrawnAt === null
    await saveClaim(tx.db, tx.villageId, claim)
    const written = writtenOf(claim, secret.pseudonym('offer', offerId))
    tx.append(isChanged ? claimChanged(written) : claimEntered(written))
    await notifyClaimer(tx, offer, claim, 'claim.entered')
    return { changed: isChanged }
  })
}

/**
 * Takes a claim back, until claims close.
 * @throws Refusal 'no_claim', and those of enterClaim for offer and person
 */
export async function withdrawClaim(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { offerId, onBehalf }: Pick<EnterClaimInput, 'offerId' | 'onBehalf'>,
): Promise<Record<string, never>> {
  const input = { offerId, ...behalfOf(onBehalf) }
  return act({ name: 'withdraw-claim', actor, key, input }, async (tx) => {
    const { offer, bringer, holderId } = await requireClaimable(tx, actor, offerId, onBehalf)
    const before = await selectClaim(tx.db, tx.villageId, offerId, holderId)
    if (before === null || before.withdrawnAt !== null) throw refuse('no_claim')
    const { personId, channel, enteredBy } = bringer
    const claim = { ...before, personId, channel, enteredBy }
    await takeBack(tx, secrets, claim)
    await notifyClaimer(tx, offer, claim, 'claim.withdrawn')
    return {}
  })
}

/** Takes back a claim that stands, with its record. */
export async function takeBack(tx: Tx, secrets: Commands['secrets'], claim: Claim): Promise<void> {
  await saveClaim(tx.db, tx.villageId, { ...claim, changedAt: tx.now, withdrawnAt: tx.now })
  const secret = await secrets.of(tx.db, tx.villageId)
  tx.append(claimWithdrawn(writtenOf(claim, secret.pseudonym('offer', claim.offerId))))
}

async function requireClaimable(
  tx: Tx,
  actor: Actor,
  offerId: string,
  onBehalf: OnBehalf | undefined,
): Promise<{ offer: Offer; bringer: Bringer; holderId: string }> {
  const bringer = await requireJoinedBringer(tx, actor, onBehalf, {
    forOneself: () => refuse('claim_for_oneself'),
    notForOthers: () => refuse('claim_not_for_others'),
    forHousehold: () => refuse('claim_for_household'),
  })
  // By whom an offer is claimed never changes: it is read before the claim is held, and held after it.
  const known = await selectOffer(tx.db, tx.villageId, offerId)
  const holderId = known === null ? null : holderOf(known, bringer)
  if (holderId === null) throw refuse('unknown_offer')
  await lockClaim(tx.db, tx.villageId, offerId, holderId)
  const offer = await lockOfferShared(tx.db, tx.villageId, offerId)
  if (offer === null) throw refuse('unknown_offer')
  const why = whyNotClaimable(offer, tx.now)
  if (why !== null) throw why
  return { offer, bringer, holderId }
}

function writtenOf(claim: Claim, offer: Pseudonym<'offer'>) {
  const { offerId, personId, claimant, wantedQuantity, leastQuantity, channel, enteredBy } = claim
  const payload = { offerId, wantedQuantity, leastQuantity, channel, enteredBy }
  return { public: { offer, claimant }, parts: [{ personId, payload }] }
}

/** Whose claim a cadre entered or took back learns that, and from whom. */
async function notifyClaimer(tx: Tx, offer: Offer, claim: Claim, kind: string): Promise<void> {
  const { enteredBy, wantedQuantity } = claim
  if (enteredBy === null) return
  const cadre = (await readPeople(tx.db, tx.villageId, [enteredBy])).get(enteredBy)
  await sendMessage(tx, claim.personId, kind, {
    ...aboutOffer(offer),
    quantity: wantedQuantity,
    byName: cadre?.name ?? null,
  })
}

function behalfOf(onBehalf: OnBehalf | undefined) {
  return onBehalf === undefined ? {} : { onBehalf: { ...onBehalf } }
}
