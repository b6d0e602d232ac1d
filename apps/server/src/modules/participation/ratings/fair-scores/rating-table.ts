import { Relation, type RatingColumns } from '@azalea/scoring/raters'

/** A rating, or an inspector's spot check, of a subject. */
export interface Judgement {
  readonly subjectId: string
  readonly personId: string
  readonly stars: number
  readonly atSeconds: number
  readonly isSpotCheck: boolean
}

/** Which household somebody belongs to, or keeps a subject, and in which group it lives. */
export interface Place {
  readonly householdId: string | null
  readonly groupNo: number | null
}

const NOWHERE: Place = { householdId: null, groupNo: null }

/**
 * A village's ratings as numbers only, with what is known of people and subjects besides the stars.
 * Raters and subjects are numbered in the order of their ids, so that the same ratings give the same
 * table; households in the order in which they came; −1 where nothing is known.
 */
export interface RatingTable {
  readonly rater: Int32Array<ArrayBuffer>
  readonly subject: Int32Array<ArrayBuffer>
  readonly stars: Float32Array<ArrayBuffer>
  readonly time: Float64Array<ArrayBuffer>
  readonly isSpotCheck: Uint8Array<ArrayBuffer>
  readonly raterHousehold: Int32Array<ArrayBuffer>
  readonly raterGroup: Int32Array<ArrayBuffer>
  readonly keeperHousehold: Int32Array<ArrayBuffer>
  readonly subjectGroup: Int32Array<ArrayBuffer>
}

/** Takes in what is read, piece by piece: of a rating nothing but its numbers is kept. */
export class RatingTableBuilder {
  readonly raterIds: string[] = []
  readonly subjectIds: string[] = []
  readonly #raterNo = new Map<string, number>()
  readonly #households = new Map<string, number>()
  readonly #raterHousehold: number[] = []
  readonly #raterGroup: number[] = []
  readonly #keeperHousehold: number[] = []
  readonly #subjectGroup: number[] = []
  #rater = new Int32Array(64)
  #subject = new Int32Array(64)
  #stars = new Float32Array(64)
  #time = new Float64Array(64)
  #isSpotCheck = new Uint8Array(64)
  #count = 0
  #ratings = 0

  /** Those of inspectors left out. */
  get ratings(): number {
    return this.#ratings
  }

  /** Everybody who judges, in the order of their ids, before the first judgement. */
  addRater(personId: string, place: Place = NOWHERE): void {
    this.#raterNo.set(personId, this.raterIds.length)
    this.raterIds.push(personId)
    this.#raterHousehold.push(this.#numberHousehold(place))
    this.#raterGroup.push(place.groupNo ?? -1)
  }

  /** Judgements in the order of their subjects' ids; one by somebody who was not added is left out. */
  addJudgement({ subjectId, personId, stars, atSeconds, isSpotCheck }: Judgement): void {
    const rater = this.#raterNo.get(personId)
    if (rater === undefined) return
    if (this.subjectIds.at(-1) !== subjectId) this.subjectIds.push(subjectId)
    if (this.#count === this.#rater.length) this.#grow()
    const at = this.#count
    this.#rater[at] = rater
    this.#subject[at] = this.subjectIds.length - 1
    this.#stars[at] = stars
    this.#time[at] = atSeconds
    this.#isSpotCheck[at] = isSpotCheck ? 1 : 0
    this.#count += 1
    if (!isSpotCheck) this.#ratings += 1
  }

  /** Where each subject is, in the order of `subjectIds`. */
  addPlaceOfSubject(place: Place): void {
    this.#keeperHousehold.push(this.#numberHousehold(place))
    this.#subjectGroup.push(place.groupNo ?? -1)
  }

  /** The table on the builder's own columns: nothing is copied, and nothing may be added afterwards. */
  finish(): RatingTable {
    return {
      rater: this.#rater.subarray(0, this.#count),
      subject: this.#subject.subarray(0, this.#count),
      stars: this.#stars.subarray(0, this.#count),
      time: this.#time.subarray(0, this.#count),
      isSpotCheck: this.#isSpotCheck.subarray(0, this.#count),
      raterHousehold: Int32Array.from(this.#raterHousehold),
      raterGroup: Int32Array.from(this.#raterGroup),
      keeperHousehold: Int32Array.from(this.#keeperHousehold),
      subjectGroup: Int32Array.from(this.#subjectGroup),
    }
  }

  #numberHousehold({ householdId }: Place): number {
    if (householdId === null) return -1
    const known = this.#households.get(householdId)
    if (known !== undefined) return known
    this.#households.set(householdId, this.#households.size)
    return this.#households.size - 1
  }

  #grow(): void {
    const length = 2 * this.#rater.length
    this.#rater = enlarged(this.#rater, new Int32Array(length))
    this.#subject = enlarged(this.#subject, new Int32Array(length))
    this.#stars = enlarged(this.#stars, new Float32Array(length))
    this.#time = enlarged(this.#time, new Float64Array(length))
    this.#isSpotCheck = enlarged(this.#isSpotCheck, new Uint8Array(length))
  }
}

function enlarged<T extends { set: (old: T) => void }>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

/**
 * The table as the model takes it.
 * @param ownerOf for each subject the rater who stands for the household that keeps it
 */
export function columnsOf(table: RatingTable, ownerOf = ownersOf(table)): RatingColumns {
  const { rater, subject, stars, time, isSpotCheck, raterHousehold, keeperHousehold } = table
  const relation = new Uint8Array(rater.length)
  for (let row = 0; row < relation.length; row += 1)
    relation[row] = relationOf(table, rater[row] ?? -1, subject[row] ?? -1)
  return {
    raterCount: raterHousehold.length,
    subjectCount: keeperHousehold.length,
    rater,
    subject,
    stars,
    time,
    isSpotCheck,
    relation,
    householdOf: raterHousehold,
    ownerOf,
  }
}

function relationOf(table: RatingTable, rater: number, subject: number): number {
  const household = table.raterHousehold[rater] ?? -1
  if (household >= 0 && household === table.keeperHousehold[subject]) return Relation.kin
  const group = table.raterGroup[rater] ?? -1
  return group >= 0 && group === table.subjectGroup[subject] ? Relation.sameHamlet : Relation.none
}

/** For each subject that of its household's people who rates most, the first of equals; −1: nobody. */
function ownersOf(table: RatingTable): Int32Array {
  const { rater, isSpotCheck, raterHousehold, keeperHousehold } = table
  const given = new Int32Array(raterHousehold.length)
  for (let row = 0; row < rater.length; row += 1) {
    const by = rater[row] ?? -1
    if (isSpotCheck[row] === 0) given[by] = (given[by] ?? 0) + 1
  }
  const busiest = new Map<number, number>()
  for (let by = 0; by < given.length; by += 1) {
    const household = raterHousehold[by] ?? -1
    if (household < 0 || given[by] === 0) continue
    const other = busiest.get(household)
    if (other === undefined || (given[by] ?? 0) > (given[other] ?? 0)) busiest.set(household, by)
  }
  return keeperHousehold.map((household) => busiest.get(household) ?? -1)
}
