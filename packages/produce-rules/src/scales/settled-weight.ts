import type { WeightReading } from './weight-reading.ts'

/** So many readings in a row that are stable and the same are a weight. */
export const SETTLED_AFTER = 3

/** Watches a stream until it has settled: what moves, or jumps, begins anew. */
export class SettledWeight {
  #grams: number | null = null
  #times = 0
  #last: WeightReading | null = null

  /** What was told last; null: nothing yet. */
  get last(): WeightReading | null {
    return this.#last
  }

  /** The weight once it has settled, else null. */
  next(reading: WeightReading): number | null {
    this.#last = reading
    if (reading.state !== 'stable') {
      this.#grams = null
      this.#times = 0
      return null
    }
    this.#times = reading.grams === this.#grams ? this.#times + 1 : 1
    this.#grams = reading.grams
    return this.#times >= SETTLED_AFTER ? reading.grams : null
  }
}
