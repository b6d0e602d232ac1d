import type { EventBus } from '../../platform/events.ts'
import { householdLeft } from '../community/index.ts'
import type { Tx, VillageSecrets } from '../record/index.ts'
import { selectClaimsOf, type Claim } from './claims/claim.store.ts'
import { takeBack } from './claims/enter-claim.ts'
import { lockOffer, type Offer } from './offers/offer.store.ts'
import { deleteProtected } from './protection/protection.store.ts'
import { endKept } from './turns/answer-kept.ts'
import { declinedByLeaving, endTurn, isAnswerable } from './turns/end-turn.ts'
import { selectKeptTurns } from './turns/kept-turn.store.ts'
import { readRunningQueue } from './turns/running-queue.ts'

/**
 * What follows here when people leave: a household that leaves takes its claims back and declines
 * what it was called for. A disputed turn rests; once it is decided the queue's next run declines it.
 */
export function listenToCommunity(events: EventBus<Tx>, secrets: VillageSecrets): void {
  events.on(householdLeft, async (tx, { householdId }) => {
    const { db, villageId } = tx
    await deleteProtected(db, villageId, householdId)
    const claims = await selectClaimsOf(db, villageId, householdId)
    for (const offerId of [...claims.keys()].toSorted()) {
      const offer = await lockOffer(db, villageId, offerId)
      const claim = claims.get(offerId)
      if (offer === null || claim === undefined) continue
      if (offer.state === 'published' && offer.closesAt > tx.now) await takeBack(tx, secrets, claim)
      if (offer.state === 'drawn') await declineTurn(tx, secrets, offer, claim)
      const kept = (await selectKeptTurns(db, villageId, offerId)).get(householdId)
      if (kept?.state === 'called') await endKept(tx, offer, kept, 'declined', 0)
    }
  })
}

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
