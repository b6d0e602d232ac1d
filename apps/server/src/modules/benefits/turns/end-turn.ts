import { turnEnded } from '@azalea/records'
import { passOn } from '@azalea/scoring/order'
import { addCivilDays, civilDay } from '../../../platform/calendar.ts'
import { sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { changeOffer, type Offer } from '../offers/offer.store.ts'
import { selectOrderRules } from '../order-rules/order-rule.store.ts'
import type { Commands } from '../parts.ts'
import { calledMessage } from './turn-messages.ts'
import { changeTurn, selectTurns, type QueueTurn } from './turn.store.ts'

export interface TurnEnd {
  readonly how: 'accepted' | 'declined' | 'lapsed' | 'struck'
  readonly takenQuantity: number
  /** Null: nobody answered. */
  readonly answeredBy: string | null
}

/**
 * Ends a turn, and passes on to the next what was not taken of it. The caller holds the offer.
 * What is called and from whom stands in one record, so that it is followed in the log step by step.
 */
export async function endTurn(
  tx: Tx,
  secrets: Commands['secrets'],
  offer: Offer,
  turn: QueueTurn,
  { how, takenQuantity, answeredBy }: TurnEnd,
): Promise<void> {
  const { db, villageId } = tx
  const { offerId, claimant } = turn
  await changeTurn(db, villageId, turn, {
    state: how,
    given_quantity: takenQuantity,
    is_disputed: false,
    ended_at: tx.now,
  })
  const freed = turn.givenQuantity - takenQuantity
  const passedOn = await passFreedOn(tx, offer, freed)
  tx.append(
    turnEnded({
      public: {
        offer: (await secrets.of(db, villageId)).pseudonym('offer', offerId),
        claimant,
        how,
        takenQuantity,
        passedOn,
      },
      parts: [{ personId: turn.personId, payload: { offerId, answeredBy } }],
    }),
  )
}

type Called = { readonly claimant: QueueTurn['claimant']; readonly quantity: number }

async function passFreedOn(tx: Tx, offer: Offer, freed: number): Promise<Called[]> {
  const { db, villageId } = tx
  const { offerId, leftQuantity } = offer
  const rule = (await selectOrderRules(db, villageId, [offer.orderRuleId])).get(offer.orderRuleId)
  if (leftQuantity === null || rule === undefined) throw new Error(`${offerId} has no queue`)
  const turns = await selectTurns(db, villageId, offerId)
  const held = turns.map((one) => ({ ...one, isEnded: !isOpen(one) }))
  const passed = passOn(held, leftQuantity + freed, rule.rule.partial)
  await changeOffer(db, villageId, offerId, { left_quantity: passed.leftQuantity })
  const dueOn = addCivilDays(civilDay(tx.now), offer.answerWithinDays)
  const byName = new Map<string, QueueTurn>(turns.map((one) => [one.claimant, one]))
  const called: QueueTurn[] = []
  const told: Called[] = []
  for (const { claimant, quantity } of passed.called) {
    const next = byName.get(claimant)
    if (next === undefined) throw new Error(`${claimant} is not in the queue of ${offerId}`)
    const givenQuantity = next.givenQuantity + quantity
    called.push({ ...next, givenQuantity, dueOn })
    told.push({ claimant: next.claimant, quantity })
    await changeTurn(db, villageId, next, {
      state: 'called',
      given_quantity: givenQuantity,
      called_quantity: givenQuantity,
      due_on: dueOn,
    })
  }
  await sendMessages(
    tx,
    called.map((one) => calledMessage(offer, one)),
  )
  return told
}

/** Whether something can still come to a turn. */
export function isOpen({ state }: Pick<QueueTurn, 'state'>): boolean {
  return state === 'waiting' || state === 'called'
}
