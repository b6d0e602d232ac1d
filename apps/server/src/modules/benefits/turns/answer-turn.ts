import type { Actor } from '../../../platform/actor.ts'
import { requireJoinedMember } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { holderOf } from '../claims/holder.ts'
import { lockOffer, type Offer } from '../offers/offer.store.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endTurn } from './end-turn.ts'
import { answerKept } from './answer-kept.ts'
import { readRunningQueue } from './running-queue.ts'
import { selectTurnOf, type QueueTurn } from './turn.store.ts'

export interface AnswerTurnInput {
  readonly offerId: string
  /** How much is taken, all that one was called for or less; zero declines. */
  readonly takenQuantity: number
}

/**
 * Takes what one's household was called for, or less of it, or nothing; the rest goes to the next.
 * Whoever lives in the household answers for it, once; a person's turn is answered by that person.
 * @throws Refusal 'unknown_offer', 'no_turn', 'turn_not_called', 'turn_ended', 'turn_disputed',
 *   'turn_above_called', those of requireJoinedMember
 */
export async function answerTurn(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { offerId, takenQuantity }: AnswerTurnInput,
): Promise<Record<string, never>> {
  const input = { offerId, takenQuantity }
  return act({ name: 'answer-turn', actor, key, input }, async (tx) => {
    const { offer, turn } = await requireTurn(tx, actor, offerId)
    if (offer.state === 'settled') {
      await answerKept(tx, offer, turn, takenQuantity)
      return {}
    }
    if (turn.state === 'waiting') throw refuse('turn_not_called')
    if (turn.state !== 'called') throw refuse('turn_ended')
    if (turn.isDisputed) throw refuse('turn_disputed')
    if (takenQuantity > turn.givenQuantity) throw refuse('turn_above_called')
    const how = takenQuantity > 0 ? 'accepted' : 'declined'
    const end = { how, takenQuantity, answeredBy: actor.personId } as const
    await endTurn(tx, secrets, await readRunningQueue(tx, offer), turn, end)
    return {}
  })
}

async function requireTurn(
  tx: Tx,
  actor: Actor,
  offerId: string,
): Promise<{ offer: Offer; turn: QueueTurn }> {
  const { db, villageId } = tx
  const offer = await lockOffer(db, villageId, offerId)
  if (offer === null || offer.state === 'draft') throw refuse('unknown_offer')
  const holderId = holderOf(offer, actor)
  const found = holderId === null ? null : await selectTurnOf(db, villageId, offerId, [holderId])
  if (found === null) throw refuse('no_turn')
  await requireJoinedMember(tx, actor.personId, actor)
  return { offer, turn: found.turn }
}
