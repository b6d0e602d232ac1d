import { queueDrawn } from '@azalea/records'
import { drawnBytes, readQueue, shareOut, type SharedOut } from '@azalea/scoring/order'
import { addCivilDays, civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import { writeInPortions } from '../../../platform/database/plain-array.ts'
import { readDocument } from '../../record/index.ts'
import { selectQueuedClaims, type QueuedClaim } from '../claims/claim.store.ts'
import { changeOffer, lockOffer, type Offer } from '../offers/offer.store.ts'
import type { QueueParts } from '../parts.ts'
import { selectProtected } from '../protection/protection.store.ts'
import { dueOf } from '../turns/end-turn.ts'
import { joinedOf } from '../turns/running-queue.ts'
import { notifyListeners, readListeners } from '../turns/notify-holders.ts'
import { calledMessage, waitingMessage, type HolderMessage } from '../turns/turn-messages.ts'
import { insertTurns, type DrawnTurn } from '../turns/turn.store.ts'
import { sha256Text } from '../sha256-text.ts'

/**
 * Puts an announced queue in order by the first checkpoint published after it, shares the supply out
 * and calls those to whom something comes. It is shared out from the document as it was published.
 * @param checkpoint the text that was signed
 * @returns whether it was drawn now
 */
export async function drawQueue(
  { act, newId, secrets }: QueueParts,
  villageId: string,
  offerId: string,
  checkpoint: string,
): Promise<boolean> {
  const command = {
    name: 'draw-queue',
    actor: systemActor(villageId),
    key: newId(),
    input: { offerId },
  }
  return act(command, async (tx) => {
    const { db } = tx
    const offer = await lockOffer(db, villageId, offerId)
    if (offer === null || offer.state !== 'announced' || offer.queueHash === null) return false
    const [document, claims] = await Promise.all([
      readDocument(db, villageId, offer.queueHash),
      selectQueuedClaims(db, villageId, offerId),
    ])
    const queue = document === null ? null : readQueue(document.toString('utf8'))
    if (queue === null) throw new Error(`the queue of offer ${offerId} cannot be read`)
    const shared = shareOut(sha256Text, sha256Text(checkpoint), queue)
    const [isProtected, joined, listeners] = await Promise.all([
      selectProtected(db, villageId),
      joinedOf(tx, claims),
      readListeners(tx, claims),
    ])
    const answerBy = addCivilDays(civilDay(tx.now), offer.answerWithinDays)
    const dueHere = dueOf(offer, true, tx.now)
    const dueOfOthers = dueOf(offer, false, tx.now)
    const dueOn = (holderId: string) => (joined.has(holderId) ? dueHere : dueOfOthers)
    const turns = turnsOf(offer, shared, dueOn, claims, isProtected)
    const here = turns.filter(({ holderId }) => joined.has(holderId))
    await Promise.all([
      insertTurns(db, villageId, offerId, turns),
      writeInPortions(here, async (some) =>
        notifyListeners(
          tx,
          listeners,
          some.map((turn) => drawnMessage(offer, turn)),
        ),
      ),
    ])
    await changeOffer(db, villageId, offerId, {
      state: 'drawn',
      drawn_at: tx.now,
      checkpoint,
      left_quantity: shared.leftQuantity,
      floor_quantity: shared.floorQuantity,
    })
    const [origin = '', size = '', root = ''] = checkpoint.split('\n')
    tx.append(
      queueDrawn({
        public: {
          offer: (await secrets.of(db, villageId)).pseudonym('offer', offerId),
          checkpoint: { origin, size: Number(size), root },
          result: sha256Text(drawnBytes(shared)),
          answerBy,
        },
        parts: [],
      }),
    )
    return true
  })
}

function turnsOf(
  { offerId }: Offer,
  { turns }: SharedOut,
  dueOn: (holderId: string) => string,
  claims: readonly QueuedClaim[],
  isProtected: ReadonlyMap<string, unknown>,
): DrawnTurn[] {
  const byName = new Map<string, QueuedClaim>(claims.map((claim) => [claim.claimant, claim]))
  return turns.map((turn) => {
    const claim = byName.get(turn.claimant)
    if (claim === undefined) throw new Error(`${turn.claimant} has not claimed offer ${offerId}`)
    const { holderId, householdId, personId, claimant } = claim
    const isCalled = turn.givenQuantity > 0
    return {
      claimant,
      holderId,
      householdId,
      personId,
      place: turn.place,
      aheadBy: turn.aheadBy,
      honourHundredths: turn.honourHundredths,
      receivedQuantity: turn.receivedQuantity,
      waitedOffers: turn.waitedOffers,
      outcome: turn.outcome,
      givenQuantity: turn.givenQuantity,
      state: isCalled ? 'called' : 'waiting',
      dueOn: isCalled ? dueOn(holderId) : null,
      isProtected: isProtected.has(householdId),
    }
  })
}

function drawnMessage(offer: Offer, turn: DrawnTurn): HolderMessage {
  return turn.state === 'called' ? calledMessage(offer, turn) : waitingMessage(offer, turn)
}
