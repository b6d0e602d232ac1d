/** Numbers that look random and are the same for the same seed everywhere (xorshift, 32 bits). */
export class SeededRandom {
  private state: number

  constructor(seed: number) {
    this.state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bf03635) | 0
    if (this.state === 0) this.state = 1
    for (let i = 0; i < 16; i += 1) this.next()
  }

  private next(): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.state = x
    return x >>> 0
  }

  /** 0 ≤ number < 1. */
  unit(): number {
    return this.next() / 4294967296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.unit()
  }

  /** A whole number, `low` and `high` included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1))
  }

  /** About normal: twelve uniform numbers, since they need no logarithm. */
  normal(mean: number, deviation: number): number {
    let sum = -6
    for (let i = 0; i < 12; i += 1) sum += this.unit()
    return mean + deviation * sum
  }

  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i)
      const held = list[i] as T
      list[i] = list[j] as T
      list[j] = held
    }
    return list
  }
}
