/*
 * A phone's clock may be minutes off, and the server refuses deeds from the future. So what the
 * server last said about the time is kept, and times told to it are told in its own clock.
 */

const storageKey = 'azalea.clock-offset'
/** The `Date` header has whole seconds, and the answer was under way for a while. */
const toleranceMilliseconds = 3_000

let offsetMilliseconds: number | undefined

/** Reads the server's time off an answer that surely comes from the server and was made now. */
export function noteServerClock(
  request: Request,
  response: Response,
  arrivedAt: number = Date.now(),
): void {
  const fresh = request.method !== 'GET' || new URL(request.url).pathname.endsWith('/api/session')
  const told = Date.parse(response.headers.get('Date') ?? '')
  if (!fresh || response.headers.has('Azalea-Kept') || Number.isNaN(told)) return
  const offset = told - arrivedAt
  offsetMilliseconds = Math.abs(offset) <= toleranceMilliseconds ? 0 : offset
  try {
    localStorage.setItem(storageKey, String(offsetMilliseconds))
  } catch {
    // Without storage the offset is known until the page closes.
  }
}

/** Now, as the server sees it. */
export function serverNow(): Date {
  offsetMilliseconds ??= keptOffset()
  return new Date(Date.now() + offsetMilliseconds)
}

function keptOffset(): number {
  try {
    const kept = Number(localStorage.getItem(storageKey) ?? 0)
    return Number.isFinite(kept) ? kept : 0
  } catch {
    return 0
  }
}
