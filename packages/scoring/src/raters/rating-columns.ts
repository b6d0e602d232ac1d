/** Ratings as columns: one entry of each column is one rating. Raters and subjects are numbers. */
export interface RatingColumns {
  raterCount: number
  subjectCount: number
  rater: Int32Array
  subject: Int32Array
  /** 1 to 5, decimals allowed. */
  stars: Float32Array
  /** Seconds; from which moment does not matter. */
  time: Float64Array
  /** The moment that ages are counted from, on the same clock; absent: the newest rating's. */
  asOf?: number
  /** For each subject the rater whose subject it is, or −1: needed to see people rate each other. */
  ownerOf?: Int32Array
  /** For each rater a household, or −1. */
  householdOf?: Int32Array
  /** For each rating a `Relation` of the rater to the subject's people. */
  relation?: Uint8Array
  /** For each rating 1 if an inspector gave it as a spot check. */
  isSpotCheck?: Uint8Array
}

export const Relation = { none: 0, sameHamlet: 1, kin: 2 } as const

/** A column has the wrong length, or holds what it cannot. */
export class RatingColumnsError extends Error {
  override readonly name = 'RatingColumnsError'
}

/** @throws RatingColumnsError naming the first column and row that is wrong. */
export function checkColumns(columns: RatingColumns): void {
  const { rater, subject, stars, time, raterCount, subjectCount } = columns
  const count = rater.length
  const perRating = [subject, stars, time, columns.relation, columns.isSpotCheck]
  if (perRating.some((column) => column !== undefined && column.length !== count)) {
    throw new RatingColumnsError('the columns have different lengths')
  }
  for (let row = 0; row < count; row += 1) {
    const by = rater[row] as number
    const of = subject[row] as number
    const given = stars[row] as number
    if (!(by >= 0 && by < raterCount)) throw new RatingColumnsError(`rater of row ${row}`)
    if (!(of >= 0 && of < subjectCount)) throw new RatingColumnsError(`subject of row ${row}`)
    if (!(given >= 1 && given <= 5)) throw new RatingColumnsError(`stars of row ${row}`)
    if (!Number.isFinite(time[row])) throw new RatingColumnsError(`time of row ${row}`)
  }
  checkPeople('ownerOf', columns.ownerOf, subjectCount, raterCount)
  checkPeople('householdOf', columns.householdOf, raterCount, Infinity)
}

function checkPeople(name: string, column: Int32Array | undefined, length: number, below: number) {
  if (!column) return
  if (column.length !== length || column.some((value) => value < -1 || value >= below)) {
    throw new RatingColumnsError(name)
  }
}
