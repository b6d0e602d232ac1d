/** The only source of "now" in the server, so that tests and the season can bring their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/**
 * Whether a wait of at most `longestMilliseconds` is over. An end that lies farther off was set by a
 * clock that ran ahead, and holds nobody up.
 */
export function isOver(end: Date, now: Date, longestMilliseconds: number): boolean {
  const left = end.getTime() - now.getTime()
  return left <= 0 || left > longestMilliseconds
}

/** How old something is; what a clock that ran ahead has dated into the future is new. */
export function ageMilliseconds(since: Date, now: Date): number {
  return Math.max(0, now.getTime() - since.getTime())
}

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now: Date
  constructor(start: Date) {
    this.#now = start
  }
  now(): Date {
    return new Date(this.#now)
  }
  set(to: Date): void {
    this.#now = new Date(to)
  }
  advanceMinutes(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000)
  }
}
