import { turnDisputed } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { JUDGED_WITHIN_WORKING_DAYS, lastDayWithin } from '../../cases/index.ts'
import { readPeople, requireJoinedMember } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { selectClaim, type Claim } from '../claims/claim.store.ts'
import { holderOf } from '../claims/holder.ts'
import { lockOffer, type Offer } from '../offers/offer.store.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { notifyHolders } from '../turns/notify-holders.ts'
import { aboutOffer, toHolder } from '../turns/turn-messages.ts'
import { changeTurn, selectTurns, type QueueTurn } from '../turns/turn.store.ts'
import { insertTurnObjection, selectTurnObjections } from './turn-objection.store.ts'

export interface DisputeTurnInput {
  readonly offerId: string
  readonly place: number
  readonly words: string
}

/**
 * Objects to what came to another household's place of a queue that one stands in. That turn rests
 * until it is decided; the others go on.
 * @throws Refusal 'unknown_offer', 'objector_without_claim', 'turn_not_disputable', 'own_turn',
 *   'already_disputed', those of requireJoinedMember
 */
export async function disputeTurn(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { offerId, place, words }: DisputeTurnInput,
): Promise<{ readonly objectionId: string; readonly dueOn: string }> {
  const input = { offerId, place, words }
  return act({ name: 'dispute-turn', actor, key, input }, async (tx) => {
    const { offer, turn, objectorHouseholdId } = await requireDisputable(tx, actor, offerId, place)
    const due = lastDayWithin(tx.now, JUDGED_WITHIN_WORKING_DAYS)
    const objectionId = tx.newId()
    await insertTurnObjection(tx.db, tx.villageId, {
      objectionId,
      offerId,
      holderId: turn.holderId,
      householdId: turn.householdId,
      claimerId: turn.personId,
      objectorId: actor.personId,
      objectorHouseholdId,
      words,
      raisedAt: tx.now,
      dueOn: due.day,
    })
    await changeTurn(tx.db, tx.villageId, turn, { is_disputed: true })
    const secret = await secrets.of(tx.db, tx.villageId)
    tx.append(
      turnDisputed({
        public: {
          offer: secret.pseudonym('offer', offerId),
          claimant: turn.claimant,
          objection: secret.pseudonym('objection', objectionId),
          dueOn: due.day,
        },
        parts: [
          { personId: actor.personId, payload: { objectionId, words } },
          { personId: turn.personId, payload: { objectionId } },
        ],
      }),
    )
    const objector = (await readPeople(tx.db, tx.villageId, [actor.personId])).get(actor.personId)
    const params = { ...aboutOffer(offer), byName: objector?.name ?? null, dueOn: due.day }
    await notifyHolders(tx, [{ ...toHolder(turn), kind: 'turn.disputed', params }])
    return { objectionId, dueOn: due.day }
  })
}

async function requireDisputable(
  tx: Tx,
  actor: Actor,
  offerId: string,
  place: number,
): Promise<{ offer: Offer; turn: QueueTurn; objectorHouseholdId: string }> {
  const { db, villageId } = tx
  const { householdId } = actor
  const offer = await lockOffer(db, villageId, offerId)
  if (offer === null || offer.state === 'draft') throw refuse('unknown_offer')
  const holderId = holderOf(offer, actor)
  const claim = holderId === null ? null : await selectClaim(db, villageId, offerId, holderId)
  const why = whyNotObjecting(offer, claim)
  if (why !== null) throw why
  if (householdId === null) throw refuse('objector_without_claim')
  await requireJoinedMember(tx, actor.personId, actor)
  const turns = await selectTurns(db, villageId, offerId)
  const turn = turns.find((one) => one.place === place)
  const isGiven = turn !== undefined && ['called', 'accepted'].includes(turn.state)
  if (turn === undefined || !isGiven) throw refuse('turn_not_disputable')
  if (turn.householdId === householdId) throw refuse('own_turn')
  const earlier = await selectTurnObjections(db, villageId, offerId)
  const hasObjected = earlier.some(
    (one) => one.holderId === turn.holderId && one.objectorHouseholdId === householdId,
  )
  if (turn.isDisputed || hasObjected) throw refuse('already_disputed')
  return { offer, turn, objectorHouseholdId: householdId }
}

/** Why somebody with this claim, or without one, cannot object to any turn now; null when it can. */
export function whyNotObjecting({ state }: Offer, claim: Claim | null): Refusal | null {
  if (claim === null || claim.withdrawnAt !== null) return refuse('objector_without_claim')
  return state === 'drawn' ? null : refuse('turn_not_disputable')
}
