/**
 * How many minutes of a shift fall into a daily stretch of the clock, for circumstances such as the
 * night. Both the shift and the stretch may cross midnight, and the shift may last several days.
 *
 * @param startMinute minutes after midnight at check-in, 0 to 1439.
 * @param minutes length of the shift.
 * @param daily `HH:MM`, from included, to excluded; equal ends are the whole day.
 * @throws RangeError for values that are no such times.
 */
export function minutesWithin(
  startMinute: number,
  minutes: number,
  daily: { from: string; to: string },
): number {
  if (!Number.isSafeInteger(startMinute) || startMinute < 0 || startMinute >= DAY) {
    throw new RangeError(`not a minute of the day: ${startMinute}`)
  }
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`minutes: ${minutes}`)
  const from = minuteOf(daily.from)
  const length = ((minuteOf(daily.to) - from + DAY - 1) % DAY) + 1
  // Counted from the start of the stretch that begins at or before the shift.
  const offset = (startMinute - from + DAY) % DAY
  return minutesUntil(offset + minutes, length) - minutesUntil(offset, length)
}

const DAY = 1440

function minutesUntil(end: number, length: number): number {
  const rest = end % DAY
  return ((end - rest) / DAY) * length + Math.min(rest, length)
}

function minuteOf(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (match === null) throw new RangeError(`not a time: ${time}`)
  return Number(match[1]) * 60 + Number(match[2])
}
