import { bucketOf, levels } from './levels.ts'
import { periodsOf } from './period.ts'
import type { CountChange, Score, ScoreKey } from './score.store.ts'
import type { Board } from './tables.ts'

/** Points that come onto the boards, or leave them: then points and postings are negative. */
export interface Credit {
  readonly householdId: string
  readonly personId: string
  readonly groupNo: number
  readonly pointsHundredths: number
  readonly postings: number
  readonly postedOn: string
}

/** A household's whole score of one period that changes from one group to another. */
export interface GroupMove {
  readonly period: string
  readonly fromGroupNo: number
  readonly toGroupNo: number
  readonly pointsHundredths: number
  readonly postings: number
}

export interface ScoreChange extends ScoreKey {
  pointsHundredths: number
  postings: number
}

/** Adds everything up to one change for each competitor, board and period. */
export function sumChanges(
  credits: readonly Credit[],
  moves: readonly GroupMove[],
): Map<string, ScoreChange> {
  const changes = new Map<string, ScoreChange>()
  const add = (
    key: ScoreKey,
    { pointsHundredths, postings }: { pointsHundredths: number; postings: number },
  ) => {
    const id = scoreId(key)
    const change = changes.get(id)
    if (change) {
      change.pointsHundredths += pointsHundredths
      change.postings += postings
    } else changes.set(id, { ...key, pointsHundredths, postings })
  }
  for (const credit of credits)
    for (const period of periodsOf(credit.postedOn))
      for (const [board, competitorId] of competitorsOf(credit))
        add({ board, period, competitorId }, credit)
  for (const { period, fromGroupNo, toGroupNo, pointsHundredths, postings } of moves) {
    const group = (groupNo: number) =>
      ({ board: 'group', period, competitorId: String(groupNo) }) as const
    add(group(fromGroupNo), { pointsHundredths: -pointsHundredths, postings: -postings })
    add(group(toGroupNo), { pointsHundredths, postings })
  }
  return changes
}

function competitorsOf(credit: Credit): readonly (readonly [Board, string])[] {
  return [
    ['household', credit.householdId],
    ['person', credit.personId],
    ['group', String(credit.groupNo)],
  ]
}

export function scoreId({ board, period, competitorId }: ScoreKey): string {
  return `${board} ${period} ${competitorId}`
}

export interface Tally {
  readonly kept: readonly Score[]
  readonly removed: readonly ScoreKey[]
  readonly counts: readonly CountChange[]
}

/**
 * The scores and counts after the changes. A score that changes for the first time since the
 * weekly mark takes along the points it had at the mark.
 * @throws Error when more postings leave a score than it has: it no longer fits the ledger
 */
export function tally(
  scores: readonly Score[],
  changes: ReadonlyMap<string, ScoreChange>,
  markedOn: string | null,
): Tally {
  const before = new Map(scores.map((score) => [scoreId(score), score]))
  const kept: Score[] = []
  const removed: ScoreKey[] = []
  const counts = new CountChanges()
  for (const [id, { board, period, competitorId, ...change }] of changes) {
    if (change.pointsHundredths === 0 && change.postings === 0) continue
    const key = { board, period, competitorId }
    const old = before.get(id)
    const postings = (old?.postings ?? 0) + change.postings
    const pointsHundredths = (old?.pointsHundredths ?? 0) + change.pointsHundredths
    if (postings < 0) throw new Error(`score ${id} would have ${postings} postings`)
    if (old) counts.add(key, old.pointsHundredths, -1)
    if (postings > 0) {
      counts.add(key, pointsHundredths, 1)
      kept.push({ ...key, pointsHundredths, postings, ...markAt(old, markedOn) })
    } else if (old) removed.push(key)
  }
  return { kept, removed, counts: counts.all() }
}

function markAt(
  old: Score | undefined,
  markedOn: string | null,
): Pick<Score, 'markedOn' | 'markedHundredths'> {
  if (!old) return { markedOn, markedHundredths: null }
  if (old.markedOn === markedOn)
    return { markedOn: old.markedOn, markedHundredths: old.markedHundredths }
  return { markedOn, markedHundredths: old.pointsHundredths }
}

class CountChanges {
  readonly #changes = new Map<string, CountChange>()

  add({ board, period }: ScoreKey, pointsHundredths: number, competitors: number): void {
    for (const level of levels)
      this.#addTo({ board, period, level, bucket: bucketOf(pointsHundredths, level), competitors })
  }

  #addTo(change: CountChange): void {
    const id = `${change.board} ${change.period} ${change.level} ${change.bucket}`
    const competitors = (this.#changes.get(id)?.competitors ?? 0) + change.competitors
    this.#changes.set(id, { ...change, competitors })
  }

  all(): readonly CountChange[] {
    return [...this.#changes.values()].filter(({ competitors }) => competitors !== 0)
  }
}
