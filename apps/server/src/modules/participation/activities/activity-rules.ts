import { findItem, type RuleItem } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { readSheetInForce, type AdoptedSheet, type Scoring } from '../../scoring/index.ts'
import type { Activity } from './activity.store.ts'

/** The item an activity earns by, with its sheet; null when no sheet in force then has it. */
export type RuleOf = (
  activity: Activity,
) => { readonly item: RuleItem; readonly sheet: AdoptedSheet } | null

/** The rules by which these activities will be judged, each by the sheet in force when it begins. */
export async function readRules(
  db: Db,
  scoring: Scoring,
  villageId: string,
  activities: readonly Activity[],
): Promise<RuleOf> {
  const days = [...new Set(activities.map(({ startsAt }) => civilDay(startsAt)))].toSorted()
  const sheets = new Map<string, AdoptedSheet | null>()
  const read = async (day: string) => {
    if (!sheets.has(day)) sheets.set(day, await readSheetInForce(db, scoring, villageId, day))
    return sheets.get(day) ?? null
  }
  const [first, last] = [days.at(0), days.at(-1)]
  if (first !== undefined && last !== undefined) {
    const earliest = await read(first)
    const latest = await read(last)
    // A sheet in force at both ends was in force all the time between.
    const unchanged = earliest?.ruleSheetId === latest?.ruleSheetId
    for (const day of days)
      if (unchanged) sheets.set(day, earliest)
      else await read(day)
  }
  return ({ startsAt, itemRef }) => {
    const sheet = sheets.get(civilDay(startsAt)) ?? null
    const item = sheet && findItem(sheet.sheet, itemRef)
    return sheet && item ? { item, sheet } : null
  }
}
