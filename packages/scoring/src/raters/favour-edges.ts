import { meetingOdds } from './pair-sums.ts'
import type { RatingIndex } from './rating-index.ts'

/** Log odds from which it is no chance that somebody rates so many subjects of one owner. */
const LEAST_ODDS = 3

/** Where somebody rates or is rated by more, chance brings about common acquaintances enough. */
const MOST_ACQUAINTANCES = 24
const LEAST_COMMON = 2
const LEAST_COMMON_ODDS = 1

/**
 * Marks the ratings between people who have more others in common, by rating or being rated, than
 * chance brings about, and those of `markConcentrated`: at the first look they count less, since among
 * them are the favours that go in circles. Where this is usual, nothing comes of it.
 */
export function markLikelyFavours(index: RatingIndex): Uint8Array {
  const isLikely = markConcentrated(index)
  const acquaintances = listAcquaintances(index)
  for (let j = 0; j < index.subjectCount; j += 1) {
    const known = acquaintances.get(index.ownerOf[j] as number)
    if (known === undefined || known.length > MOST_ACQUAINTANCES) continue
    for (let e = index.start[j] as number; e < (index.start[j + 1] as number); e += 1) {
      const other = acquaintances.get(index.rater[e] as number)
      if (other === undefined || other.length > MOST_ACQUAINTANCES) continue
      const common = known.filter((one) => other.includes(one)).length
      if (common < LEAST_COMMON || index.isSpotCheck[e] === 1) continue
      const odds = meetingOdds(common, known.length, other.length, acquaintances.size)
      if (odds > LEAST_COMMON_ODDS) isLikely[e] = 1
    }
  }
  return isLikely
}

/** Whom each rates or is rated by; of those with many some are enough. */
function listAcquaintances({ ownerOf, subjectCount, start, rater, isSpotCheck }: RatingIndex) {
  const acquaintances = new Map<number, number[]>()
  const add = (one: number, other: number) => {
    const list = acquaintances.get(one)
    if (list === undefined) acquaintances.set(one, [other])
    else if (list.length <= MOST_ACQUAINTANCES && !list.includes(other)) list.push(other)
  }
  for (let j = 0; j < subjectCount; j += 1) {
    const owner = ownerOf[j] as number
    if (owner < 0) continue
    for (let e = start[j] as number; e < (start[j + 1] as number); e += 1) {
      if (isSpotCheck[e] === 1) continue
      add(owner, rater[e] as number)
      add(rater[e] as number, owner)
    }
  }
  return acquaintances
}

/**
 * Marks the ratings of raters who rate more subjects of one owner than chance brings about: the way of
 * favours, but also of neighbours. Needs no fit.
 */
function markConcentrated(index: RatingIndex): Uint8Array {
  const isConcentrated = new Uint8Array(index.rater.length)
  const { subjectsOf, ratedBy, ownedSubjects } = countOwned(index)
  const subjects = subjectsByOwner(index, subjectsOf)
  const count = new Int32Array(index.raterCount)
  for (let owner = 0; owner < index.raterCount; owner += 1) {
    const [from, to] = [subjectsOf[owner] as number, subjectsOf[owner + 1] as number]
    if (to - from < 2) continue
    const visit = (work: (e: number, by: number) => void) => {
      for (let at = from; at < to; at += 1) {
        const j = subjects[at] as number
        for (let e = index.start[j] as number; e < (index.start[j + 1] as number); e += 1) {
          if (index.isSpotCheck[e] === 0) work(e, index.rater[e] as number)
        }
      }
    }
    visit((_, by) => {
      count[by] = (count[by] as number) + 1
    })
    visit((e, by) => {
      const met = count[by] as number
      if (met < 2) return
      const odds = meetingOdds(met, ratedBy[by] as number, to - from, ownedSubjects)
      if (odds > LEAST_ODDS) isConcentrated[e] = 1
    })
    visit((_, by) => {
      count[by] = 0
    })
  }
  return isConcentrated
}

/** Where each owner's subjects begin, how many owned subjects each rater has rated, and how many there are. */
function countOwned({ ownerOf, raterCount, subjectCount, start, rater, isSpotCheck }: RatingIndex) {
  const subjectsOf = new Int32Array(raterCount + 1)
  const ratedBy = new Int32Array(raterCount)
  for (let j = 0; j < subjectCount; j += 1) {
    const owner = ownerOf[j] as number
    if (owner < 0) continue
    subjectsOf[owner + 1] = (subjectsOf[owner + 1] as number) + 1
    for (let e = start[j] as number; e < (start[j + 1] as number); e += 1) {
      const by = rater[e] as number
      if (isSpotCheck[e] === 0) ratedBy[by] = (ratedBy[by] as number) + 1
    }
  }
  for (let i = 0; i < raterCount; i += 1) {
    subjectsOf[i + 1] = (subjectsOf[i + 1] as number) + (subjectsOf[i] as number)
  }
  return { subjectsOf, ratedBy, ownedSubjects: subjectsOf[raterCount] as number }
}

function subjectsByOwner({ ownerOf }: RatingIndex, subjectsOf: Int32Array): Int32Array {
  const subjects = new Int32Array(subjectsOf.at(-1) ?? 0)
  const next = subjectsOf.slice()
  ownerOf.forEach((owner, j) => {
    if (owner < 0) return
    subjects[next[owner] as number] = j
    next[owner] = (next[owner] as number) + 1
  })
  return subjects
}
