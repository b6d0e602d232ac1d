import type { ClockPort } from '@azalea/client'

/** How far the phone's clock is behind the server's. */
let behindMilliseconds = 0

/** The server says the time with each answer, to the second. */
export function noteServerTime(header: Readonly<Record<string, unknown>>): void {
  const said = header['Date'] ?? header['date']
  const at = typeof said === 'string' ? Date.parse(said) : Number.NaN
  if (!Number.isNaN(at)) behindMilliseconds = at - Date.now()
}

export const clockPort: ClockPort = { now: () => new Date(Date.now() + behindMilliseconds) }
