import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { selectVillageIds, sendMessages } from '../../community/index.ts'
import { type AwardBrief, finalRecord, lockHouseholds, postAwards } from '../awards/index.ts'
import type { Act, Tx } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import { markFinal, selectDueAwards } from './notice.store.ts'

export interface FinaliseParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly scoring: Scoring
}

const BATCH = 200

/** Makes final what has stood on notice long enough, in every village. */
export function finaliseAwardsJob(parts: FinaliseParts): Job {
  return {
    name: 'finalise-awards',
    everyMinutes: 5,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => finaliseAwards(parts, villageId))
    },
  }
}

/**
 * Makes final every award of a village whose notice has ended: posted, recorded, the persons told.
 * In batches, each a command of its own; running it twice, or on two servers, changes nothing more.
 * @returns how many became final
 */
export async function finaliseAwards(parts: FinaliseParts, villageId: string): Promise<number> {
  let total = 0
  for (;;) {
    const due = await parts.database.inVillage(villageId, (db) =>
      selectDueAwards(db, villageId, parts.clock.now(), BATCH),
    )
    if (due.length === 0) return total
    total += await finaliseBatch(parts, villageId, due)
  }
}

async function finaliseBatch(
  { act, newId, scoring }: FinaliseParts,
  villageId: string,
  due: readonly { awardId: string; householdId: string }[],
): Promise<number> {
  const awardIds = due.map(({ awardId }) => awardId)
  const command = {
    name: 'finalise-awards',
    actor: systemActor(villageId),
    key: newId(),
    input: { awardIds },
  }
  return act(command, async (tx) => {
    await lockHouseholds(
      tx.db,
      villageId,
      due.map(({ householdId }) => householdId),
    )
    const entries = awardIds.map((awardId) => ({ awardId, recordId: tx.newId() }))
    const awards = await markFinal(tx.db, villageId, tx.now, entries)
    await postAwards(
      tx,
      awards.filter(({ pointsHundredths }) => pointsHundredths !== 0),
    )
    const recordIds = new Map(entries.map(({ awardId, recordId }) => [awardId, recordId]))
    for (const award of awards) {
      const recordId = recordIds.get(award.awardId) ?? tx.newId()
      tx.append(await finalRecord(tx, scoring, { ...award, recordId }))
    }
    await notifyPersons(tx, awards)
    return awards.length
  })
}

/** One message a person, however many awards. */
async function notifyPersons(tx: Tx, awards: readonly AwardBrief[]): Promise<void> {
  const sums = new Map<string, { awards: number; pointsHundredths: number }>()
  for (const { personId, pointsHundredths } of awards) {
    const sum = sums.get(personId) ?? { awards: 0, pointsHundredths: 0 }
    sums.set(personId, {
      awards: sum.awards + 1,
      pointsHundredths: sum.pointsHundredths + pointsHundredths,
    })
  }
  await sendMessages(
    tx,
    [...sums].map(([personId, params]) => ({ personId, kind: 'awards.final', params })),
  )
}
