/** China has kept one zone and no summer time since 1991, so the offset is a constant. */
const offsetMilliseconds = 8 * 3_600_000

/** An ISO instant as `YYYY-MM-DDTHH:mm` in Asia/Shanghai, the form of `datetime-local`. */
export function toLocalText(instant: string): string {
  return new Date(new Date(instant).getTime() + offsetMilliseconds).toISOString().slice(0, 16)
}

/** `YYYY-MM-DDTHH:mm` in Asia/Shanghai as an ISO instant; null for an incomplete text. */
export function fromLocalText(text: string): string | null {
  const instant = new Date(`${text.slice(0, 16)}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
