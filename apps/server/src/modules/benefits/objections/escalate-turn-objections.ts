import { turnOverdue } from '@azalea/records'
import { systemActor } from '../../../platform/actor.ts'
import { civilDay } from '@azalea/text'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { overseers } from '../../cases/index.ts'
import { readHoldersOf, selectVillageIds, sendMessages } from '../../community/index.ts'
import { selectOffer } from '../offers/offer.store.ts'
import type { QueueParts } from '../parts.ts'
import { aboutOffer } from '../turns/turn-messages.ts'
import { countOverdueTurns, markTurnsEscalated } from './overdue-turn.store.ts'

type Parts = Pick<QueueParts, 'act' | 'database' | 'clock' | 'newId' | 'secrets'>

/** Tells of disputed turns that nobody decided in time, in every village. */
export function escalateTurnObjectionsJob(parts: Parts): Job {
  return {
    name: 'escalate-turn-objections',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => escalateTurnObjections(parts, villageId))
    },
  }
}

/**
 * Records each disputed turn whose last day is over without a decision, and tells the supervisors and
 * the town's officer, once. Whose turn it was to decide still is.
 * @returns how many were found now
 */
export async function escalateTurnObjections(
  { act, database, clock, newId, secrets }: Parts,
  villageId: string,
): Promise<number> {
  const today = civilDay(clock.now())
  const waiting = await database.inVillage(villageId, (db) =>
    countOverdueTurns(db, villageId, today),
  )
  if (waiting === 0) return 0
  const actor = systemActor(villageId)
  const command = { name: 'escalate-turn-objections', actor, key: newId(), input: { today } }
  return act(command, async (tx) => {
    const overdue = await markTurnsEscalated(tx.db, villageId, tx.now, today)
    const told = await readHoldersOf(tx.db, villageId, overseers)
    const secret = await secrets.of(tx.db, villageId)
    for (const { objectionId, offerId, dueOn } of overdue) {
      const offer = await selectOffer(tx.db, villageId, offerId)
      if (offer === null) throw new Error(`objection ${objectionId} has lost its offer`)
      tx.append(
        turnOverdue({
          public: {
            offer: secret.pseudonym('offer', offerId),
            objection: secret.pseudonym('objection', objectionId),
            dueOn,
          },
          parts: [],
        }),
      )
      const params = { ...aboutOffer(offer), dueOn }
      await sendMessages(
        tx,
        told.map((personId) => ({ personId, kind: 'turn.overdue', params })),
      )
    }
    return overdue.length
  })
}
