import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { requireJoinedBringer, type Bringer, type OnBehalf } from '../../cases/index.ts'
import { readPeopleNames } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { holderOf } from '../claims/holder.ts'
import { lockOffer, type Offer } from '../offers/offer.store.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endTurn } from './end-turn.ts'
import { answerKept } from './answer-kept.ts'
import { notifyHolders } from './notify-holders.ts'
import { isOpen, readRunningQueue, readTurnAlone } from './running-queue.ts'
import { aboutOffer, toHolder } from './turn-messages.ts'
import { selectHouseholdTurns, selectTurnOf, type QueueTurn } from './turn.store.ts'

export interface AnswerTurnInput {
  readonly offerId: string
  /** How much is taken, all that one was called for or less; zero declines. */
  readonly takenQuantity: number
  /** For whom a cadre enters it, and how they said so; absent for oneself or one's own household. */
  readonly onBehalf?: OnBehalf | undefined
}

/**
 * Takes what one's household was called for, or less of it, or nothing; the rest goes to the next.
 * Whoever lives in the household answers for it, once; a person's turn is answered by that person. Who
 * has no telephone says so to a cadre, whose own household waits for nothing of it.
 * @throws Refusal 'unknown_offer', 'no_turn', 'turn_not_called', 'turn_ended', 'turn_disputed',
 *   'turn_above_called', 'turn_for_oneself', 'turn_for_household', 'turn_not_for_others',
 *   'own_turn_waits', those of requireJoinedBringer
 */
export async function answerTurn(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { offerId, takenQuantity, onBehalf }: AnswerTurnInput,
): Promise<Record<string, never>> {
  const input = { offerId, takenQuantity, ...(onBehalf && { onBehalf: { ...onBehalf } }) }
  return act({ name: 'answer-turn', actor, key, input }, async (tx) => {
    const { offer, turn, bringer } = await requireTurn(tx, actor, offerId, onBehalf)
    if (offer.state === 'settled') await answerKept(tx, offer, turn, takenQuantity, bringer)
    else await answerCalled(tx, secrets, { offer, turn }, takenQuantity, bringer)
    if (bringer.enteredBy !== null)
      await notifyAnswered(tx, { offer, turn }, takenQuantity, bringer.enteredBy)
    return {}
  })
}

interface Found {
  readonly offer: Offer
  readonly turn: QueueTurn
}

async function answerCalled(
  tx: Tx,
  secrets: Commands['secrets'],
  { offer, turn }: Found,
  takenQuantity: number,
  answer: Bringer,
): Promise<void> {
  if (turn.state === 'waiting') throw refuse('turn_not_called')
  if (turn.state !== 'called') throw refuse('turn_ended')
  if (turn.isDisputed) throw refuse('turn_disputed')
  if (takenQuantity > turn.givenQuantity) throw refuse('turn_above_called')
  const how = takenQuantity > 0 ? 'accepted' : 'declined'
  const end = { how, takenQuantity, answer } as const
  const leavesNothing = takenQuantity === turn.givenQuantity
  const queue = leavesNothing
    ? await readTurnAlone(tx, offer, turn)
    : await readRunningQueue(tx, offer)
  await endTurn(tx, secrets, queue, turn, end)
}

async function requireTurn(
  tx: Tx,
  actor: Actor,
  offerId: string,
  onBehalf: OnBehalf | undefined,
): Promise<Found & { readonly bringer: Bringer }> {
  const { db, villageId } = tx
  const bringer = await requireJoinedBringer(tx, actor, onBehalf, {
    forOneself: () => refuse('turn_for_oneself'),
    notForOthers: () => refuse('turn_not_for_others'),
    forHousehold: () => refuse('turn_for_household'),
  })
  const offer = await lockOffer(db, villageId, offerId)
  if (offer === null || offer.state === 'draft') throw refuse('unknown_offer')
  const holderId = holderOf(offer, bringer)
  const found = holderId === null ? null : await selectTurnOf(db, villageId, offerId, [holderId])
  if (found === null) throw refuse('no_turn')
  if (bringer.enteredBy !== null) {
    const why = await whyNotEntering(tx, actor, offer)
    if (why !== null) throw why
  }
  return { offer, turn: found.turn, bringer }
}

/**
 * What somebody passes on may come to who waits in the same queue: a cadre of theirs enters no answer.
 * Who is protected the committee knows, and nobody else: to others the kept share is over.
 */
async function whyNotEntering({ db }: Tx, actor: Actor, offer: Offer): Promise<Refusal | null> {
  if (offer.state === 'settled' && !actor.roles.has('committee')) return refuse('turn_ended')
  const waits = await ownTurnsWaiting(db, actor)
  return waits(offer) ? refuse('own_turn_waits') : null
}

/** In which queues something may still come to one's own household. */
export async function ownTurnsWaiting(
  db: Db,
  { villageId, householdId }: Pick<Actor, 'villageId' | 'householdId'>,
): Promise<(offer: Pick<Offer, 'offerId' | 'state'>) => boolean> {
  const own = householdId === null ? [] : await selectHouseholdTurns(db, villageId, householdId)
  return ({ offerId, state }) =>
    own.some(
      (turn) => turn.offerId === offerId && (state === 'settled' ? turn.isProtected : isOpen(turn)),
    )
}

/** For whom a cadre entered an answer learns that, and from whom. */
async function notifyAnswered(
  tx: Tx,
  { offer, turn }: Found,
  takenQuantity: number,
  enteredBy: string,
): Promise<void> {
  const names = await readPeopleNames(tx.db, tx.villageId, [enteredBy])
  const byName = names.get(enteredBy) ?? null
  const params = { ...aboutOffer(offer), quantity: takenQuantity, byName }
  await notifyHolders(tx, [{ ...toHolder(turn), kind: 'turn.entered', params }])
}
