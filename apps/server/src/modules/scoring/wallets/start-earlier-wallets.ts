import { civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { lockHouseholds } from '../awards/index.ts'
import { holdHousehold, selectJoinedBefore, selectVillageIds } from '../../community/index.ts'
import { selectPosted } from '../../ledger/index.ts'
import type { Act, Tx } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import { START, startWallets } from './start-wallet.ts'

export interface WalletParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly scoring: Scoring
}

const HOUSEHOLDS_A_COMMAND = 200

/** Gives starting points to who joined before a sheet that has them, in every village. */
export function startEarlierWalletsJob(parts: WalletParts): Job {
  return {
    name: 'start-earlier-wallets',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => startEarlierWallets(parts, villageId))
    },
  }
}

/**
 * Gives starting points to every household that takes part and has never had any, since who joined
 * before the sheet took effect starts with no less than who comes later. Running it twice, or on two
 * servers, changes nothing more.
 * @returns how many began
 */
export async function startEarlierWallets(parts: WalletParts, villageId: string): Promise<number> {
  const { act, database, clock, newId, scoring } = parts
  const waiting = await database.inVillage(villageId, async (db) => {
    const inForce = await scoring.sheets.inForceOn(db, villageId, civilDay(clock.now()))
    if ((inForce?.sheet.policies.startingHundredths ?? 0) === 0) return []
    return withoutStart({ db, villageId }, await selectJoinedBefore(db, villageId, clock.now()))
  })
  let begun = 0
  for (let from = 0; from < waiting.length; from += HOUSEHOLDS_A_COMMAND) {
    const householdIds = waiting.slice(from, from + HOUSEHOLDS_A_COMMAND)
    const command = {
      name: 'start-wallets',
      actor: systemActor(villageId),
      key: newId(),
      input: { households: householdIds.length },
    }
    begun += await act(command, async (tx) => {
      await lockHouseholds(tx.db, villageId, householdIds)
      for (const householdId of householdIds) await holdHousehold(tx.db, villageId, householdId)
      const joined = await selectJoinedBefore(tx.db, villageId, tx.now)
      return startWallets(
        tx,
        scoring,
        householdIds.filter((householdId) => joined.has(householdId)),
      )
    })
  }
  return begun
}

async function withoutStart(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  joined: ReadonlySet<string>,
): Promise<string[]> {
  const begun = await selectPosted(db, villageId, START, [...joined])
  return [...joined].filter((householdId) => !begun.has(householdId)).toSorted()
}
