import type { CivilDay } from '@azalea/text'
import { spanAround } from '../usage-span.ts'
import type { RuleSheet, UsageSpan } from '../rule-sheet.ts'

/**
 * The first day whose deeds can weigh on those of a day under a sheet, through caps and bands that
 * add up over a stretch of the calendar; null when a sum over all time reaches back without end.
 */
export function replayReach({ items }: RuleSheet, day: CivilDay): CivilDay | null {
  let first: CivilDay | null = day
  for (const span of items.flatMap(spansOf)) {
    const { firstDay } = spanAround(day, span)
    if (firstDay === null) return null
    if (firstDay < first) first = firstDay
  }
  return first
}

function spansOf({ base, caps }: RuleSheet['items'][number]): UsageSpan[] {
  const spans = caps.map(({ window }) => window)
  return base.kind === 'bands' && base.over !== 'each' ? [...spans, base.over] : spans
}
