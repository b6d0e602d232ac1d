import { walletCounted } from '@azalea/records'
import { systemActor } from '../../../platform/actor.ts'
import { addCivilDays, civilDay, mondayOf, startOfCivilDay } from '@azalea/text'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { shuffled, type NewId, type Randomness } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { selectVillageIds } from '../../community/index.ts'
import { selectHouseholdsToCount, takeSpendings, type CountedSpending } from '../../ledger/index.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'

export interface CountSpendingParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly randomness: Randomness
  readonly secrets: VillageSecrets
}

/** From Monday of a week to the Wednesday after it, as awards for rating. */
const ENTERS_AFTER_DAYS = 9
const HOUSEHOLDS_A_COMMAND = 200

/** Tells the log what was spent in weeks that are over, in every village. */
export function countSpendingJob(parts: CountSpendingParts): Job {
  return {
    name: 'count-spending',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => countSpending(parts, villageId))
    },
  }
}

/**
 * Enters what households spent of their wallets in weeks that are over into the log: one sum for each
 * household and week, in an order drawn by lot, since a price would tell what was bought. Running it
 * twice changes nothing more.
 * @returns how many sums entered
 */
export async function countSpending(parts: CountSpendingParts, villageId: string): Promise<number> {
  const { act, database, clock, newId, randomness, secrets } = parts
  const lastWeek = mondayOf(addCivilDays(civilDay(clock.now()), -ENTERS_AFTER_DAYS))
  const before = startOfCivilDay(addCivilDays(lastWeek, 7))
  for (let entered = 0; ;) {
    const householdIds = await database.inVillage(villageId, (db) =>
      selectHouseholdsToCount(db, villageId, before, HOUSEHOLDS_A_COMMAND),
    )
    if (householdIds.length === 0) return entered
    const command = {
      name: 'count-spending',
      actor: systemActor(villageId),
      key: newId(),
      input: { households: householdIds.length },
    }
    entered += await act(command, async (tx) => {
      const spendings = await takeSpendings(tx.db, villageId, householdIds, before, tx.now)
      const secret = await secrets.of(tx.db, villageId)
      const sums = shuffled(weeksOf(spendings), randomness)
      for (const { householdId, week, spentHundredths } of sums) {
        const household = secret.pseudonym('household', householdId)
        tx.append(walletCounted({ public: { household, week, spentHundredths }, parts: [] }))
      }
      return sums.length
    })
  }
}

interface WeekOfHousehold {
  readonly householdId: string
  readonly week: string
  readonly spentHundredths: number
}

/** One sum a household and week; none where all came back. */
function weeksOf(spendings: readonly CountedSpending[]): WeekOfHousehold[] {
  const sums = new Map<string, WeekOfHousehold>()
  for (const { householdId, spentAt, pointsHundredths } of spendings) {
    const week = mondayOf(civilDay(spentAt))
    const key = `${householdId} ${week}`
    const spentHundredths = (sums.get(key)?.spentHundredths ?? 0) + pointsHundredths
    sums.set(key, { householdId, week, spentHundredths })
  }
  return [...sums.values()].filter(({ spentHundredths }) => spentHundredths !== 0)
}
