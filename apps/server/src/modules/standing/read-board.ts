import { civilDay } from '@azalea/text'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import type { Language } from '../../platform/http/language.ts'
import { readVillage } from '../community/index.ts'
import { selectBoardPage, type BoardPlace } from './board.store.ts'
import { nameCompetitors } from './name-competitors.ts'
import { periodKey, periodLabel, type PeriodKind } from './period.ts'
import { boardOf, ownCompetitorId } from './read-own-rank.ts'
import { refuse } from './refusals.ts'
import type { BoardName, BoardPageView } from './schema.ts'

export interface BoardQuestion {
  readonly villageId: string
  readonly board: BoardName
  readonly period: PeriodKind
  readonly cursor: string | undefined
  readonly limit: number
  readonly now: Date
  readonly language: Language
}

const positionShape = z.tuple([z.int(), z.string()])

/**
 * A page of a board as this reader may see it.
 * @throws Refusal 'unknown_village', 'invalid_cursor'
 */
export async function readBoard(
  db: Db,
  reader: Actor | null,
  question: BoardQuestion,
): Promise<BoardPageView> {
  const { villageId, board: name, period: kind, limit, now, language } = question
  const day = civilDay(now)
  const period = periodKey(kind, day)
  const list = `board ${villageId} ${name} ${period}`
  const position = decodeCursor(list, question.cursor, positionShape)
  if ((await readVillage(db, villageId)) === null) throw refuse('unknown_village')
  const page = await selectBoardPage(db, villageId, {
    board: boardOf(name),
    period,
    after: position && { pointsHundredths: position[0], competitorId: position[1] },
    limit: limit + 1,
  })
  const shown = page.places.slice(0, limit)
  const last = page.places.length > limit ? shown.at(-1) : undefined
  return {
    board: name,
    period: { kind, label: periodLabel(kind, day, language) },
    asOf: (page.behindSince ?? now).toISOString(),
    competitors: page.competitors,
    items: await present(db, reader, { villageId, name, shown, aboveFirst: page.aboveFirst }),
    nextCursor: last ? encodeCursor(list, [last.pointsHundredths, last.competitorId]) : null,
  }
}

interface Shown {
  readonly villageId: string
  readonly name: BoardName
  readonly shown: readonly BoardPlace[]
  readonly aboveFirst: number
}

async function present(
  db: Db,
  reader: Actor | null,
  { villageId, name, shown, aboveFirst }: Shown,
): Promise<BoardPageView['items']> {
  const own = reader?.villageId === villageId ? await ownCompetitorId(db, reader, name) : null
  const ids = shown.map((place) => place.competitorId)
  const names = await nameCompetitors(db, villageId, name, ids, own)
  return withRanks(shown, aboveFirst).map(({ rank, place }) => ({
    rank,
    tiedWith: place.level - 1,
    name: names.get(place.competitorId)?.name ?? '×',
    groupName: names.get(place.competitorId)?.groupName ?? '',
    pointsHundredths: place.pointsHundredths,
    isMine: place.competitorId === own,
  }))
}

/** Everyone at the same points has the same rank; the next points come after all of them. */
function withRanks(places: readonly BoardPlace[], aboveFirst: number) {
  let above = aboveFirst
  let previous: BoardPlace | undefined
  return places.map((place) => {
    if (previous && previous.pointsHundredths !== place.pointsHundredths) above += previous.level
    previous = place
    return { rank: above + 1, place }
  })
}
