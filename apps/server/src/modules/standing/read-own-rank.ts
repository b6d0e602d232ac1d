import { civilDay } from '@azalea/text'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import { readHouseholds } from '../community/index.ts'
import { periodKey, type PeriodKind } from './period.ts'
import { selectRank, type RankRow } from './rank.store.ts'
import type { BoardName, OwnRank } from './schema.ts'
import type { Board } from './tables.ts'

const NOT_RANKED: OwnRank = {
  rank: null,
  pointsHundredths: 0,
  competitors: 0,
  change: null,
  neighbours: [],
}

export interface OwnRankQuestion {
  readonly board: BoardName
  readonly period: PeriodKind
  readonly now: Date
}

/** The place of a person, their household or their group on a board of their village. */
export async function readOwnRank(
  db: Db,
  actor: Actor,
  { board: name, period, now }: OwnRankQuestion,
): Promise<OwnRank> {
  const competitorId = await ownCompetitorId(db, actor, name)
  if (competitorId === null) return NOT_RANKED
  const key = { board: boardOf(name), period: periodKey(period, civilDay(now)), competitorId }
  return toOwnRank(await selectRank(db, actor.villageId, key))
}

export function boardOf(name: BoardName): Board {
  switch (name) {
    case 'households':
      return 'household'
    case 'people':
      return 'person'
    case 'groups':
      return 'group'
  }
}

/** Under which id a person competes on a board; null for those who live in no household here. */
export async function ownCompetitorId(
  db: Db,
  actor: Actor,
  board: BoardName,
): Promise<string | null> {
  const { householdId } = actor
  switch (board) {
    case 'people':
      return actor.personId
    case 'households':
      return householdId
    case 'groups': {
      if (householdId === null) return null
      const households = await readHouseholds(db, actor.villageId, [householdId])
      return String(households.get(householdId)?.groupNo ?? '') || null
    }
  }
}

function toOwnRank(row: RankRow): OwnRank {
  const rank = row.above + 1
  const ranked = row.pointsHundredths !== null
  return {
    rank: ranked ? rank : null,
    pointsHundredths: row.pointsHundredths ?? 0,
    competitors: row.competitors,
    change: row.aboveAtMark === null ? null : row.aboveAtMark - row.above,
    neighbours: neighboursOf(row),
  }
}

function neighboursOf(row: RankRow): OwnRank['neighbours'] {
  const own = row.pointsHundredths ?? 0
  const neighbours: OwnRank['neighbours'] = []
  const add = (rank: number, pointsHundredths: number) =>
    neighbours.push({ rank, pointsHundredths, gapHundredths: pointsHundredths - own })
  if (row.nextAboveHundredths !== null)
    add(row.above + 1 - (row.nextAboveCompetitors ?? 0), row.nextAboveHundredths)
  if (row.nextBelowHundredths !== null && row.pointsHundredths !== null)
    add(row.above + 1 + row.level, row.nextBelowHundredths)
  return neighbours
}
