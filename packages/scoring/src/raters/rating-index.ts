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
  const count = start[columns.subjectCount] as number
  const index: RatingIndex = {
    start,
    rater: new Int32Array(count),
    stars: new Float32Array(count),
    time: new Float64Array(count),
    isSpotCheck: new Uint8Array(count),
    weight: new Float32Array(count),
    share: new Float32Array(count).fill(1),
    raterCount: columns.raterCount,
    subjectCount: columns.subjectCount,
    ownerOf,
    householdOf: columns.householdOf,
    ratesSelf,
    halfStep: halfStepOf(columns.stars),
  }
  placeRatings(index, columns, parameters)
  for (let j = 0; j < index.subjectCount; j += 1) sortSubject(index, j)
  weighAge(index, parameters, columns.asOf)
  shareAmongRepeats(index)
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

/** Puts each rating beside the others of its subject; for now `weight` is that of kinship alone. */
function placeRatings(
  index: RatingIndex,
  columns: RatingColumns,
  parameters: RaterParameters,
): void {
  const { rater, subject, stars, time, relation, isSpotCheck } = columns
  const weights: number[] = []
  weights[Relation.none] = 1
  weights[Relation.kin] = parameters.kinWeight
  weights[Relation.sameHamlet] = parameters.hamletWeight
  const next = index.start.slice()
  for (let row = 0; row < rater.length; row += 1) {
    const of = subject[row] as number
    const by = rater[row] as number
    if (index.ownerOf[of] === by) continue
    const place = next[of] as number
    next[of] = place + 1
    index.rater[place] = by
    index.stars[place] = stars[row] as number
    index.time[place] = time[row] as number
    index.weight[place] = relation ? (weights[relation[row] as number] ?? 1) : 1
    if (isSpotCheck) index.isSpotCheck[place] = isSpotCheck[row] as number
  }
}

/** Few ratings, mostly in order already, are sorted by insertion; many by their places. */
function sortSubject(index: RatingIndex, j: number): void {
  const from = index.start[j] as number
  const to = index.start[j + 1] as number
  if (to - from > 60) {
    sortMany(index, from, to)
    return
  }
  for (let at = from + 1; at < to; at += 1) {
    let place = at
    while (place > from && compareRatings(index, place, place - 1) < 0) {
      swapRatings(index, place, place - 1)
      place -= 1
    }
  }
}

/** By time, rater, stars; then by what else could tell two ratings apart. */
function compareRatings(
  { time, rater, stars, weight, isSpotCheck }: RatingIndex,
  a: number,
  b: number,
) {
  return (
    (time[a] as number) - (time[b] as number) ||
    (rater[a] as number) - (rater[b] as number) ||
    (stars[a] as number) - (stars[b] as number) ||
    (weight[a] as number) - (weight[b] as number) ||
    (isSpotCheck[a] as number) - (isSpotCheck[b] as number)
  )
}

function swapRatings(
  { time, rater, stars, weight, isSpotCheck }: RatingIndex,
  a: number,
  b: number,
) {
  swap(time, a, b)
  swap(rater, a, b)
  swap(stars, a, b)
  swap(weight, a, b)
  swap(isSpotCheck, a, b)
}

type Column = Float64Array | Float32Array | Int32Array | Uint8Array

function swap(column: Column, a: number, b: number): void {
  const held = column[a] as number
  column[a] = column[b] as number
  column[b] = held
}

function sortMany(index: RatingIndex, from: number, to: number): void {
  const order = Int32Array.from({ length: to - from }, (_, k) => from + k)
  order.sort((a, b) => compareRatings(index, a, b))
  for (const column of [index.time, index.rater, index.stars, index.weight, index.isSpotCheck]) {
    const sorted = Float64Array.from(order, (place) => column[place] as number)
    column.set(sorted, from)
  }
}

/** A rating newer than `asOf` counts like one of that moment. */
function weighAge(
  { time, weight }: RatingIndex,
  parameters: RaterParameters,
  asOf: number | undefined,
): void {
  let newest = asOf ?? -Infinity
  if (asOf === undefined) for (const at of time) newest = Math.max(newest, at)
  const halfLifeSeconds = parameters.halfLifeDays * 86_400
  for (let e = 0; e < time.length; e += 1) {
    const age = Math.max(0, newest - (time[e] as number)) / halfLifeSeconds
    weight[e] = Math.max(parameters.leastWeight, halved(age)) * (weight[e] as number)
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
function shareAmongRepeats(index: RatingIndex) {
  const { start, rater, share, raterCount, subjectCount } = index
  const seen = new Int32Array(raterCount).fill(-1)
  const { householdOf, count } = householdsOfSeveral(index)
  const seenHousehold = new Int32Array(count).fill(-1)
  for (let j = 0; j < subjectCount; j += 1) {
    const from = start[j] as number
    const to = start[j + 1] as number
    if (to - from < 2) continue
    let repeats = false
    for (let e = from; e < to; e += 1) {
      const by = rater[e] as number
      if (seen[by] === j) repeats = true
      seen[by] = j
      const household = householdOf[by] as number
      if (household < 0) continue
      if (seenHousehold[household] === j) repeats = true
      seenHousehold[household] = j
    }
    if (repeats) shareWithin(index, share, from, to)
  }
}

/** The households with several raters, numbered anew: others need no looking up for each rating. */
function householdsOfSeveral({ householdOf: known, raterCount }: RatingIndex) {
  const householdOf = new Int32Array(raterCount).fill(-1)
  let count = 0
  const firstOf = new Map<number, number>()
  known?.forEach((household, by) => {
    if (household < 0) return
    const first = firstOf.get(household)
    if (first === undefined) firstOf.set(household, by)
    else {
      if (householdOf[first] === -1) {
        householdOf[first] = count
        count += 1
      }
      householdOf[by] = householdOf[first] as number
    }
  })
  return { householdOf, count }
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
