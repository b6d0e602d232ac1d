import { addCivilDays, daysBetween, mondayOf, type CivilDay } from '@azalea/text'

/** What is known of a crop in one variety. */
export interface CropTerms {
  /** From the first day of sowing to the first of harvest. */
  readonly daysToMaturity: number
  /** How long it is harvested. */
  readonly harvestDays: number
  /** First and last day of each window in which it is sown: month × 100 + day. */
  readonly sowing: readonly number[]
  /** Expected of one mu, or of one head of a flock. */
  readonly yieldGrams: number
  readonly yieldPer: 'mu' | 'head'
}

/** First and last days of a planting's sowing and of its harvest. */
export interface PlantingTimes {
  readonly sowFrom: CivilDay
  readonly sowTo: CivilDay
  readonly harvestFrom: CivilDay
  readonly harvestTo: CivilDay
}

const MU_PER_HECTARE = 15n
const SQUARE_METRES_PER_HECTARE = 10_000n

/** When what is sown within these days is harvested. */
export function plantingTimes(
  { daysToMaturity, harvestDays }: Pick<CropTerms, 'daysToMaturity' | 'harvestDays'>,
  sowFrom: CivilDay,
  sowTo: CivilDay,
): PlantingTimes {
  return {
    sowFrom,
    sowTo,
    harvestFrom: addCivilDays(sowFrom, daysToMaturity),
    harvestTo: addCivilDays(sowTo, daysToMaturity + harvestDays - 1),
  }
}

/** What a planting is expected to give, in whole grams, rounded down. */
export function expectedGrams(
  { yieldGrams, yieldPer }: Pick<CropTerms, 'yieldGrams' | 'yieldPer'>,
  { areaSquareMetres, heads }: { readonly areaSquareMetres: number; readonly heads: number | null },
): number {
  if (yieldPer === 'head') return yieldGrams * (heads ?? 0)
  const hectares = BigInt(yieldGrams) * BigInt(areaSquareMetres) * MU_PER_HECTARE
  return Number(hectares / SQUARE_METRES_PER_HECTARE)
}

/**
 * Whether a crop is sown on all days of a span: one of its windows holds it, also over New Year. What is
 * sown all year has one from 1 January to 31 December.
 */
export function isSownWithin(
  { sowing }: Pick<CropTerms, 'sowing'>,
  sowFrom: CivilDay,
  sowTo: CivilDay,
): boolean {
  const [from, to] = [dayOfYear(sowFrom), dayOfYear(sowTo)]
  const days = daysBetween(sowFrom, sowTo)
  if (days < 0 || days > 365) return false
  for (let at = 0; at + 1 < sowing.length; at += 2) {
    const [first = 0, last = 0] = [sowing[at], sowing[at + 1]]
    if (first === 101 && last === 1231) return true
    if (first <= last) {
      if (first <= from && from <= to && to <= last) return true
    } else {
      const isLate = (day: number) => day >= first
      const isHeld = (day: number) => isLate(day) || day <= last
      if (isHeld(from) && isHeld(to) && (isLate(from) === isLate(to) ? from <= to : isLate(from)))
        return true
    }
  }
  return false
}

/** Whether two plantings would stand on a plot on one day. */
export function plantingsOverlap(
  one: Pick<PlantingTimes, 'sowFrom' | 'harvestTo'>,
  other: Pick<PlantingTimes, 'sowFrom' | 'harvestTo'>,
): boolean {
  return one.sowFrom <= other.harvestTo && other.sowFrom <= one.harvestTo
}

/** Every day of a harvest: what is put on the plot keeps its interval from each. */
export function harvestDaysOf({
  harvestFrom,
  harvestTo,
}: Pick<PlantingTimes, 'harvestFrom' | 'harvestTo'>): CivilDay[] {
  const days = daysBetween(harvestFrom, harvestTo)
  return Array.from({ length: Math.max(0, days + 1) }, (_, at) => addCivilDays(harvestFrom, at))
}

/** What is expected by week (its Monday), spread evenly over the days of harvest, to the gram. */
export function expectedByWeek(
  grams: number,
  times: Pick<PlantingTimes, 'harvestFrom' | 'harvestTo'>,
): Map<CivilDay, number> {
  const days = harvestDaysOf(times)
  const weeks = new Map<CivilDay, number>()
  let given = 0
  for (const [at, day] of days.entries()) {
    const until = Number((BigInt(grams) * BigInt(at + 1)) / BigInt(days.length))
    const monday = mondayOf(day)
    weeks.set(monday, (weeks.get(monday) ?? 0) + until - given)
    given = until
  }
  return weeks
}

function dayOfYear(day: CivilDay): number {
  return Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
}
