import { minuteOfDay } from '@azalea/text'
import type { Circumstance, RuleItem, RuleSheet } from './rule-sheet.ts'
import { minutesWithin } from './shift-minutes.ts'

/**
 * Whether the item is for rating a subject: a merit whose evidence is a rating, and that is not a
 * shift (whose post may be rated too).
 */
export function isRatingItem({ kind, evidenceKinds }: RuleItem): boolean {
  return kind === 'merit' && evidenceKinds.includes('rating') && !evidenceKinds.includes('check_in')
}

/** The item by which a rating earns points; null when the village does not reward ratings. */
export function findRatingItem(sheet: RuleSheet): RuleItem | null {
  return sheet.items.find(isRatingItem) ?? null
}

/** Whether stars for this kind of place change anybody's points under a rule sheet. */
export function doStarsChangePoints(
  { items }: { readonly items: readonly Pick<RuleItem, 'stages'>[] },
  subjectKind: string,
): boolean {
  // Stars of a post are what passers-by say of whoever stands there; of anything else they are shown.
  if (subjectKind !== 'post') return false
  return items.some(({ stages }) => stages.some(({ stage }) => stage === 'passers_by'))
}

/** What of an attendance an item counts; null when an attendance says nothing about it. */
export function countedIn({ base }: Pick<RuleItem, 'base'>): 'minutes' | 'occurrence' | null {
  if (base.kind === 'fixed') return 'occurrence'
  switch (base.unit) {
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

/** Whether being at an activity can earn the item. */
export function isEarnableByShift(item: RuleItem): boolean {
  return item.kind === 'merit' && !isRatingItem(item) && countedIn(item) !== null
}

/** Whether somebody can record a deed under the item: a merit that no rating earns. */
export function isRecordable(item: RuleItem): boolean {
  return item.kind === 'merit' && !isRatingItem(item)
}

/** An attendance in the item's measure: its minutes, or one occurrence if there was any time at all. */
export function quantityOfMinutes(item: Pick<RuleItem, 'base'>, minutes: number): number {
  return countedIn(item) === 'minutes' ? minutes : Math.min(minutes, 1)
}

/** The circumstances of an item that no clock knows, so that a proposal must name them. */
export function declaredCircumstances({ stages }: Pick<RuleItem, 'stages'>): Circumstance[] {
  return stages.flatMap((spec) =>
    spec.stage === 'circumstances' ? spec.each.filter(({ daily }) => daily === undefined) : [],
  )
}

/**
 * How much of an attendance fell under each circumstance for which the item makes a difference: the
 * minutes in a daily stretch, and all of it under what the approved proposal named for the shift.
 *
 * @param fromMilliseconds the instant since 1970 from which the minutes count
 */
export function circumstancesOf(
  item: Pick<RuleItem, 'base' | 'stages'>,
  fromMilliseconds: number,
  minutes: number,
  named: readonly string[],
): { code: string; quantity: number }[] {
  return [
    ...clockCircumstances(item, fromMilliseconds, minutes),
    ...declaredCircumstances(item)
      .filter(({ code }) => named.includes(code))
      .map(({ code }) => ({ code, quantity: quantityOfMinutes(item, minutes) })),
  ]
}

function clockCircumstances(
  item: Pick<RuleItem, 'base' | 'stages'>,
  fromMilliseconds: number,
  minutes: number,
): { code: string; quantity: number }[] {
  if (countedIn(item) !== 'minutes') return []
  const startMinute = minuteOfDay(fromMilliseconds)
  return item.stages.flatMap((spec) =>
    spec.stage !== 'circumstances'
      ? []
      : spec.each.flatMap(({ code, daily }) =>
          daily ? [{ code, quantity: minutesWithin(startMinute, minutes, daily) }] : [],
        ),
  )
}
