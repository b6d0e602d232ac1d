import {
  calibrate,
  capWindows,
  itemInBoth,
  minutesWithin,
  type Circumstance,
  type RuleItem,
} from '@azalea/scoring'
import { civilDay } from '../../../platform/calendar.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readRuleItem, type AdoptedSheet, type Scoring } from '../../scoring/index.ts'
import { refuse } from '../ground/refusals.ts'

const DAY_MINUTES = 24 * 60
const MINUTE_MILLISECONDS = 60_000

/** What of an attendance an item counts; null when an attendance says nothing about it. */
export function countedIn(item: RuleItem): 'minutes' | 'occurrence' | null {
  if (item.base.kind === 'fixed') return 'occurrence'
  switch (item.base.unit) {
    case 'minute':
    case 'hour':
      return 'minutes'
    case 'time':
    case 'person':
      return 'occurrence'
    case 'gram':
    case 'jin':
    case 'kg':
    case 'yuan':
    case 'piece':
    case 'star':
      return null
  }
}

/**
 * An item that attending an activity can earn.
 * @throws Refusal 'item_not_for_activities'; scoring's 'no_rule_sheet', 'unknown_item'
 */
export async function requireEarnableItem(
  db: Db,
  scoring: Scoring,
  villageId: string,
  itemRef: string,
  day: string,
): Promise<RuleItem> {
  const { item } = await readRuleItem(db, scoring, villageId, itemRef, day)
  const byRating = item.evidenceKinds.includes('rating')
  if (item.kind !== 'merit' || byRating || countedIn(item) === null)
    throw refuse('item_not_for_activities', itemInBoth(item))
  return item
}

/** An attendance in the item's measure: its minutes, or one occurrence if there was any time at all. */
export function quantityOf(item: RuleItem, minutes: number): number {
  return countedIn(item) === 'minutes' ? minutes : Math.min(minutes, 1)
}

/** The circumstances of an item that no clock knows, so that a proposal must name them. */
export function declaredCircumstances(item: RuleItem): Circumstance[] {
  return item.stages.flatMap((spec) =>
    spec.stage === 'circumstances' ? spec.each.filter(({ daily }) => daily === undefined) : [],
  )
}

/**
 * How much of an attendance fell under each circumstance for which the item makes a difference: the
 * minutes in a daily stretch, and all of it under what the approved proposal named for the shift.
 */
export function circumstancesOf(
  item: RuleItem,
  from: Date,
  minutes: number,
  named: readonly string[],
): { code: string; quantity: number }[] {
  return [
    ...clockCircumstances(item, from, minutes),
    ...declaredCircumstances(item)
      .filter(({ code }) => named.includes(code))
      .map(({ code }) => ({ code, quantity: quantityOf(item, minutes) })),
  ]
}

function clockCircumstances(
  item: RuleItem,
  from: Date,
  minutes: number,
): { code: string; quantity: number }[] {
  if (countedIn(item) !== 'minutes') return []
  const dayStart = Date.parse(`${civilDay(from)}T00:00:00+08:00`)
  const startMinute = Math.floor((from.getTime() - dayStart) / MINUTE_MILLISECONDS) % DAY_MINUTES
  return item.stages.flatMap((spec) =>
    spec.stage !== 'circumstances'
      ? []
      : spec.each.flatMap(({ code, daily }) =>
          daily ? [{ code, quantity: minutesWithin(startMinute, minutes, daily) }] : [],
        ),
  )
}

export interface PointsPreview {
  readonly pointsHundredths: number
  /** The planned minutes that would earn them; null when every attendance counts the same. */
  readonly minutes: number | null
}

/** What one shift of so many minutes earns before anyone's judgement, with nothing earned before. */
export function previewPoints(
  { sheet }: AdoptedSheet,
  item: RuleItem,
  minutes: number,
  day: string,
): PointsPreview {
  const prior = capWindows(item, day).map(({ scope, of, key, window }) => {
    return { scope, of, key, window, usedHundredths: 0, usedCount: 0, usedQuantity: 0 }
  })
  const quantity = quantityOf(item, minutes)
  const input = { itemRef: item.ref, quantity, occurredOn: day, prior, competing: [] }
  const { pointsHundredths } = calibrate(sheet, input)
  return { pointsHundredths, minutes: countedIn(item) === 'minutes' ? minutes : null }
}
