import type { Server, Surroundings } from './compose.ts'
import { forgetExpired, selectVillageIds } from './modules/community/index.ts'
import { checkLedger } from './modules/ledger/index.ts'
import { checkLeaves, checkQueue, readCoveringCheckpoint } from './modules/log/index.ts'
import {
  calibrateRatingsChore,
  clearEndedReportsChore,
  drawChecksChore,
  forgottenCheckOutsChore,
  lapseChecksChore,
  recountReportsChore,
  settleReportsChore,
} from './modules/participation/index.ts'
import { forgetCommandsBefore, opensSecret } from './modules/record/index.ts'
import {
  checkAwards,
  checkSheets,
  clearAnsweredObjectionsChore,
  closeDayChore,
  countAwardsChore,
  escalateObjectionsChore,
  finaliseAwardsChore,
} from './modules/scoring/index.ts'
import type { Database } from './platform/database/database.ts'
import type { Chore } from './platform/jobs.ts'
import type { Keyring } from './platform/keyring.ts'

/** An offline phone has long given up by then. */
const COMMANDS_KEPT_MILLISECONDS = 30 * 86_400_000

/** What the clock asks of every village. */
export function choresOf(server: Server, { database, clock, randomness }: Surroundings): Chore[] {
  const parts = { ...server, database, clock, randomness }
  return [
    forgottenCheckOutsChore(parts),
    settleReportsChore(parts),
    recountReportsChore(parts),
    lapseChecksChore(parts),
    finaliseAwardsChore(parts),
    escalateObjectionsChore(parts),
    clearAnsweredObjectionsChore(parts),
    clearEndedReportsChore(parts),
    countAwardsChore(parts),
    closeDayChore(parts),
    calibrateRatingsChore(parts),
    drawChecksChore({ ...parts, coveringCheckpoint: readCoveringCheckpoint }),
    {
      name: 'fold-standing',
      everyMinutes: 1,
      run: () => server.standing.foldAllVillages(),
    },
    { name: 'forget-expired', everyMinutes: 30, run: () => forgetExpired(database, clock) },
    {
      name: 'forget-commands',
      everyMinutes: 30,
      run: async () => {
        const before = new Date(clock.now().getTime() - COMMANDS_KEPT_MILLISECONDS)
        for (const villageId of await database.outsideVillages(selectVillageIds))
          await database.inVillage(villageId, (db) => forgetCommandsBefore(db, villageId, before))
      },
    },
  ]
}

/** What does not agree in the books of any village; the server does not start on books that disagree. */
export async function checkBooks({ database }: Pick<Surroundings, 'database'>): Promise<unknown[]> {
  const findings: unknown[] = []
  for (const villageId of await database.outsideVillages(selectVillageIds))
    await database.inVillage(villageId, async (db) => {
      for (const check of [checkLedger, checkAwards, checkSheets, checkLeaves, checkQueue])
        findings.push(...(await check(db, villageId)))
    })
  return findings
}

/** Whether a master key opens what this database holds; null when it holds no village. */
export async function opensFirstVillage(
  database: Database,
  keyring: Keyring,
): Promise<boolean | null> {
  const [villageId] = await database.outsideVillages(selectVillageIds)
  if (villageId === undefined) return null
  return database.inVillage(villageId, (db) => opensSecret(db, keyring, villageId))
}
