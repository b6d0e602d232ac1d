import { dayClosed, type PublicOf, type Json } from '@azalea/records'
import { boardBytes, boardsOf, type RankedHousehold } from '@azalea/scoring'
import { createHash } from 'node:crypto'
import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { readHouseholdGroups, selectJoinedBefore, selectVillageIds } from '../../community/index.ts'
import { readCountedSpent } from '../../ledger/index.ts'
import {
  canonicalBytes,
  countRecords,
  publishDocument,
  type Act,
  type Tx,
  type VillageSecret,
} from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import { readWalletGrants } from '../wallets/index.ts'
import {
  insertClosedDay,
  isDayClosed,
  selectEarnedSums,
  selectTotals,
  type EarnedSums,
} from './statement.store.ts'

export interface CloseDayParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly scoring: Scoring
}

/** Whoever began before midnight has long ended by then, one way or the other. */
const CLOSES_AFTER_MINUTES = 10

/** States of every village, once a day, what its log holds. */
export function closeDayJob(parts: CloseDayParts): Job {
  return {
    name: 'close-day',
    everyMinutes: 10,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => closeDay(parts, villageId))
    },
  }
}

/**
 * Appends the statement of yesterday, `day.closed`: how many records there were up to its end, what
 * they come to, and hashes of every household's honour and of every board, so that leaving a record
 * out of the log shows. It speaks of what the log holds: awards that wait to be counted are told as
 * one sum. Running it twice changes nothing more.
 * @returns the day that was closed; null when there was nothing to do
 */
export async function closeDay(parts: CloseDayParts, villageId: string): Promise<string | null> {
  const { act, database, clock, newId, scoring } = parts
  const now = clock.now()
  const today = civilDay(now)
  const isSettled = civilDay(new Date(now.getTime() - CLOSES_AFTER_MINUTES * 60_000)) === today
  if (!isSettled) return null
  const day = addCivilDays(today, -1)
  if (await database.inVillage(villageId, (db) => isDayClosed(db, villageId, day))) return null
  const command = {
    name: 'close-day',
    actor: systemActor(villageId),
    key: newId(),
    input: { day },
  }
  return act(command, async (tx) => {
    const statement = await statementOf(tx, scoring, day)
    const recordId = tx.newId()
    const row = { day, recordId, closedAt: tx.now }
    const isOurs = statement.records > 0 && (await insertClosedDay(tx.db, villageId, row))
    if (!isOurs) return null
    tx.append(dayClosed({ recordId, public: statement, parts: [] }))
    return day
  })
}

async function statementOf(tx: Tx, scoring: Scoring, day: string) {
  const { db, villageId } = tx
  const secret = await scoring.secrets.of(db, villageId)
  const from = startOfCivilDay(day)
  const before = startOfCivilDay(addCivilDays(day, 1))
  const counted = await countRecords(db, villageId, { from, before })
  const totals = await selectTotals(db, villageId, before)
  const sums = await selectEarnedSums(db, villageId, before, periodStarts(day))
  const spent = await readCountedSpent(db, villageId, before)
  const besides = besidesHonour(await readWalletGrants(db, villageId, before), spent)
  const households = await householdsOf(tx, secret, sums, besides, before)
  const accounts = accountsOf(secret, households, sums)
  const inForce = await scoring.sheets.inForceOn(db, villageId, day)
  const lines = linesOf(households, accounts, besides)
  const details = { v: 1, village: villageId, day, households: lines }
  return {
    day,
    records: counted.records,
    recordsOfDay: counted.recordsSince,
    ...totals,
    spentHundredths: [...spent.values()].reduce((sum, one) => sum + one, 0),
    sheet: inForce?.hash ?? null,
    households: await publishDocument(tx, canonicalBytes(details)),
    boards: boardHashes(households, accounts),
  }
}

