import { civilDay } from '@azalea/client'
import {
  calibrate,
  capWindows,
  findItem,
  minutesWithin,
  type RuleItem,
  type RuleSheet,
} from '@azalea/scoring'
import type { Attendee, Shift } from './activity.ts'

const minuteMilliseconds = 60_000
const minutesPerDay = 24 * 60
const countedInMinutes = new Set(['minute', 'hour'])

/**
 * What an attendance will earn as far as one can tell beforehand, in hundredths: by the same
 * calibration as the server's, but without what the person's household earned before, so caps may
 * still lower it. Null when there is nothing to score yet, or the sheet lacks the item.
 */
export function estimateHundredths(
  sheet: RuleSheet,
  itemRef: string,
  shift: Pick<Shift, 'startsAt'>,
  attendee: Pick<Attendee, 'checkedInAt' | 'minutes' | 'leaderScore'>,
): number | null {
  const item = findItem(sheet, itemRef)
  const { checkedInAt, minutes, leaderScore } = attendee
  if (item === undefined || checkedInAt === null || minutes === null) return null
  const asksScore = item.stages.some(({ stage }) => stage === 'leader_score')
  if (asksScore && leaderScore === null) return null
  const occurredOn = civilDay(shift.startsAt)
  const from = checkedInAt > shift.startsAt ? checkedInAt : shift.startsAt
  const prior = capWindows(item, occurredOn).map(({ scope, of, key, window }) => ({
    scope,
    of,
    key,
    window,
    usedHundredths: 0,
    usedCount: 0,
    usedQuantity: 0,
  }))
  return calibrate(sheet, {
    itemRef,
    quantity: countsMinutes(item) ? minutes : Math.min(minutes, 1),
    occurredOn,
    ...(leaderScore === null ? {} : { leaderScore }),
    circumstances: circumstancesOf(item, from, minutes),
    prior,
    competing: [],
  }).pointsHundredths
}

function countsMinutes({ base }: RuleItem): boolean {
  return base.kind !== 'fixed' && countedInMinutes.has(base.unit)
}

function circumstancesOf(
  item: RuleItem,
  from: string,
  minutes: number,
): { code: string; quantity: number }[] {
  if (!countsMinutes(item)) return []
  const dayStart = Date.parse(`${civilDay(from)}T00:00:00+08:00`)
  const startMinute = Math.floor((Date.parse(from) - dayStart) / minuteMilliseconds) % minutesPerDay
  return item.stages.flatMap((stage) =>
    stage.stage === 'circumstances'
      ? stage.each.flatMap(({ code, daily }) =>
          daily === undefined
            ? []
            : [{ code, quantity: minutesWithin(startMinute, minutes, daily) }],
        )
      : [],
  )
}
