import { readHouseholds } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { Offer } from '../offers/offer.store.ts'
import { selectOrderRules } from '../order-rules/order-rule.store.ts'
import { selectTurns, type QueueTurn } from './turn.store.ts'

/** A drawn queue, read once under its offer's row and kept true while its turns end. */
export interface RunningQueue {
  readonly offer: Offer
  readonly isPartial: boolean
  leftQuantity: number
  /** By claimant, in the order of places. */
  readonly turns: Map<string, QueueTurn>
  /** The households of it that take part. */
  readonly joined: ReadonlySet<string>
}

/** The caller holds the offer. */
export async function readRunningQueue(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  offer: Offer,
): Promise<RunningQueue> {
  const { offerId, orderRuleId, leftQuantity } = offer
  const rule = (await selectOrderRules(db, villageId, [orderRuleId])).get(orderRuleId)
  if (leftQuantity === null || rule === undefined) throw new Error(`${offerId} has no queue`)
  const turns = await selectTurns(db, villageId, offerId)
  return {
    offer,
    isPartial: rule.rule.partial,
    leftQuantity,
    turns: new Map(turns.map((turn) => [turn.claimant, turn])),
    joined: await joinedOf({ db, villageId }, turns),
  }
}

/** Which of the households of these turns take part. */
export async function joinedOf(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  turns: readonly Pick<QueueTurn, 'householdId'>[],
): Promise<ReadonlySet<string>> {
  const ids = turns.map(({ householdId }) => householdId)
  const households = await readHouseholds(db, villageId, ids)
  return new Set([...households.values()].flatMap((one) => (one.joined ? one.householdId : [])))
}
