import type { EventBus } from '../../platform/events.ts'
import { householdLeft, personDeparted, personErased, personRehoused } from '../community/index.ts'
import type { Tx, VillageSecrets } from '../record/index.ts'
import { selectClaimsFor, selectClaimsOf, type Claim } from './claims/claim.store.ts'
import { takeBack } from './claims/enter-claim.ts'
import { lockOffer, type Offer } from './offers/offer.store.ts'
import { deleteProtected } from './protection/protection.store.ts'
import { endKept } from './turns/answer-kept.ts'
import { declinedByLeaving, endTurn, isAnswerable } from './turns/end-turn.ts'
import { selectKeptTurns } from './turns/kept-turn.store.ts'
import { readRunningQueue } from './turns/running-queue.ts'

/**
 * What follows here when people leave: a household that leaves, or a person who is erased, dies or moves
 * away or to another household, takes their claims back and declines what they were called for. A
 * disputed turn rests; once it is decided the queue's next run declines it.
 */
export function listenToCommunity(events: EventBus<Tx>, secrets: VillageSecrets): void {
  events.on(householdLeft, async (tx, { householdId }) => {
    await deleteProtected(tx.db, tx.villageId, householdId)
    await endClaims(tx, secrets, await selectClaimsFor(tx.db, tx.villageId, householdId))
  })
  const endOwn = async (tx: Tx, { personId }: { readonly personId: string }) => {
    const claims = await selectClaimsOf(tx.db, tx.villageId, [personId])
    await endClaims(tx, secrets, [...claims.values()])
  }
  events.on(personDeparted, endOwn)
  events.on(personErased, endOwn)
  events.on(personRehoused, endOwn)
}

async function endClaims(tx: Tx, secrets: VillageSecrets, claims: readonly Claim[]): Promise<void> {
  const { db, villageId } = tx
  const inOrder = claims.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  for (const claim of inOrder) {
    const { offerId, holderId } = claim
    const offer = await lockOffer(db, villageId, offerId)
    if (offer === null) continue
    if (offer.state === 'published' && offer.closesAt > tx.now) await takeBack(tx, secrets, claim)
    if (offer.state === 'drawn') await declineTurn(tx, secrets, offer, claim)
    const kept = (await selectKeptTurns(db, villageId, offerId)).get(holderId)
    if (kept?.state === 'called') await endKept(tx, offer, kept, 'declined', 0)
  }
}

/** Offers are held in one order, whoever leaves. */
const orderOf = ({ offerId, holderId }: Claim) => `${offerId} ${holderId}`

async function declineTurn(
  tx: Tx,
  secrets: VillageSecrets,
  offer: Offer,
  { claimant }: Claim,
): Promise<void> {
  const queue = await readRunningQueue(tx, offer)
  const turn = queue.turns.get(claimant)
  if (turn !== undefined && isAnswerable(turn))
    await endTurn(tx, secrets, queue, turn, declinedByLeaving)
}
