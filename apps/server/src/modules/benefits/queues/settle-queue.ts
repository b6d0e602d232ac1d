import { keptShareSettled, queueSettled } from '@azalea/records'
import { afterOffer } from '@azalea/scoring/order'
import { systemActor } from '../../../platform/actor.ts'
import { addCivilDays, civilDay } from '../../../platform/calendar.ts'
import { sendMessage } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import {
  changeOffer,
  lockOffer,
  lockQueues,
  selectOffer,
  type Offer,
} from '../offers/offer.store.ts'
import type { Commands, QueueParts } from '../parts.ts'
import { callKept, endKept } from '../turns/answer-kept.ts'
import { endTurn } from '../turns/end-turn.ts'
import { selectKeptTurns } from '../turns/kept-turn.store.ts'
import { aboutOffer } from '../turns/turn-messages.ts'
import { selectTurns, type QueueTurn } from '../turns/turn.store.ts'
import { saveHistory, selectHistory } from './history.store.ts'

/** A turn can be objected to for so many days after the draw, also where all have answered. */
export const OBJECTED_WITHIN_DAYS = 3

/**
 * Lets turns lapse whose time is over, and settles a queue in which nobody is called or disputed any
 * more: what each has had counts in the next offer of the kind. Then the kept share is given.
 */
export async function moveQueue(
  parts: QueueParts,
  villageId: string,
  offerId: string,
): Promise<void> {
  const { act, newId, secrets } = parts
  const command = (name: string) => ({
    name,
    actor: systemActor(villageId),
    key: newId(),
    input: { offerId },
  })
  await act(command('lapse-turns'), async (tx) => lapse(tx, secrets, offerId))
  await act(command('settle-queue'), async (tx) => settle(tx, secrets, offerId))
  await act(command('settle-kept-share'), async (tx) => settleKept(tx, secrets, offerId))
}

async function lapse(tx: Tx, secrets: Commands['secrets'], offerId: string): Promise<null> {
  const { db, villageId } = tx
  let offer = await lockOffer(db, villageId, offerId)
  // One after another: what one leaves may come to another whose time was over, and gives it new time.
  while (offer !== null && (await lapseFirst(tx, secrets, offer)))
    offer = await selectOffer(db, villageId, offerId)
  return null
}

/** @returns whether one had to lapse */
async function lapseFirst(tx: Tx, secrets: Commands['secrets'], offer: Offer): Promise<boolean> {
  const { db, villageId } = tx
  const today = civilDay(tx.now)
  if (offer.state === 'drawn') {
    const turns = await selectTurns(db, villageId, offer.offerId)
    const turn = turns.find((one) => isOverdue(one, today))
    if (turn === undefined) return false
    const end = { how: 'lapsed', takenQuantity: 0, answeredBy: null } as const
    await endTurn(tx, secrets, offer, turn, end)
    await sendMessage(tx, turn.personId, 'turn.lapsed', aboutOffer(offer))
    return true
  }
  if (offer.state !== 'settled') return false
  const kept = [...(await selectKeptTurns(db, villageId, offer.offerId)).values()]
  const line = kept.find(({ state, dueOn }) => state === 'called' && dueOn < today)
  if (line === undefined) return false
  await endKept(tx, offer, line, 'lapsed', 0)
  return true
}

function isOverdue({ state, dueOn, isDisputed }: QueueTurn, today: string): boolean {
  return state === 'called' && !isDisputed && dueOn !== null && dueOn < today
}

async function settle(tx: Tx, secrets: Commands['secrets'], offerId: string): Promise<null> {
  const { db, villageId } = tx
  await lockQueues(db, villageId)
  const offer = await lockOffer(db, villageId, offerId)
  if (offer === null || offer.state !== 'drawn' || offer.drawnAt === null) return null
  if (civilDay(tx.now) <= addCivilDays(civilDay(offer.drawnAt), OBJECTED_WITHIN_DAYS)) return null
  const turns = await selectTurns(db, villageId, offerId)
  if (turns.some(({ state, isDisputed }) => state === 'called' || isDisputed)) return null
  await changeOffer(db, villageId, offerId, {
    state: 'settled',
    settled_at: tx.now,
    kept_left_quantity: offer.floorQuantity ?? 0,
  })
  await countHistory(tx, offer, turns)
  tx.append(
    queueSettled({
      public: {
        offer: (await secrets.of(db, villageId)).pseudonym('offer', offerId),
        takenQuantity: turns.reduce((sum, { givenQuantity }) => sum + givenQuantity, 0),
        leftQuantity: offer.leftQuantity ?? 0,
      },
      parts: [],
    }),
  )
  await callKept(tx, offer, offer.floorQuantity ?? 0)
  return null
}

async function countHistory(tx: Tx, offer: Offer, turns: readonly QueueTurn[]): Promise<void> {
  const { db, villageId } = tx
  const ids = turns.map(({ householdId }) => householdId)
  const historyOf = await selectHistory(db, villageId, offer, ids)
  const histories = turns.map(({ householdId, givenQuantity, calledQuantity }) => {
    const turn = { takenQuantity: givenQuantity, wasCalled: calledQuantity > 0 }
    return [householdId, afterOffer(historyOf(householdId), turn)] as const
  })
  await saveHistory(db, villageId, offer, new Map(histories))
}

/** The sum of the kept share is recorded once all who were called for it have answered. */
async function settleKept(tx: Tx, secrets: Commands['secrets'], offerId: string): Promise<null> {
  const { db, villageId } = tx
  const offer = await lockOffer(db, villageId, offerId)
  if (offer === null || offer.state !== 'settled' || offer.keptSettledAt !== null) return null
  const turns = await selectTurns(db, villageId, offerId)
  const kept = await selectKeptTurns(db, villageId, offerId)
  const lines = [...kept.values()]
  if (lines.some(({ state }) => state === 'called')) return null
  await changeOffer(db, villageId, offerId, { kept_settled_at: tx.now })
  if (offer.floorQuantity === 0) return null
  tx.append(
    keptShareSettled({
      public: {
        offer: (await secrets.of(db, villageId)).pseudonym('offer', offerId),
        keptQuantity: offer.floorQuantity ?? 0,
        takenQuantity: lines.reduce((sum, { givenQuantity }) => sum + givenQuantity, 0),
      },
      parts: turns.flatMap(({ householdId, personId }) => {
        const line = kept.get(householdId)
        if (line === undefined) return []
        return [{ personId, payload: { offerId, takenQuantity: line.givenQuantity } }]
      }),
    }),
  )
  return null
}
