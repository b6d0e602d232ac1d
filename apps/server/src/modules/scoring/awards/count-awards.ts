import { CalibrationError, findItem, isCountable, recountAwards } from '@azalea/scoring'
import { addCivilDays, civilDay, mondayOf } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { shuffled, type NewId, type Randomness } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { selectVillageIds } from '../../community/index.ts'
import type { Act, Tx } from '../../record/index.ts'
import type { AdoptedSheet, Scoring } from '../rules/index.ts'
import { countedRecord, type CountedAwards } from './award-records.ts'
import { appendByItself } from './enter-award.ts'
import {
  markEntered,
  selectEarnersToCount,
  selectUncountedOf,
  type UncountedAward,
} from './uncounted.store.ts'
import { lockHouseholds } from './usage.store.ts'

export interface CountParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly randomness: Randomness
  readonly scoring: Scoring
}

/** From Monday of a week to the Wednesday after it, when even a phone that was offline has reported. */
const ENTERS_AFTER_DAYS = 9
const EARNERS_A_COMMAND = 100

/** The civil day on which a counted award for a deed of this day enters the log. */
export function entryDayOf(occurredOn: string): string {
  return addCivilDays(mondayOf(occurredOn), ENTERS_AFTER_DAYS)
}

/** Enters the counted awards of weeks that are over, in every village. */
export function countAwardsJob(parts: CountParts): Job {
  return {
    name: 'count-awards',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => countAwards(parts, villageId))
    },
  }
}

/**
 * Enters the awards that wait to be counted (those for rating) into the log: a record for each
 * earner and week that says how many there were on each day, in an order drawn by lot. So no award
 * can be lined up with the deed that it is for. Running it twice changes nothing more.
 * @returns how many awards entered
 */
export async function countAwards(parts: CountParts, villageId: string): Promise<number> {
  const { act, database, clock, newId, randomness, scoring } = parts
  const today = civilDay(clock.now())
  const beforeDay = addCivilDays(mondayOf(addCivilDays(today, -ENTERS_AFTER_DAYS)), 7)
  const found = await database.inVillage(villageId, (db) =>
    selectEarnersToCount(db, villageId, beforeDay),
  )
  const earners = shuffled(found, randomness)
  let total = 0
  for (let from = 0; from < earners.length; from += EARNERS_A_COMMAND) {
    const batch = earners.slice(from, from + EARNERS_A_COMMAND)
    const personIds = [...new Set(batch.map(({ personId }) => personId))]
    const householdIds = batch.map(({ householdId }) => householdId)
    const command = {
      name: 'count-awards',
      actor: systemActor(villageId),
      key: newId(),
      input: { personIds, beforeDay },
    }
    total += await act(command, async (tx) => {
      await lockHouseholds(tx.db, villageId, householdIds)
      const awards = await selectUncountedOf(tx.db, villageId, personIds, beforeDay)
      const entries: Entry[] = []
      for (const group of shuffled(groupsOf(awards), randomness))
        entries.push(...(await enter(tx, scoring, group)))
      await markEntered(tx.db, villageId, tx.now, entries)
      return awards.length
    })
  }
  return total
}

/** Awards that share a record: of one account, sheet, item, week of the deed and month of posting. */
function groupsOf(awards: readonly UncountedAward[]): UncountedAward[][] {
  const groups = new Map<string, UncountedAward[]>()
  for (const award of awards) {
    const { personId, householdId, ruleSheetId, itemRef, occurredOn, finalAt } = award
    const when = [mondayOf(occurredOn), civilDay(finalAt).slice(0, 7)]
    const key = [personId, householdId, ruleSheetId, itemRef, ...when].join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [award])
    else group.push(award)
  }
  return [...groups.values()]
}

interface Entry {
  readonly awardId: string
  readonly recordId: string
}

/** Appends one record for the group, or one for each award where counts do not reproduce the points. */
async function enter(tx: Tx, scoring: Scoring, group: readonly UncountedAward[]): Promise<Entry[]> {
  const [first] = group
  if (first === undefined) return []
  const sheet = await scoring.sheets.byId(tx.db, tx.villageId, first.ruleSheetId)
  const counted = countedOf(tx.newId(), sheet, first, group)
  if (!isReproducible(sheet, counted)) {
    const alone: Entry[] = []
    for (const award of group) alone.push(await appendByItself(tx, scoring, award))
    return alone
  }
  tx.append(await countedRecord(tx, scoring, counted))
  const { recordId } = counted
  return group.map(({ awardId }) => ({ awardId, recordId }))
}

function countedOf(
  recordId: string,
  sheet: AdoptedSheet,
  first: UncountedAward,
  group: readonly UncountedAward[],
): CountedAwards {
  const perDay = new Map<string, number>()
  for (const { occurredOn } of group) perDay.set(occurredOn, (perDay.get(occurredOn) ?? 0) + 1)
  return {
    recordId,
    personId: first.personId,
    householdId: first.householdId,
    itemRef: first.itemRef,
    sheetHash: sheet.hash,
    week: mondayOf(first.occurredOn),
    month: civilDay(first.finalAt).slice(0, 7),
    counts: [...perDay.values()].toSorted((a, b) => b - a),
    pointsHundredths: group.reduce((sum, award) => sum + award.pointsHundredths, 0),
    awards: group,
  }
}

/** Whether a stranger comes to the same points from the counts alone; else each award tells its own. */
function isReproducible({ sheet }: AdoptedSheet, counted: CountedAwards): boolean {
  const item = findItem(sheet, counted.itemRef)
  if (item === undefined || !isCountable(item)) return false
  try {
    return recountAwards(sheet, counted) === counted.pointsHundredths
  } catch (error) {
    if (error instanceof CalibrationError) return false
    throw error
  }
}
