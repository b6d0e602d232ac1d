import { logarithm } from './elementary.ts'

/** Neighbours meet the same subjects this much more often than chance. */
const LOCAL = 2

/**
 * How unusual it is that two people, who have rated `a` and `b` of so many subjects, have `count` of
 * them in common: Poisson log odds against chance.
 */
export function meetingOdds(count: number, a: number, b: number, subjects: number): number {
  const expected = (LOCAL * a * b) / subjects
  return count > expected ? count * logarithm(count / expected) - count + expected : 0
}

/** Collects sums by pair in growing columns, then adds up equal pairs. */
export class PairSums {
  private keys = new Float64Array(1024)
  private values = new Float64Array(1024)
  private length = 0
  constructor(private readonly raterCount: number) {}

  add(a: number, b: number, value: number): void {
    if (this.length === this.keys.length) {
      const keys = new Float64Array(this.length * 2)
      const values = new Float64Array(this.length * 2)
      keys.set(this.keys)
      values.set(this.values)
      this.keys = keys
      this.values = values
    }
    this.keys[this.length] = this.keyOf(a, b)
    this.values[this.length] = value
    this.length += 1
  }

  keyOf(a: number, b: number): number {
    return Math.min(a, b) * this.raterCount + Math.max(a, b)
  }

  /** Sums of the pairs that were added at least `least` times, in the order of the pairs. */
  sums(least: number): { keys: Float64Array; sums: Float64Array; counts: Int32Array } {
    const sorted = this.keys.slice(0, this.length).sort()
    let kept = 0
    for (let at = 0; at < sorted.length;) {
      let end = at + 1
      while (end < sorted.length && sorted[end] === sorted[at]) end += 1
      if (end - at >= least) {
        sorted[kept] = sorted[at] as number
        kept += 1
      }
      at = end
    }
    const keys = sorted.slice(0, kept)
    const sums = new Float64Array(kept)
    const counts = new Int32Array(kept)
    for (let at = 0; at < this.length; at += 1) {
      const place = placeOf(keys, this.keys[at] as number)
      if (place < 0) continue
      sums[place] = (sums[place] as number) + (this.values[at] as number)
      counts[place] = (counts[place] as number) + 1
    }
    return { keys, sums, counts }
  }
}

export function placeOf(sorted: Float64Array, key: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = sorted[middle] as number
    if (at === key) return middle
    if (at < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}
