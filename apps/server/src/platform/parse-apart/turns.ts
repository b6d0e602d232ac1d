import { refuse } from './refusals.ts'

interface Waiting {
  readonly villageId: string
  readonly bytes: number
  readonly begin: () => void
}

export interface TurnLimits {
  /** How many works run at once, each of another village. */
  readonly atOnce: number
  /** What may wait, counted by the bytes that are held meanwhile. */
  readonly villageBytes: number
  readonly allBytes: number
}

/** Gives each village one turn at a time, and a few villages at once, in the order in which they came. */
export class Turns {
  readonly #limits: TurnLimits
  readonly #running = new Set<string>()
  #waiting: readonly Waiting[] = []

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /** @throws Refusal 'files_waiting' when too much waits already; what the work throws */
  async take<Result>(
    villageId: string,
    bytes: number,
    work: () => Promise<Result>,
  ): Promise<Result> {
    await this.#turn(villageId, bytes)
    try {
      return await work()
    } finally {
      this.#running.delete(villageId)
      this.#beginNext()
    }
  }

  #turn(villageId: string, bytes: number): Promise<void> {
    const before = this.#waiting
    const mine = before.filter((one) => one.villageId === villageId)
    const isFull =
      (mine.length > 0 && sum(mine) + bytes > this.#limits.villageBytes) ||
      (before.length > 0 && sum(before) + bytes > this.#limits.allBytes)
    if (isFull) throw refuse('files_waiting')
    return new Promise((begin) => {
      this.#waiting = [...before, { villageId, bytes, begin }]
      this.#beginNext()
    })
  }

  #beginNext(): void {
    for (const one of this.#waiting) {
      if (this.#running.size >= this.#limits.atOnce) return
      if (this.#running.has(one.villageId)) continue
      this.#running.add(one.villageId)
      this.#waiting = this.#waiting.filter((other) => other !== one)
      one.begin()
    }
  }
}

function sum(waiting: readonly Waiting[]): number {
  return waiting.reduce((total, { bytes }) => total + bytes, 0)
}
