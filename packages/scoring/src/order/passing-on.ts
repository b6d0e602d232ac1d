import type { HeldTurn, PassedOn } from './pass-on.ts'
import { furtherOf } from './share-out.ts'

/**
 * Passes on what becomes free in one queue while its turns end, one after another: each time as
 * `passOn` does. Whoever can be given nothing more is stepped over once, so that a queue in which many
 * turns lapse is not read from its start for each.
 */
export class PassingOn<Turn extends Omit<HeldTurn, 'isEnded'>> {
  readonly #turns: ReadonlyMap<string, Turn>
  readonly #isEnded: (turn: Turn) => boolean
  readonly #partial: boolean
  readonly #claimants: readonly string[]
  /** A chain of those to whom something may still come: of each link the next; the first is no turn. */
  readonly #next: Int32Array
  /** The least that is of use to anybody from a link on, as it was at first. */
  readonly #leastFrom: Float64Array
  /** The last link that has a part: any more is of use to it. */
  #partUpTo = 0

  /**
   * @param turns by claimant, in the order of places; kept true by who calls: what was passed on is
   *   given, and no turn that has ended opens again
   */
  constructor(
    turns: ReadonlyMap<string, Turn>,
    isEnded: (turn: Turn) => boolean,
    partial: boolean,
  ) {
    this.#turns = turns
    this.#isEnded = isEnded
    this.#partial = partial
    this.#claimants = [...turns.keys()]
    const links = this.#claimants.length + 1
    this.#next = Int32Array.from({ length: links }, (_, at) => at + 1)
    this.#leastFrom = new Float64Array(links + 1).fill(Number.POSITIVE_INFINITY)
    for (let at = links - 1; at > 0; at -= 1) {
      const turn = this.#turnAt(at)
      if (!isEnded(turn) && hasPart(turn)) this.#partUpTo = Math.max(this.#partUpTo, at)
      const least = partial ? turn.leastQuantity : turn.wantedQuantity
      this.#leastFrom[at] = Math.min(least, this.#leastFrom[at + 1] ?? 0)
    }
  }

  /** @param quantity what became free, with what was left before */
  pass(quantity: number): PassedOn {
    const called: { claimant: string; quantity: number }[] = []
    let left = quantity
    let before = 0
    let at = this.#after(before)
    while (left > 0 && this.#isOfUseFrom(at, left)) {
      const turn = this.#turnAt(at)
      const isEnded = this.#isEnded(turn)
      const more = isEnded ? 0 : furtherOf(turn, left, this.#partial)
      left -= more
      if (more > 0) called.push({ claimant: turn.claimant, quantity: more })
      const has = { ...turn, givenQuantity: turn.givenQuantity + more }
      if (isEnded || has.givenQuantity >= turn.wantedQuantity) this.#next[before] = this.#after(at)
      else before = at
      if (!isEnded && hasPart(has)) this.#partUpTo = Math.max(this.#partUpTo, at)
      at = this.#after(at)
    }
    return { called, leftQuantity: left }
  }

  #isOfUseFrom(at: number, left: number): boolean {
    if (at > this.#claimants.length) return false
    return at <= this.#partUpTo || left >= (this.#leastFrom[at] ?? 0)
  }

  #after(at: number): number {
    return this.#next[at] ?? this.#claimants.length + 1
  }

  #turnAt(at: number): Turn {
    const turn = this.#turns.get(this.#claimants[at - 1] ?? '')
    if (turn === undefined) throw new Error(`a queue has lost its turn ${at}`)
    return turn
  }
}

function hasPart({
  givenQuantity,
  wantedQuantity,
}: Pick<HeldTurn, 'givenQuantity' | 'wantedQuantity'>): boolean {
  return givenQuantity > 0 && givenQuantity < wantedQuantity
}
