/** What the server says of boards and of one's own place on them. */

export const boards = ['households', 'people', 'groups'] as const
export type BoardName = (typeof boards)[number]
export const periods = ['month', 'year', 'all'] as const
export type Period = (typeof periods)[number]

export interface BoardRow {
  /** Ties share a rank: 1, 2, 2, 4. */
  rank: number
  tiedWith: number
  /** Masked, unless it is one's own or its owner publishes it. */
  name: string
  groupName: string
  pointsHundredths: number
  isMine: boolean
}

export interface BoardPageAnswer {
  board: BoardName
  period: { kind: Period; label: string }
  asOf: string
  items: readonly BoardRow[]
  nextCursor: string | null
  competitors: number
}

export interface OwnRank {
  /** Null: nothing posted in this period yet. */
  rank: number | null
  pointsHundredths: number
  competitors: number
  /** Places climbed since Monday; null: was not ranked then. */
  change: number | null
  neighbours: readonly { rank: number; pointsHundredths: number; gapHundredths: number }[]
}
