import type { CalibrationInput } from '@azalea/scoring'
import { addCivilDays } from '@azalea/text'
import type { Findings } from '../findings.ts'

/** Ratings of a day may enter so much later, from a phone that was offline. */
const COUNTED_DAYS = 3
/** An objection may lead back to a shift for so long. */
const REMEMBERED_DAYS = 200

declare module './parts.ts' {
  interface StateMemory {
    readonly passersBy: PassersBy
  }
}

/**
 * How many ratings the most rated subject had on each day. Which ratings an award counts as those of
 * passers-by the log does not tell, since it would tell when they were given; but none can count more
 * than some subject had meanwhile.
 */
export class PassersBy {
  /** By day and subject. */
  readonly #counts = new Map<string, number>()
  readonly #most = new Map<string, number>()

  rate(subject: string, day: string): void {
    const key = `${day} ${subject}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    this.#most.set(day, Math.max(count, this.#most.get(day) ?? 0))
  }

  /** An award that enters on a day counts what passers-by gave from the day of its deed on. */
  use(
    village: { readonly findings: Findings },
    index: number,
    on: string,
    { occurredOn, passersBy }: CalibrationInput,
  ): void {
    if (passersBy === undefined || occurredOn < addCivilDays(on, -REMEMBERED_DAYS)) return
    let most = 0
    for (const [day, count] of this.#most) if (day >= occurredOn && day <= on) most += count
    if (passersBy.ratings <= most) return
    village.findings.add(
      'passers_by_wrong',
      index,
      `it counts ${passersBy.ratings} ratings of passers-by; nothing had more than ${most} meanwhile`,
    )
  }

  prune(today: string): void {
    const counted = addCivilDays(today, -COUNTED_DAYS)
    for (const key of this.#counts.keys()) if (key < counted) this.#counts.delete(key)
    const oldest = addCivilDays(today, -REMEMBERED_DAYS)
    for (const day of this.#most.keys()) if (day < oldest) this.#most.delete(day)
  }

  toJson() {
    return { counts: [...this.#counts], most: [...this.#most] }
  }

  load(json: ReturnType<PassersBy['toJson']>): void {
    for (const [key, count] of json.counts) this.#counts.set(key, count)
    for (const [day, count] of json.most) this.#most.set(day, count)
  }
}
