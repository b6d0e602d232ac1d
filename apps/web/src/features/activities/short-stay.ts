/** Whole minutes that a check-out now would count, where that is less than a tenth of the shift; else null. */
export function shortStay(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  checkedInAt: string,
  now: Date,
): { minutes: number; planned: number } | null {
  const minute = 60_000
  const from = Math.max(Date.parse(startsAt), Date.parse(checkedInAt))
  const to = Math.min(Date.parse(endsAt), now.getTime())
  const minutes = Math.max(0, Math.floor((to - from) / minute))
  const planned = Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / minute)
  return minutes * 10 < planned ? { minutes, planned } : null
}
