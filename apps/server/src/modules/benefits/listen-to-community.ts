import type { EventBus } from '../../platform/events.ts'
import { householdLeft, personErased } from '../community/index.ts'
import type { Tx, VillageSecrets } from '../record/index.ts'
import { selectClaimsOf } from './claims/claim.store.ts'
import { takeBack } from './claims/enter-claim.ts'
import { clearObjectorWords } from './objections/turn-objection.store.ts'
import { lockOffer } from './offers/offer.store.ts'
import { deleteProtected } from './protection/protection.store.ts'
import { endKept } from './turns/answer-kept.ts'
import { endTurn } from './turns/end-turn.ts'
import { selectKeptTurns } from './turns/kept-turn.store.ts'
import { selectTurnOf } from './turns/turn.store.ts'

/**
 * What follows here when people leave: a household that leaves takes its claims back and declines
 * what it was called for; with an erasure go the words of the person's objections.
 */
export function listenToCommunity(events: EventBus<Tx>, secrets: VillageSecrets): void {
  events.on(personErased, (tx, { personId }) => clearObjectorWords(tx.db, tx.villageId, personId))
  events.on(householdLeft, async (tx, { householdId }) => {
    const { db, villageId } = tx
    await deleteProtected(db, villageId, householdId)
    const claims = await selectClaimsOf(db, villageId, householdId)
    for (const offerId of [...claims.keys()].toSorted()) {
      const offer = await lockOffer(db, villageId, offerId)
      const claim = claims.get(offerId)
      if (offer === null || claim === undefined) continue
      if (offer.state === 'published' && offer.closesAt > tx.now) await takeBack(tx, secrets, claim)
      const found = await selectTurnOf(db, villageId, offerId, householdId)
      if (offer.state === 'drawn' && found?.turn.state === 'called') {
        const end = { how: 'declined', takenQuantity: 0, answeredBy: null } as const
        await endTurn(tx, secrets, offer, found.turn, end)
      }
      const kept = (await selectKeptTurns(db, villageId, offerId)).get(householdId)
      if (kept?.state === 'called') await endKept(tx, offer, kept, 'declined', 0)
    }
  })
}
