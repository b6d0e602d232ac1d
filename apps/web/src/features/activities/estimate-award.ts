import { civilDay } from '@azalea/client'
import {
  calibrate,
  capWindows,
  circumstancesOf,
  findItem,
  quantityOfMinutes,
  type RuleSheet,
} from '@azalea/scoring'
import type { Attendee, Shift } from './activity.ts'

/**
 * What an attendance will earn as far as one can tell beforehand, in hundredths: by the same
 * calibration as the server's, but without what the person's household earned before, so caps may
 * still lower it. Null when there is nothing to score yet, or the sheet lacks the item.
 */
export function estimateHundredths(
  sheet: RuleSheet,
  itemRef: string,
  shift: Pick<Shift, 'startsAt' | 'circumstances'>,
  attendee: Pick<Attendee, 'checkedInAt' | 'minutes' | 'leaderScore'>,
): number | null {
  const item = findItem(sheet, itemRef)
  const { checkedInAt, minutes, leaderScore } = attendee
  if (item === undefined || checkedInAt === null || minutes === null) return null
  const asksScore = item.stages.some(({ stage }) => stage === 'leader_score')
  if (asksScore && leaderScore === null) return null
  const occurredOn = civilDay(shift.startsAt)
  const named = shift.circumstances.map(({ code }) => code)
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
    quantity: quantityOfMinutes(item, minutes),
    occurredOn,
    ...(leaderScore === null ? {} : { leaderScore }),
    circumstances: circumstancesOf(item, Date.parse(from), minutes, named),
    prior,
    competing: [],
  }).pointsHundredths
}
