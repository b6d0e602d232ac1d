import { turnDecided } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { sendMessage } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { lockOffer } from '../offers/offer.store.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { dueOf, endTurn } from '../turns/end-turn.ts'
import { readRunningQueue, type RunningQueue } from '../turns/running-queue.ts'
import { notifyHolders } from '../turns/notify-holders.ts'
import { aboutOffer, toHolder } from '../turns/turn-messages.ts'
import { changeTurn, type QueueTurn } from '../turns/turn.store.ts'
import { readTurnJudges, whyNotDeciding } from './turn-bench.ts'
import { markTurnDecided, selectTurnObjection, type TurnObjection } from './turn-objection.store.ts'

export interface DecideTurnInput {
  readonly objectionId: string
  readonly outcome: 'upheld' | 'dismissed'
  readonly reasons: string
}

/**
 * Decides on a disputed turn. Dismissed, it goes on with new time to answer; upheld, it is struck and
 * what was given goes to the next.
 * @throws Refusal 'unknown_turn_objection', 'turn_objection_decided', 'committee_decides_turn',
 *   'own_household_turn', 'ran_queue'
 */
export async function decideTurn(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { objectionId, outcome, reasons }: DecideTurnInput,
): Promise<Record<string, never>> {
  const input = { objectionId, outcome, reasons }
  return act({ name: 'decide-turn', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const { objection, queue, turn } = await requireDecidable(tx, actor, objectionId)
    const how = { outcome, by: actor.personId, at: tx.now, reasons }
    await markTurnDecided(db, villageId, objectionId, how)
    const { offer } = queue
    const secret = await secrets.of(db, villageId)
    const { claimerId, objectorId } = objection
    const payload = { objectionId, decidedBy: actor.personId, reasons }
    tx.append(
      turnDecided({
        public: {
          offer: secret.pseudonym('offer', offer.offerId),
          claimant: turn.claimant,
          objection: secret.pseudonym('objection', objectionId),
          outcome,
        },
        parts: [claimerId, objectorId].map((personId) => ({ personId, payload })),
      }),
    )
    if (outcome === 'upheld') {
      const end = { how: 'struck', takenQuantity: 0, answer: null } as const
      await endTurn(tx, secrets, queue, turn, end)
    } else await resume(tx, queue, turn)
    const params = { ...aboutOffer(offer), outcome, reasons }
    await notifyHolders(tx, [{ ...toHolder(turn), kind: 'turn.decided', params }])
    await sendMessage(tx, objectorId, 'turn.decided', params)
    return {}
  })
}

async function resume(tx: Tx, { offer, joined }: RunningQueue, turn: QueueTurn): Promise<void> {
  const dueOn = dueOf(offer, joined.has(turn.holderId), tx.now)
  const time = turn.state === 'called' ? { due_on: dueOn } : {}
  await changeTurn(tx.db, tx.villageId, turn, { is_disputed: false, ...time })
}

async function requireDecidable(
  tx: Tx,
  actor: Actor,
  objectionId: string,
): Promise<{ objection: TurnObjection; queue: RunningQueue; turn: QueueTurn }> {
  const { db, villageId } = tx
  const first = await selectTurnObjection(db, villageId, objectionId)
  if (first === null) throw refuse('unknown_turn_objection')
  const offer = await lockOffer(db, villageId, first.offerId)
  const objection = await selectTurnObjection(db, villageId, objectionId)
  if (offer === null || objection === null) throw refuse('unknown_turn_objection')
  const judges = await readTurnJudges(db, actor, offer, [objection])
  const why = whyNotDeciding(actor, objection, offer, judges)
  if (why !== null) throw why
  const queue = await readRunningQueue(tx, offer)
  const turn = [...queue.turns.values()].find(({ holderId }) => holderId === objection.holderId)
  if (turn === undefined) throw new Error(`objection ${objectionId} has lost its turn`)
  return { objection, queue, turn }
}
