import { passOn, type HeldTurn } from '@azalea/scoring/order'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Bringer } from '../../cases/index.ts'
import type { Tx } from '../../record/index.ts'
import { changeOffer, type Offer } from '../offers/offer.store.ts'
import { ruleOf } from '../order-rules/rule-of.ts'
import { refuse } from '../refusals.ts'
import { isOpen } from './running-queue.ts'
import { saveKeptTurn, selectKeptTurns, type KeptTurn } from './kept-turn.store.ts'
import { joinedOf } from './running-queue.ts'
import { notifyHolders } from './notify-holders.ts'
import { aboutOffer, toHolder } from './turn-messages.ts'
import { selectTurns, type QueueTurn } from './turn.store.ts'

/**
 * Answers what comes from the share that is kept. No record is made here: one at this moment would
 * tell who is protected. The sum is recorded when all have answered, with each line sealed.
 * @throws Refusal 'turn_ended', 'turn_above_called'
 */
export async function answerKept(
  tx: Tx,
  offer: Offer,
  turn: QueueTurn,
  takenQuantity: number,
  answer: Pick<Bringer, 'enteredBy'>,
): Promise<void> {
  const kept = (await selectKeptTurns(tx.db, tx.villageId, offer.offerId)).get(turn.holderId)
  if (kept?.state !== 'called') throw refuse('turn_ended')
  if (takenQuantity > kept.givenQuantity) throw refuse('turn_above_called')
  const { enteredBy } = answer
  const how = takenQuantity > 0 ? 'accepted' : 'declined'
  await endKept(tx, offer, { ...kept, enteredBy }, how, takenQuantity)
}

/** Ends what came to one holder, and passes the rest on. The caller holds the offer. */
export async function endKept(
  tx: Tx,
  offer: Offer,
  kept: KeptTurn,
  state: 'accepted' | 'declined' | 'lapsed',
  takenQuantity: number,
): Promise<void> {
  const ended = { ...kept, state, givenQuantity: takenQuantity }
  await saveKeptTurn(tx.db, tx.villageId, ended, tx.now)
  await callKept(tx, offer, (offer.keptLeftQuantity ?? 0) + kept.givenQuantity - takenQuantity)
}

/** Gives what there is of the kept share to protected claimants, in the order of their places. */
export async function callKept(tx: Tx, offer: Offer, quantity: number): Promise<void> {
  const { db, villageId } = tx
  const { offerId } = offer
  const { rule } = await ruleOf(db, villageId, offer)
  const turns = (await selectTurns(db, villageId, offerId)).filter((one) => one.isProtected)
  const joined = await joinedOf(tx, turns)
  const byName = new Map<string, QueueTurn>(turns.map((one) => [one.claimant, one]))
  const kept = await selectKeptTurns(db, villageId, offerId)
  const held = turns.flatMap((turn) =>
    joined.has(turn.holderId) ? heldOf(turn, kept.get(turn.holderId)) : [],
  )
  const passed = passOn(held, quantity, rule.partial)
  await changeOffer(db, villageId, offerId, { kept_left_quantity: passed.leftQuantity })
  const dueOn = addCivilDays(civilDay(tx.now), offer.answerWithinDays)
  for (const { claimant, quantity: more } of passed.called) {
    const turn = byName.get(claimant)
    if (turn === undefined) throw new Error(`${claimant} is not in the queue of ${offerId}`)
    const { holderId, householdId } = turn
    const givenQuantity = (kept.get(holderId)?.givenQuantity ?? 0) + more
    const called: KeptTurn = {
      offerId,
      holderId,
      householdId,
      givenQuantity,
      state: 'called',
      dueOn,
      enteredBy: null,
    }
    await saveKeptTurn(db, villageId, called, null)
    const params = { ...aboutOffer(offer), quantity: givenQuantity, dueOn }
    await notifyHolders(tx, [{ ...toHolder(turn), kind: 'turn.kept', params }])
  }
}

/** What a protected claimant still wants after the turns of all; nothing from who passed on. */
function heldOf(turn: QueueTurn, kept: KeptTurn | undefined): HeldTurn[] {
  const taken = turn.state === 'accepted' ? turn.givenQuantity : 0
  const hasEnough = turn.state === 'accepted' && turn.givenQuantity < turn.calledQuantity
  if ((!isOpen(turn) && turn.state !== 'accepted') || hasEnough) return []
  return [
    {
      ...turn,
      givenQuantity: taken + (kept?.givenQuantity ?? 0),
      isEnded: kept !== undefined && kept.state !== 'called',
    },
  ]
}
