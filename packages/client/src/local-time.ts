/** An instant: a `Date`, an ISO string with offset, or epoch milliseconds. */
export type Instant = Date | string | number

/** China has kept one zone and no summer time since 1991, so the offset is a constant. */
const offsetMilliseconds = 8 * 3_600_000

/** An instant as `YYYY-MM-DDTHH:mm` in Asia/Shanghai, the form of `datetime-local`. */
export function toLocalText(instant: Instant): string {
  return new Date(new Date(instant).getTime() + offsetMilliseconds).toISOString().slice(0, 16)
}

/** `YYYY-MM-DDTHH:mm` in Asia/Shanghai as an ISO instant; null for an incomplete text. */
export function fromLocalText(text: string): string | null {
  const instant = new Date(`${text.slice(0, 16)}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

/** The civil day `YYYY-MM-DD` in Asia/Shanghai on which an instant falls. */
export function civilDay(instant: Instant): string {
  return toLocalText(instant).slice(0, 10)
}

/** The civil day of the last moment before a deadline. */
export function lastDayBefore(instant: Instant): string {
  return civilDay(new Date(new Date(instant).getTime() - 1))
}
