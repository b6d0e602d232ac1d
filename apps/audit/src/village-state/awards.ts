import { addCivilDays } from '@azalea/text'

/** An award that the log told of, as long as something may still refer to it. */
export interface KnownAward {
  readonly award: string
  readonly deed: string | null
  readonly item: string
  readonly sheet: string
  readonly earner: string
  readonly household: string
  /** The day of the deed; of counted awards the last day of their week. */
  readonly day: string
  readonly pointsHundredths: number
  readonly contendingHundredths: number
  readonly countedOccurrences: number
  readonly creditedQuantity: number
  readonly isCounted: boolean
  state: 'scored' | 'final' | 'reversed'
  /** It was final when it was taken back: what takes its place takes effect at once. */
  wasFinal: boolean
  supersededBy: string | null
  /** What has been taken back of it. */
  takenBackHundredths: number
  /** The day of the entry that changed it last. */
  changedOn: string
}

/** A reversal of an award from before the time that is remembered; answered by a second reading. */
export interface OpenQuestion {
  readonly index: number
  readonly award: string
  readonly item: string
  readonly earner: string
  readonly household: string
  readonly pointsHundredths: number
  readonly postedHundredths: number
}

/** An award that changed longer ago is forgotten, if it is final: little that is new refers to it. */
const REMEMBERED_DAYS = 100
/** Nothing competes with counted awards, so they are wanted for a reversal only, which is rare. */
const COUNTED_REMEMBERED_DAYS = 14

declare module './parts.ts' {
  interface StateMemory {
    readonly awards: Awards
  }
}

/** The awards of the last months, by what later entries name them by. Open ones are never forgotten. */
export class Awards {
  readonly #byId = new Map<string, KnownAward>()
  readonly #byDeed = new Map<string, string[]>()
  readonly questions: OpenQuestion[] = []
  /** Awards still to come, for which a final one was taken back: they take effect at once. */
  readonly superseding = new Set<string>()

  get(award: string): KnownAward | undefined {
    return this.#byId.get(award)
  }

  add(award: KnownAward): void {
    this.#byId.set(award.award, award)
    for (const key of keysOf(award)) {
      const list = this.#byDeed.get(key)
      if (list === undefined) this.#byDeed.set(key, [award.award])
      else list.push(award.award)
    }
  }

  /** Awards for the same deed, or of the same earner on the same day. */
  besides(deed: string, earner: string, day: string): KnownAward[] {
    const ids = [deed, `${earner} ${day}`].flatMap((key) => this.#byDeed.get(key) ?? [])
    return [...new Set(ids)].flatMap((id) => this.#byId.get(id) ?? [])
  }

  prune(day: string): void {
    const oldest = addCivilDays(day, -REMEMBERED_DAYS)
    const oldestCounted = addCivilDays(day, -COUNTED_REMEMBERED_DAYS)
    for (const award of this.#byId.values()) {
      if (award.state === 'scored') continue
      if (award.changedOn >= (award.isCounted ? oldestCounted : oldest)) continue
      this.#byId.delete(award.award)
      for (const key of keysOf(award)) {
        const rest = (this.#byDeed.get(key) ?? []).filter((id) => id !== award.award)
        if (rest.length === 0) this.#byDeed.delete(key)
        else this.#byDeed.set(key, rest)
      }
    }
  }

  get size(): number {
    return this.#byId.size
  }

  toJson() {
    return {
      awards: [...this.#byId.values()],
      questions: this.questions,
      superseding: [...this.superseding],
    }
  }

  load(json: ReturnType<Awards['toJson']>): void {
    for (const award of json.awards) this.add(award)
    this.questions.push(...json.questions)
    for (const award of json.superseding) this.superseding.add(award)
  }
}

function keysOf({ deed, earner, day, isCounted }: KnownAward): string[] {
  return isCounted || deed === null ? [] : [deed, `${earner} ${day}`]
}
