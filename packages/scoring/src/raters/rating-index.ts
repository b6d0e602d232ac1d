import { Relation } from './rating-columns.ts'
import type { RatingColumns } from './rating-columns.ts'
import type { RaterParameters } from './rater-parameters.ts'

/**
 * The ratings in the order of their subjects, each subject's by time, then rater, then stars: the
 * same for every order of the rows. Ratings of oneself are left out.
 */
export interface RatingIndex {
  /** The ratings of subject j are start[j] … start[j + 1] − 1. */
  start: Int32Array
  rater: Int32Array
  stars: Float32Array
  time: Float64Array
  isSpotCheck: Uint8Array
  /** Age, kinship and hamlet: what the rating weighs on a score, 0 to 1. */
  weight: Float32Array
  /** Its part of what its rater and household count on this subject, 0 to 1. */
  share: Float32Array
  raterCount: number
  subjectCount: number
  ownerOf: Int32Array
  householdOf: Int32Array | undefined
  /** 1 for raters who rated themselves. */
  ratesSelf: Uint8Array
  /** Half the step of the scale in use: a 5 on whole stars means 4.5 or more. */
  halfStep: number
}

export function indexRatings(columns: RatingColumns, parameters: RaterParameters): RatingIndex {
  const ownerOf = columns.ownerOf ?? new Int32Array(columns.subjectCount).fill(-1)
  const ratesSelf = new Uint8Array(columns.raterCount)
  const start = countBySubject(columns, ownerOf, ratesSelf)
  const order = orderBySubject(columns, ownerOf, start)
  const index: RatingIndex = {
    start,
    rater: new Int32Array(order.length),
    stars: new Float32Array(order.length),
    time: new Float64Array(order.length),
    isSpotCheck: new Uint8Array(order.length),
    weight: new Float32Array(order.length),
    share: new Float32Array(order.length),
    raterCount: columns.raterCount,
    subjectCount: columns.subjectCount,
    ownerOf,
    householdOf: columns.householdOf,
    ratesSelf,
    halfStep: halfStepOf(columns.stars),
  }
  fillColumns(index, columns, order, parameters)
  shareAmongRepeats(index, index.rater, columns.raterCount)
  return index
}

function countBySubject(columns: RatingColumns, ownerOf: Int32Array, ratesSelf: Uint8Array) {
  const { rater, subject, subjectCount } = columns
  const start = new Int32Array(subjectCount + 1)
  for (let row = 0; row < rater.length; row += 1) {
    const of = subject[row] as number
    const by = rater[row] as number
    if (ownerOf[of] === by) ratesSelf[by] = 1
    else start[of + 1] = (start[of + 1] as number) + 1
  }
  for (let j = 0; j < subjectCount; j += 1) {
    start[j + 1] = (start[j + 1] as number) + (start[j] as number)
  }
  return start
}

function orderBySubject(columns: RatingColumns, ownerOf: Int32Array, start: Int32Array) {
  const { rater, subject, stars, time, subjectCount } = columns
  const order = new Int32Array(start[subjectCount] as number)
  const next = start.slice()
  for (let row = 0; row < rater.length; row += 1) {
    const of = subject[row] as number
    if (ownerOf[of] === rater[row]) continue
    const place = next[of] as number
    order[place] = row
    next[of] = place + 1
  }
  const isBefore = (a: number, b: number) => {
    const byTime = (time[a] as number) - (time[b] as number)
    if (byTime !== 0) return byTime
    const byRater = (rater[a] as number) - (rater[b] as number)
    return byRater === 0 ? (stars[a] as number) - (stars[b] as number) : byRater
  }
  for (let j = 0; j < subjectCount; j += 1) {
    const from = start[j] as number
    const to = start[j + 1] as number
    if (to - from > 40) order.subarray(from, to).sort(isBefore)
    else sortFew(order, from, to, isBefore)
  }
  return order
}

/** Insertion sort: most subjects have few ratings, mostly in order already. */
function sortFew(
  order: Int32Array,
  from: number,
  to: number,
  isBefore: (a: number, b: number) => number,
) {
  for (let at = from + 1; at < to; at += 1) {
    const row = order[at] as number
    let place = at
    while (place > from && isBefore(row, order[place - 1] as number) < 0) {
      order[place] = order[place - 1] as number
      place -= 1
    }
    order[place] = row
  }
}

function fillColumns(
  index: RatingIndex,
  columns: RatingColumns,
  order: Int32Array,
  parameters: RaterParameters,
) {
  const { relation, isSpotCheck } = columns
  let newest = -Infinity
  for (const row of order) newest = Math.max(newest, columns.time[row] as number)
  const halfLifeSeconds = parameters.halfLifeDays * 86_400
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] as number
    index.rater[place] = columns.rater[row] as number
    index.stars[place] = columns.stars[row] as number
    index.time[place] = columns.time[row] as number
    const age = (newest - (columns.time[row] as number)) / halfLifeSeconds
    const kind = relation?.[row]
    const ofRelation =
      kind === Relation.kin
        ? parameters.kinWeight
        : kind === Relation.sameHamlet
          ? parameters.hamletWeight
          : 1
    index.weight[place] = Math.max(parameters.leastWeight, halved(age)) * ofRelation
    index.isSpotCheck[place] = isSpotCheck?.[row] ?? 0
    index.share[place] = 1
  }
}

/** 2⁻ᵃ, straight between whole a: exact everywhere. */
function halved(age: number): number {
  let weight = 1
  let rest = age
  while (rest >= 1 && weight > 1e-3) {
    weight /= 2
    rest -= 1
  }
  return weight * (1 - Math.min(1, rest) / 2)
}

/**
 * Ratings of one subject by the same rater (or household, where known) share what one rating counts.
 */
function shareAmongRepeats(index: RatingIndex, rater: Int32Array, raterCount: number) {
  const { start, share, householdOf, subjectCount } = index
  const seen = new Int32Array(raterCount).fill(-1)
  const seenHousehold = new Map<number, number>()
  for (let j = 0; j < subjectCount; j += 1) {
    const from = start[j] as number
    const to = start[j + 1] as number
    if (to - from < 2) continue
    let repeats = false
    for (let e = from; e < to; e += 1) {
      const by = rater[e] as number
      if (seen[by] === j) repeats = true
      seen[by] = j
      const household = householdOf?.[by] ?? -1
      if (household < 0) continue
      if (seenHousehold.get(household) === j) repeats = true
      seenHousehold.set(household, j)
    }
    if (repeats) shareWithin(index, share, from, to)
  }
}

function shareWithin(index: RatingIndex, share: Float32Array, from: number, to: number) {
  const countOf = new Map<number, number>()
  const keyOf = (e: number) => {
    const by = index.rater[e] as number
    const household = index.householdOf?.[by] ?? -1
    return household >= 0 ? household : -1 - by
  }
  for (let e = from; e < to; e += 1) {
    if (index.isSpotCheck[e] === 1) continue
    countOf.set(keyOf(e), (countOf.get(keyOf(e)) ?? 0) + 1)
  }
  for (let e = from; e < to; e += 1) {
    if (index.isSpotCheck[e] === 0) share[e] = 1 / (countOf.get(keyOf(e)) as number)
  }
}

/** 0.5 where all stars are whole, 0.25 where all are halves, else 0: a 5 is then at least 5. */
function halfStepOf(stars: Float32Array): number {
  let step = 0.5
  for (const given of stars) {
    if (step === 0.5 && given % 1 !== 0) step = 0.25
    if (step === 0.25 && given % 0.5 !== 0) return 0
  }
  return step
}
