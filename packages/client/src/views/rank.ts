import type { Answer, Params } from '../contract.ts'
import type { Formats } from '../format.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { standingMessages } from '../words/standing-messages.ts'

export type OwnRank = Answer<'/api/me/rank'>
export type BoardName = NonNullable<Params<'/api/me/rank'>['board']>

export type RankView =
  /** Nothing was booked in that time. */
  | { readonly state: 'none'; readonly words: string }
  | {
      readonly state: 'ranked'
      readonly whose: string
      readonly place: string
      readonly of: string
      /** How many places it moved since Monday, upwards positive; null while nobody knows. */
      readonly change: number | null
      readonly points: string
      /** How far it is to the next above and below. */
      readonly gaps: string
    }

interface Speech {
  readonly t: Translate<KeyOf<(typeof standingMessages)['zh']>>
  readonly format: Formats
}

/** One's own place on a board, and how far it is to the next. */
export function viewOfRank(own: OwnRank, board: BoardName, { t, format }: Speech): RankView {
  const { rank, competitors, change, pointsHundredths, neighbours } = own
  if (rank === null) return { state: 'none', words: t(`notYet_${board}`) }
  const above = neighbours.find((neighbour) => neighbour.rank < rank)
  const below = neighbours.find((neighbour) => neighbour.rank > rank)
  const gaps = [
    above === undefined
      ? t('nobodyAbove')
      : t('gapAbove', { rank: above.rank, points: format.points(above.gapHundredths) }),
    ...(below === undefined
      ? []
      : [t('gapBelow', { points: format.points(-below.gapHundredths) })]),
  ]
  return {
    state: 'ranked',
    whose: t(`own_${board}`),
    place: t('rankValue', { rank }),
    of: t(`of_${board}`, { count: competitors }),
    change,
    points: format.points(pointsHundredths),
    gaps: gaps.join(' '),
  }
}
