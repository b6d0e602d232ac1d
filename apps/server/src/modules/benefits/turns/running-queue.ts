import { PassingOn } from '@azalea/scoring/order'
import { readJoined, readPeople } from '../../community/index.ts'
import { isPersons } from '../claims/holder.ts'
import type { Tx } from '../../record/index.ts'
import type { Offer } from '../offers/offer.store.ts'
import { ruleOf } from '../order-rules/rule-of.ts'
import { selectTurns, type QueueTurn } from './turn.store.ts'

/** A drawn queue, read once under its offer's row and kept true while its turns end. */
export interface RunningQueue {
  readonly offer: Offer
  leftQuantity: number
  /** By claimant, in the order of places. */
  readonly turns: Map<string, QueueTurn>
  readonly passingOn: PassingOn<QueueTurn>
  /** The holders of it who take part. */
  readonly joined: ReadonlySet<string>
}

type Reading = Pick<Tx, 'db' | 'villageId'>

/** The caller holds the offer. */
export async function readRunningQueue(tx: Reading, offer: Offer): Promise<RunningQueue> {
  return runQueue(tx, offer, await selectTurns(tx.db, tx.villageId, offer.offerId))
}

/**
 * As much of the queue as it takes to end a turn of which everything is taken: nobody's comes after
 * it, since what is left of the queue was of use to nobody before either.
 */
export function readTurnAlone(tx: Reading, offer: Offer, turn: QueueTurn): Promise<RunningQueue> {
  return runQueue(tx, offer, [turn])
}

async function runQueue(
  { db, villageId }: Reading,
  offer: Offer,
  inOrder: readonly QueueTurn[],
): Promise<RunningQueue> {
  const { offerId, leftQuantity } = offer
  if (leftQuantity === null) throw new Error(`${offerId} has no queue`)
  const { rule } = await ruleOf(db, villageId, offer)
  const turns = new Map(inOrder.map((turn) => [turn.claimant, turn]))
  return {
    offer,
    leftQuantity,
    turns,
    passingOn: new PassingOn(turns, (turn) => !isOpen(turn), rule.partial),
    joined: await joinedOf({ db, villageId }, inOrder),
  }
}

/** Whether something can still come to a turn. */
export function isOpen({ state }: Pick<QueueTurn, 'state'>): boolean {
  return state === 'waiting' || state === 'called'
}

/**
 * Which holders of these turns take part: a household that has joined; a person who still lives in the
 * household for which they claimed.
 */
export async function joinedOf(
  { db, villageId }: Reading,
  turns: readonly Pick<QueueTurn, 'holderId' | 'householdId'>[],
): Promise<ReadonlySet<string>> {
  const ids = turns.map(({ householdId }) => householdId)
  const joined = await readJoined(db, villageId, ids)
  const persons = turns.filter(isPersons).map(({ holderId }) => holderId)
  const people = await readPeople(db, villageId, persons)
  const livesThere = ({ holderId, householdId }: (typeof turns)[number]) => {
    const person = people.get(holderId)
    return person?.isPresent === true && person.householdId === householdId
  }
  return new Set(
    turns.flatMap((turn) => {
      const isHere = !isPersons(turn) || livesThere(turn)
      return isHere && joined.has(turn.householdId) ? turn.holderId : []
    }),
  )
}
