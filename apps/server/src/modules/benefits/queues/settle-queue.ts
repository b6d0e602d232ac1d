import { keptShareSettled, queueSettled } from '@azalea/records'
import { afterOffer, sumByHousehold } from '@azalea/scoring/order'
import { addCivilDays, civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
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
import { declinedByLeaving, endTurn, isAnswerable } from '../turns/end-turn.ts'
import { selectKeptTurns } from '../turns/kept-turn.store.ts'
import { readRunningQueue, type RunningQueue } from '../turns/running-queue.ts'
import { notifyHolders } from '../turns/notify-holders.ts'
import { aboutOffer, toHolder } from '../turns/turn-messages.ts'
import { selectTurns, type QueueTurn } from '../turns/turn.store.ts'
import { saveHistory, selectHistory } from './history.store.ts'

/** What came to a place can be objected to for so many days after the last turn ended. */
export const OBJECTED_WITHIN_DAYS = 3

const commands = {
  lapse: { 'lapse-turns': lapse },
  settle: { 'settle-queue': settle, 'settle-kept-share': settleKept },
  lapse_kept: { 'lapse-turns': lapse, 'settle-kept-share': settleKept },
  settle_kept: { 'settle-kept-share': settleKept },
} as const

/** What is due in a drawn queue: turns whose time is over, or its end; and so of the kept share. */
export type QueueStep = keyof typeof commands

/**
 * Lets turns lapse whose time is over, or settles a queue in which nobody is called or disputed any
 * more: what each has had counts in the next offer of the kind. Then the kept share is given.
 */
export async function moveQueue(
  { act, newId, secrets }: QueueParts,
  villageId: string,
  offerId: string,
  step: QueueStep,
): Promise<void> {
  for (const [name, work] of Object.entries(commands[step])) {
    const command = { name, actor: systemActor(villageId), key: newId(), input: { offerId } }
    await act(command, (tx) => work(tx, secrets, offerId))
  }
}

async function lapse(tx: Tx, secrets: Commands['secrets'], offerId: string): Promise<null> {
  const { db, villageId } = tx
  let offer = await lockOffer(db, villageId, offerId)
  if (offer?.state === 'drawn') await lapseTurns(tx, secrets, await readRunningQueue(tx, offer))
  while (offer?.state === 'settled' && (await lapseFirstKept(tx, offer)))
    offer = await selectOffer(db, villageId, offerId)
  return null
}

/**
 * One after another: what one leaves may come to another whose time was over, and gives it new time,
 * or to somebody who has left, for whom it is declined.
 */
async function lapseTurns(
  tx: Tx,
  secrets: Commands['secrets'],
  queue: RunningQueue,
): Promise<void> {
  const { offer, turns, joined } = queue
  const today = civilDay(tx.now)
  const hasLeft = ({ holderId }: QueueTurn) => !joined.has(holderId)
  const isToEnd = (one: QueueTurn) => isAnswerable(one) && (hasLeft(one) || isOverdue(one, today))
  for (let hasEnded = true; hasEnded;) {
    hasEnded = false
    // As each is when its turn comes.
    for (const turn of turns.values()) {
      if (!isToEnd(turn)) continue
      hasEnded = true
      if (hasLeft(turn)) {
        await endTurn(tx, secrets, queue, turn, declinedByLeaving)
        continue
      }
      const end = { how: 'lapsed', takenQuantity: 0, answer: null } as const
      await endTurn(tx, secrets, queue, turn, end)
      const params = aboutOffer(offer)
      await notifyHolders(tx, [{ ...toHolder(turn), kind: 'turn.lapsed', params }])
    }
  }
}

/** @returns whether one had to lapse */
async function lapseFirstKept(tx: Tx, offer: Offer): Promise<boolean> {
  const today = civilDay(tx.now)
  const kept = [...(await selectKeptTurns(tx.db, tx.villageId, offer.offerId)).values()]
  const line = kept.find(({ state, dueOn }) => state === 'called' && dueOn < today)
  if (line === undefined) return false
  await endKept(tx, offer, line, 'lapsed', 0)
  return true
}

function isOverdue({ dueOn }: QueueTurn, today: string): boolean {
  return dueOn !== null && dueOn < today
}

async function settle(tx: Tx, secrets: Commands['secrets'], offerId: string): Promise<null> {
  const { db, villageId } = tx
  await lockQueues(db, villageId)
  const offer = await lockOffer(db, villageId, offerId)
  if (offer === null || offer.state !== 'drawn' || offer.drawnAt === null) return null
  const turns = await selectTurns(db, villageId, offerId)
  if (mayBeObjectedTo(offer.drawnAt, turns, tx.now)) return null
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

function mayBeObjectedTo(drawnAt: Date, turns: readonly QueueTurn[], now: Date): boolean {
  const last = turns.reduce(
    (at, { endedAt }) => (endedAt !== null && endedAt > at ? endedAt : at),
    drawnAt,
  )
  return civilDay(now) <= addCivilDays(civilDay(last), OBJECTED_WITHIN_DAYS)
}

async function countHistory(tx: Tx, offer: Offer, turns: readonly QueueTurn[]): Promise<void> {
  const { db, villageId } = tx
  const historyOf = await selectHistory(db, villageId, offer)
  const ended = turns.map(({ householdId, givenQuantity, calledQuantity }) => {
    return { household: householdId, takenQuantity: givenQuantity, wasCalled: calledQuantity > 0 }
  })
  const histories = [...sumByHousehold(ended)].map(
    ([householdId, sum]) => [householdId, afterOffer(historyOf(householdId), sum)] as const,
  )
  await saveHistory(db, villageId, offer, new Map(histories))
}

/** Of how many claimants the record of the kept share seals a part at most: more fit in no leaf. */
export const SEALED_PARTS = 300
const nothingKept = { givenQuantity: 0, enteredBy: null }

/**
 * Of whom a part is sealed, in the order of places: of those who took of the kept share, and of others
 * who took nothing. A leaf shows how many parts it has: those who are protected could be counted.
 */
function withParts(
  turns: readonly QueueTurn[],
  kept: ReadonlyMap<string, unknown>,
): readonly QueueTurn[] {
  const own = turns.filter(({ holderId }) => kept.has(holderId))
  const others = turns.filter(({ holderId }) => !kept.has(holderId))
  const chosen = new Set([...own, ...others].slice(0, SEALED_PARTS))
  return turns.filter((turn) => chosen.has(turn))
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
      parts: withParts(turns, kept).map(({ holderId, personId }) => {
        const { givenQuantity: takenQuantity, enteredBy } = kept.get(holderId) ?? nothingKept
        return { personId, payload: { offerId, takenQuantity, enteredBy } }
      }),
    }),
  )
  return null
}
