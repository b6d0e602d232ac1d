import { addCivilDays } from '@azalea/text'
import type { PointsRange } from './rating-points.ts'

/** A week of which not all is certain is settled by then; its rest would only blur the others'. */
const SETTLED_DAYS = 21

/**
 * Points of awards that are final and not in the log yet, by week of the deed: what its ratings earn
 * less what was entered of it. Comes to nothing once a week is counted.
 */
export class Uncounted {
  readonly #weeks = new Map<string, { least: number; most: number }>()

  made(week: string, { leastHundredths, mostHundredths }: PointsRange): void {
    const sum = this.#weeks.get(week) ?? { least: 0, most: 0 }
    sum.least += leastHundredths
    sum.most += mostHundredths
    this.#weeks.set(week, sum)
  }

  entered(week: string, hundredths: number): void {
    this.made(week, { leastHundredths: -hundredths, mostHundredths: -hundredths })
  }

  /** Takes over what another one holds, and empties it. */
  takeFrom(other: Uncounted): void {
    for (const [week, { least, most }] of other.#weeks)
      this.made(week, { leastHundredths: least, mostHundredths: most })
    other.#weeks.clear()
  }

  /** What waits in all. Below zero: more was counted than ratings can have earned. */
  sum(): PointsRange {
    let [leastHundredths, mostHundredths] = [0, 0]
    for (const { least, most } of this.#weeks.values()) {
      leastHundredths += least === most ? least : Math.max(0, least)
      mostHundredths += most
    }
    return { leastHundredths, mostHundredths }
  }

  prune(today: string): void {
    const settled = addCivilDays(today, -SETTLED_DAYS)
    for (const [week, { least, most }] of this.#weeks) {
      const isDone = least === most ? most === 0 : week < settled
      if (isDone) this.#weeks.delete(week)
    }
  }

  toJson() {
    return [...this.#weeks]
  }

  load(json: ReturnType<Uncounted['toJson']>): void {
    for (const [week, sum] of json) this.#weeks.set(week, sum)
  }
}
