import { Relation, type RatingColumns } from '@azalea/scoring/raters'

/** A rating, or an inspector's spot check, of a subject. */
export interface Judgement {
  readonly subjectId: string
  readonly personId: string
  readonly stars: number
  readonly at: Date
  readonly isSpotCheck: boolean
}

/** What is known of the people and subjects besides the stars. */
export interface Surroundings {
  readonly subjects: ReadonlyMap<
    string,
    { keeperHouseholdId: string | null; groupNo: number | null }
  >
  /** By person. */
  readonly households: ReadonlyMap<string, string>
  /** By household. */
  readonly groups: ReadonlyMap<string, number>
}

/** Ratings as the model takes them, with what the numbers stand for. */
export interface Gathered {
  readonly columns: RatingColumns
  readonly subjectIds: readonly string[]
  readonly raterIds: readonly string[]
}

/**
 * Numbers people and subjects in the order of their ids, so that the same ratings give the same columns.
 * @param owners by subject the rater who stands for its household, where that is known already
 */
export function gatherColumns(
  judgements: readonly Judgement[],
  surroundings: Surroundings,
  owners: ReadonlyMap<string, string> = ownersOf(judgements, surroundings),
): Gathered {
  const subjectIds = sortedIds(judgements.map(({ subjectId }) => subjectId))
  const raterIds = sortedIds([...judgements.map(({ personId }) => personId), ...owners.values()])
  const subjectNo = numbered(subjectIds)
  const raterNo = numbered(raterIds)
  const column = (valueOf: (one: Judgement) => number) => judgements.map(valueOf)
  const columns: RatingColumns = {
    raterCount: raterIds.length,
    subjectCount: subjectIds.length,
    rater: Int32Array.from(column(({ personId }) => raterNo.get(personId) ?? -1)),
    subject: Int32Array.from(column(({ subjectId }) => subjectNo.get(subjectId) ?? -1)),
    stars: Float32Array.from(column(({ stars }) => stars)),
    time: Float64Array.from(column(({ at }) => Math.floor(at.getTime() / 1000))),
    isSpotCheck: Uint8Array.from(column(({ isSpotCheck }) => (isSpotCheck ? 1 : 0))),
    relation: Uint8Array.from(column((one) => relationOf(one, surroundings))),
    householdOf: householdColumn(raterIds, surroundings),
    ownerOf: Int32Array.from(subjectIds, (id) => raterNo.get(owners.get(id) ?? '') ?? -1),
  }
  return { columns, subjectIds, raterIds }
}

function relationOf({ subjectId, personId }: Judgement, around: Surroundings): number {
  const household = around.households.get(personId)
  const subject = around.subjects.get(subjectId)
  if (household === undefined || subject === undefined) return Relation.none
  if (subject.keeperHouseholdId === household) return Relation.kin
  const group = around.groups.get(household)
  return group !== undefined && group === subject.groupNo ? Relation.sameHamlet : Relation.none
}

function householdColumn(raterIds: readonly string[], { households }: Surroundings): Int32Array {
  const no = numbered(sortedIds([...households.values()]))
  return Int32Array.from(raterIds, (id) => no.get(households.get(id) ?? '') ?? -1)
}

/** By subject: of its household's people the one who rates most stands for them all. */
export function ownersOf(
  judgements: readonly Judgement[],
  { subjects, households }: Surroundings,
): Map<string, string> {
  const given = new Map<string, number>()
  for (const { personId, isSpotCheck } of judgements)
    if (!isSpotCheck) given.set(personId, (given.get(personId) ?? 0) + 1)
  const busiest = new Map<string, string>()
  for (const id of sortedIds([...given.keys()])) {
    const household = households.get(id)
    if (household === undefined) continue
    const other = busiest.get(household)
    if (other === undefined || (given.get(id) ?? 0) > (given.get(other) ?? 0))
      busiest.set(household, id)
  }
  return new Map(
    [...subjects].flatMap(([subjectId, { keeperHouseholdId }]): [string, string][] => {
      const owner = busiest.get(keeperHouseholdId ?? '')
      return owner === undefined ? [] : [[subjectId, owner]]
    }),
  )
}

function sortedIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1))
}

function numbered(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, no) => [id, no]))
}
