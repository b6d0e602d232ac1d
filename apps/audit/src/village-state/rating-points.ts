import { findRatingItem } from '@azalea/scoring'
import {
  calibrate,
  CalibrationError,
  capWindows,
  countedUsage,
  isCountable,
  type RuleItem,
} from '@azalea/scoring'
import { addCivilDays } from '@azalea/text'
import type { AdoptedSheet } from './sheets.ts'

/** What is certain, and what is possible, of points that the log does not tell one by one yet. */
export interface PointsRange {
  readonly leastHundredths: number
  readonly mostHundredths: number
}

interface Used {
  hundredths: number
  count: number
}

/** A rating is entered within 24 hours of when it was given. */
const REMEMBERED_DAYS = 1
/** `most`: what a rating earns at best. `isExact`: what it earns follows from the ratings alone. */
interface RatingRules {
  readonly item: RuleItem | null
  readonly most: number
  readonly isExact: boolean
}

const NOTHING: PointsRange = { leastHundredths: 0, mostHundredths: 0 }

declare module './parts.ts' {
  interface StateMemory {
    readonly ratingPoints: RatingPoints
  }
}

/**
 * What each rating earns its rater, from the rating alone: by the item that the sheet in force gives
 * for rating, after the ratings of the same rater and day before it.
 */
export class RatingPoints {
  readonly #used = new Map<string, Used>()
  /** Days of which an award was taken back, and so some rater's cap is free again. */
  readonly #freed = new Set<string>()
  readonly #rules = new Map<string, RatingRules>()
  readonly #known = new Map<string, { points: number; occurrences: number }>()

  /** Takes the next rating; all zero when it earns nothing that is counted later. */
  rate(adopted: AdoptedSheet | undefined, rater: string, day: string): PointsRange {
    if (adopted === undefined) return NOTHING
    const { item, most, isExact } = this.#rulesOf(adopted)
    if (item === null) return NOTHING
    if (!isExact) return { leastHundredths: 0, mostHundredths: most }
    const key = `${day} ${rater} ${item.ref}`
    const used = this.#used.get(key) ?? { hundredths: 0, count: 0 }
    this.#used.set(key, used)
    const { points, occurrences } = this.#earned(adopted, item, used)
    used.hundredths += points
    used.count += occurrences
    const mostHundredths = this.#freed.has(day) ? most : points
    return { leastHundredths: points, mostHundredths }
  }

  /** What a sheet gives for rating, worked out once. */
  #rulesOf(adopted: AdoptedSheet): RatingRules {
    const known = this.#rules.get(adopted.hash)
    if (known !== undefined) return known
    const found = findRatingItem(adopted.sheet)
    const item = found === null || found.noticeDays > 0 ? null : found
    const most = item === null ? 0 : this.#earned(adopted, item, { hundredths: 0, count: 0 }).points
    const rules = { item, most, isExact: item !== null && isCountable(item) }
    this.#rules.set(adopted.hash, rules)
    return rules
  }

  /** An award for a rating of this day was taken back: whose, the raters' pseudonyms do not tell. */
  free(day: string): void {
    this.#freed.add(day)
  }

  prune(today: string): void {
    const oldest = addCivilDays(today, -REMEMBERED_DAYS)
    for (const key of this.#used.keys()) if (key.slice(0, 10) < oldest) this.#used.delete(key)
    for (const day of this.#freed) if (day < oldest) this.#freed.delete(day)
    this.#known.clear()
  }

  #earned({ hash, sheet }: AdoptedSheet, item: RuleItem, used: Used) {
    const key = `${hash} ${used.hundredths} ${used.count}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const occurredOn = sheet.effectiveFrom
    const prior = capWindows(item, occurredOn).map((window) => ({
      ...window,
      usedHundredths: used.hundredths,
      usedCount: used.count,
    }))
    const input = { itemRef: item.ref, quantity: 1, occurredOn, prior, competing: [] }
    const earned = { points: 0, occurrences: 0 }
    try {
      const calibration = calibrate(sheet, input)
      earned.points = calibration.pointsHundredths
      earned.occurrences = countedUsage(item, 1, calibration).countedOccurrences
    } catch (error) {
      // The server could not have awarded it either.
      if (!(error instanceof CalibrationError)) throw error
    }
    this.#known.set(key, earned)
    return earned
  }

  toJson() {
    return { used: [...this.#used], freed: [...this.#freed] }
  }

  load({ used, freed }: ReturnType<RatingPoints['toJson']>): void {
    for (const [key, value] of used) this.#used.set(key, value)
    for (const day of freed) this.#freed.add(day)
  }
}