function periodStarts(day: string) {
  const month = `${day.slice(0, 7)}-01`
  const monthBefore = `${addCivilDays(month, -1).slice(0, 7)}-01`
  return {
    year: startOfCivilDay(`${day.slice(0, 4)}-01-01`),
    month: startOfCivilDay(month),
    monthBefore: startOfCivilDay(monthBefore),
  }
}

type Statement = PublicOf<typeof dayClosed>

interface NamedHousehold extends RankedHousehold {
  readonly householdId: string
}

/** What one person earned for one household, under their pseudonyms. */
interface Account extends EarnedSums {
  readonly household: string
  readonly earner: string
}

/** Every household that has joined or ever had points, under its pseudonym. */
async function householdsOf(
  { db, villageId }: Tx,
  secret: VillageSecret,
  sums: readonly EarnedSums[],
  besides: ReadonlyMap<string, number>,
  before: Date,
): Promise<NamedHousehold[]> {
  const joined = await selectJoinedBefore(db, villageId, before)
  const earned = sums.map(({ householdId }) => householdId)
  const ids = [...new Set([...joined, ...earned, ...besides.keys()])]
  const groups = await readHouseholdGroups(db, villageId, ids)
  return ids.map((id) => ({
    householdId: id,
    household: secret.pseudonym('household', id),
    group: groups.get(id)?.groupNo ?? 0,
    joined: joined.has(id),
  }))
}

/** By how much each wallet differs from the household's honour: what was given to it, less what it spent. */
function besidesHonour(
  granted: ReadonlyMap<string, number>,
  spent: ReadonlyMap<string, number>,
): Map<string, number> {
  const besides = new Map(granted)
  for (const [householdId, hundredths] of spent)
    besides.set(householdId, (besides.get(householdId) ?? 0) - hundredths)
  return besides
}

function accountsOf(
  secret: VillageSecret,
  households: readonly NamedHousehold[],
  sums: readonly EarnedSums[],
): Account[] {
  const names = new Map(households.map(({ householdId, household }) => [householdId, household]))
  return sums.map((sum) => ({
    ...sum,
    household: names.get(sum.householdId) ?? secret.pseudonym('household', sum.householdId),
    earner: secret.pseudonym('earner', sum.personId),
  }))
}

/** The households with their honour and wallet as the log holds them, in the order of their pseudonyms. */
function linesOf(
  households: readonly NamedHousehold[],
  accounts: readonly Account[],
  besides: ReadonlyMap<string, number>,
): Json[] {
  const honour = new Map<string, number>()
  for (const { household, allHundredths } of accounts)
    honour.set(household, (honour.get(household) ?? 0) + allHundredths)
  return households
    .toSorted((a, b) => (a.household < b.household ? -1 : 1))
    .map(({ householdId, household, group, joined }) => {
      const honourHundredths = honour.get(household) ?? 0
      const walletHundredths = honourHundredths + (besides.get(householdId) ?? 0)
      return { household, group, joined, honourHundredths, walletHundredths }
    })
}

/** SHA-256 of each board's canonical bytes, base64url, as 'period/board'. */
function boardHashes(
  households: readonly RankedHousehold[],
  accounts: readonly Account[],
): Statement['boards'] {
  const periods = {
    all: (sum: EarnedSums) => sum.allHundredths,
    year: (sum: EarnedSums) => sum.yearHundredths,
    month: (sum: EarnedSums) => sum.monthHundredths,
    'month-before': (sum: EarnedSums) => sum.monthBeforeHundredths,
  }
  const hashes: Record<string, string> = {}
  for (const [period, pointsOf] of Object.entries(periods)) {
    const earned = accounts.map((account) => ({
      household: account.household,
      earner: account.earner,
      pointsHundredths: pointsOf(account),
    }))
    for (const [board, lines] of Object.entries(boardsOf(households, earned)))
      hashes[`${period}/${board}`] = createHash('sha256')
        .update(boardBytes(lines), 'utf8')
        .digest('base64url')
  }
  // That all twelve are there is checked where the record is made.
  return hashes as Statement['boards']
}
