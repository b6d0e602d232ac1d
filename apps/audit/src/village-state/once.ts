import { addCivilDays } from '@azalea/text'

/** What may happen once only, remembered for some months. */
export class Once {
  readonly #seen = new Map<string, string>()
  readonly #days: number

  constructor(days: number) {
    this.#days = days
  }

  /** False when it happened before. */
  add(what: string, day: string): boolean {
    if (this.#seen.has(what)) return false
    this.#seen.set(what, day)
    return true
  }

  prune(today: string): void {
    const oldest = addCivilDays(today, -this.#days)
    for (const [what, day] of this.#seen) if (day < oldest) this.#seen.delete(what)
  }

  toJson() {
    return [...this.#seen]
  }

  load(json: ReturnType<Once['toJson']>): void {
    for (const [what, day] of json) this.#seen.set(what, day)
  }
}
