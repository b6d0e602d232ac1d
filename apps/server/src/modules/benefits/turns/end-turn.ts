import { turnEnded } from '@azalea/records'
import { passedOnBytes, type PassedOn } from '@azalea/scoring/order'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Bringer } from '../../cases/index.ts'
import type { Tx } from '../../record/index.ts'
import { changeOffer, type Offer } from '../offers/offer.store.ts'
import type { Commands } from '../parts.ts'
import { sha256Text } from '../sha256-text.ts'
import type { RunningQueue } from './running-queue.ts'
import { notifyHolders } from './notify-holders.ts'
import { calledMessage } from './turn-messages.ts'
import { changeTurn, type QueueTurn } from './turn.store.ts'

export interface TurnEnd {
  readonly how: 'accepted' | 'declined' | 'lapsed' | 'struck'
  readonly takenQuantity: number
  /** Who answered, and who entered it for them; null: nobody answered. */
  readonly answer: Pick<Bringer, 'personId' | 'channel' | 'enteredBy'> | null
}

/** Of a household, or a person, who takes part no more. */
export const declinedByLeaving: TurnEnd = { how: 'declined', takenQuantity: 0, answer: null }

/**
 * Ends a turn, and passes on to the next what was not taken of it. The caller holds the offer.
 * What is called and from whom stands in one record, so that it is followed in the log step by step:
 * by its hash, since a large turn can be passed on to more than a leaf holds.
 */
export async function endTurn(
  tx: Tx,
  secrets: Commands['secrets'],
  queue: RunningQueue,
  turn: QueueTurn,
  { how, takenQuantity, answer }: TurnEnd,
): Promise<void> {
  const { db, villageId } = tx
  const { offerId, claimant } = turn
  const enteredBy = answer === null ? turn.enteredBy : answer.enteredBy
  await changeTurn(db, villageId, turn, {
    state: how,
    given_quantity: takenQuantity,
    is_disputed: false,
    ended_at: tx.now,
    entered_by: enteredBy,
  })
  const ended = {
    state: how,
    givenQuantity: takenQuantity,
    isDisputed: false,
    endedAt: tx.now,
    enteredBy,
  }
  queue.turns.set(claimant, { ...turn, ...ended })
  const called = await passFreedOn(tx, queue, turn.givenQuantity - takenQuantity)
  tx.append(
    turnEnded({
      public: {
        offer: (await secrets.of(db, villageId)).pseudonym('offer', offerId),
        claimant,
        how,
        takenQuantity,
        called: called.length,
        passedOn: sha256Text(passedOnBytes(called)),
      },
      parts: [{ personId: turn.personId, payload: sealedOf(offerId, answer) }],
    }),
  )
}

function sealedOf(offerId: string, answer: TurnEnd['answer']) {
  const { personId: answeredBy = null, channel = null, enteredBy = null } = answer ?? {}
  return { offerId, answeredBy, channel, enteredBy }
}

/** @returns who is called for what of it, in the order of places */
async function passFreedOn(
  tx: Tx,
  queue: RunningQueue,
  freed: number,
): Promise<PassedOn['called']> {
  const { db, villageId } = tx
  const { offer, turns, joined } = queue
  const passed = queue.passingOn.pass(queue.leftQuantity + freed)
  queue.leftQuantity = passed.leftQuantity
  await changeOffer(db, villageId, offer.offerId, { left_quantity: passed.leftQuantity })
  const called: QueueTurn[] = []
  for (const { claimant, quantity } of passed.called) {
    const next = turns.get(claimant)
    if (next === undefined) throw new Error(`${claimant} is not in the queue of ${offer.offerId}`)
    const dueOn = dueOf(offer, joined.has(next.holderId), tx.now)
    const givenQuantity = next.givenQuantity + quantity
    const state = 'called'
    const turn = { ...next, state, givenQuantity, calledQuantity: givenQuantity, dueOn } as const
    turns.set(claimant, turn)
    called.push(turn)
    await changeTurn(db, villageId, next, {
      state,
      given_quantity: givenQuantity,
      called_quantity: givenQuantity,
      due_on: dueOn,
    })
  }
  const here = called.filter(({ holderId }) => joined.has(holderId))
  await notifyHolders(
    tx,
    here.map((one) => calledMessage(offer, one)),
  )
  return passed.called
}

/** The last day to answer; for who takes part no more it is over, and the next run declines. */
export function dueOf(
  { answerWithinDays }: Pick<Offer, 'answerWithinDays'>,
  isHere: boolean,
  now: Date,
): string {
  return addCivilDays(civilDay(now), isHere ? answerWithinDays : -1)
}

/** Whether a turn waits for its holder's answer; a disputed one rests. */
export function isAnswerable({ state, isDisputed }: QueueTurn): boolean {
  return state === 'called' && !isDisputed
}
