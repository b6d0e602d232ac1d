import type { ManualClock } from '../platform/clock.ts'
import { RefusedEarlier } from './resume.ts'

/** Something that happens at an instant of the season. */
export interface Happening {
  readonly at: Date
  run(): Promise<void>
}

/**
 * Plays happenings in the order of their instants, with the clock set to each. What falls on the
 * same instant runs side by side, as it would on a busy evening, at most `abreast` at a time.
 * Happenings may add later ones while they run.
 */
export class Timeline {
  readonly #clock: ManualClock
  readonly #abreast: number
  readonly #slots = new Map<number, Happening[]>()
  /** The instants of the slots, so that the next one is the last. */
  readonly #latestFirst: number[] = []
  #played = 0

  constructor(clock: ManualClock, abreast: number) {
    this.#clock = clock
    this.#abreast = abreast
  }

  get played(): number {
    return this.#played
  }

  at(instant: Date, run: () => Promise<void>): void {
    const key = instant.getTime()
    const slot = this.#slots.get(key)
    if (slot) slot.push({ at: instant, run })
    else {
      this.#slots.set(key, [{ at: instant, run }])
      this.#latestFirst.splice(this.#placeOf(key), 0, key)
    }
  }

  /** Plays everything up to an instant (included). */
  async playUntil(end: Date): Promise<void> {
    for (;;) {
      const next = this.#latestFirst.at(-1)
      if (next === undefined || next > end.getTime()) return
      this.#latestFirst.pop()
      const slot = this.#slots.get(next) ?? []
      this.#slots.delete(next)
      this.#clock.set(new Date(next))
      await this.#playAbreast(slot)
    }
  }

  #placeOf(instant: number): number {
    let low = 0
    let high = this.#latestFirst.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#latestFirst[middle] ?? 0) > instant) low = middle + 1
      else high = middle
    }
    return low
  }

  async #playAbreast(slot: readonly Happening[]): Promise<void> {
    const waiting = slot.values()
    const lane = async () => {
      for (const happening of waiting) {
        await happening.run().catch(passRefusedEarlier)
        this.#played += 1
      }
    }
    await Promise.all(Array.from({ length: this.#abreast }, lane))
  }
}

function passRefusedEarlier(error: unknown): void {
  if (!(error instanceof RefusedEarlier)) throw error
}
