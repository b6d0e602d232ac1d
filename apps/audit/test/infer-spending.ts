import type { LeafOfKind } from '@azalea/records'
import { mondayOf } from '@azalea/text'

/** More than a household carries home in a week. */
const MOST_PIECES = 6

export interface Week {
  readonly household: string
  /** Its Monday. */
  readonly week: string
  /** What it spent and gave, less what it was given. */
  readonly hundredths: number
}

/** Something that points buy, as anybody reads it on the price lists. */
export interface Price {
  readonly hundredths: number
  readonly kind: 'good' | 'voucher'
}

export interface VoucherLog {
  readonly issued: readonly LeafOfKind<'voucher.issued'>[]
  readonly spent: readonly LeafOfKind<'voucher.spent'>[]
  readonly offered: readonly LeafOfKind<'voucher-kind.offered'>[]
}

/** Every set of what is on the price lists that comes to a sum, with at most so many vouchers. */
export function setsFor(
  hundredths: number,
  prices: readonly Price[],
  { pieces = MOST_PIECES, vouchers }: { readonly pieces?: number; readonly vouchers: number },
): Price[][] {
  if (hundredths === 0) return [[]]
  const [price, ...others] = prices
  if (price === undefined || pieces === 0 || hundredths < 0) return []
  const left = vouchers - (price.kind === 'voucher' ? 1 : 0)
  const rest = hundredths - price.hundredths
  const withIt = left < 0 ? [] : setsFor(rest, prices, { pieces: pieces - 1, vouchers: left })
  return [
    ...withIt.map((set) => [price, ...set]),
    ...setsFor(hundredths, others, { pieces, vouchers }),
  ]
}

/** What the week's sums and the price lists tell of who has which voucher. */
export function inferVouchers(log: VoucherLog, weeks: readonly Week[], goods: readonly number[]) {
  const prices: Price[] = [
    ...goods.map((hundredths) => ({ hundredths, kind: 'good' as const })),
    ...log.offered.map((leaf) => ({
      hundredths: leaf.public.pointsHundredths,
      kind: 'voucher' as const,
    })),
  ]
  const issuedIn = countBy(log.issued.map(({ at }) => mondayOf(at)))
  const explained = weeks
    .filter(({ hundredths }) => hundredths > 0)
    .map((one) => ({
      ...one,
      sets: setsFor(one.hundredths, prices, { vouchers: issuedIn.get(one.week) ?? 0 }),
    }))
  const has = ({ sets }: { readonly sets: Price[][] }) =>
    sets.length > 0 && sets.every((set) => set.some(({ kind }) => kind === 'voucher'))
  const buyers = log.issued.map(({ at, public: { voucher } }) => {
    const valueFen = log.spent
      .filter((leaf) => leaf.public.voucher === voucher)
      .reduce((sum, leaf) => sum + leaf.public.amountFen, 0)
    const kinds = log.offered.filter((leaf) => leaf.public.valueFen === valueFen)
    const costs = new Set((kinds.length > 0 ? kinds : log.offered).map(priceOf))
    return explained.filter(
      ({ week, sets }) =>
        week === mondayOf(at) &&
        sets.some((set) => set.some((one) => one.kind === 'voucher' && costs.has(one.hundredths))),
    ).length
  })
  return { explained, certain: explained.filter(has), buyers }
}

const priceOf = ({ public: { pointsHundredths } }: LeafOfKind<'voucher-kind.offered'>) =>
  pointsHundredths

/** Redemptions that are the only ones of their day, and of their day and sum. */
export function inferRedemptions(spent: VoucherLog['spent']) {
  const days = countBy(spent.map(({ at }) => at))
  const sums = countBy(spent.map(({ at, public: { amountFen } }) => `${at} ${amountFen}`))
  const isAlone = (counts: ReadonlyMap<string, number>, key: string) => counts.get(key) === 1
  return {
    aloneOnDay: spent.filter(({ at }) => isAlone(days, at)).length,
    aloneWithSum: spent.filter(({ at, public: told }) => isAlone(sums, `${at} ${told.amountFen}`))
      .length,
  }
}

/**
 * Gifts laid over the weeks as they were, drawn at random (always the same): so many a week, of five to
 * fifty points in fives. How many of them are read off the sums by their mirror: one household with so
 * many points more than goods and vouchers explain, one with as many less, and no other such pair.
 */
export function inferGifts(
  weeks: readonly Week[],
  households: readonly string[],
  giftsAWeek: number,
): { readonly read: number; readonly given: number } {
  const draw = drawing()
  const mondays = [...new Set(weeks.map(({ week }) => week))].toSorted()
  let read = 0
  for (const monday of mondays) {
    const sums = new Map<string, number>()
    const move = (household: string, by: number) =>
      sums.set(household, (sums.get(household) ?? 0) + by)
    for (const { week, household, hundredths } of weeks)
      if (week === monday) move(household, hundredths)
    for (let no = 0; no < giftsAWeek; no += 1) {
      const points = 500 * (1 + draw(10))
      const from = households[draw(households.length)] ?? ''
      const to = households[draw(households.length)] ?? ''
      move(from, points)
      move(to, -points)
    }
    const values = countBy([...sums.values()].map(String))
    for (const [value, count] of values)
      if (Number(value) < 0 && count === 1 && values.get(String(-Number(value))) === 1) read += 1
  }
  return { read, given: mondays.length * giftsAWeek }
}

function drawing(): (below: number) => number {
  let state = 7
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

export function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
