import { standingMessages } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import type { ListPages } from '../../app/use-list-pages.ts'
import type { ListColumn } from '../../ui/list-column.ts'
import type { BoardName, BoardPageAnswer, BoardRow } from './board.ts'

/** Ranks are shared and masked names repeat: only the place in the list tells two rows apart. */
export interface PlacedRow extends BoardRow {
  place: string
}

export const placed = (rows: readonly BoardRow[]): readonly PlacedRow[] =>
  rows.map((row, index) => ({ ...row, place: String(index) }))

/** The same for a list of which not all rows are here. */
export const placedList = (list: ListPages<BoardPageAnswer>) => ({
  ...list,
  readAll: async (onRead: (rows: number) => void) => {
    const { rows, isCut } = await list.readAll(onRead)
    return { rows: placed(rows), isCut }
  },
})

/** What a board says at a desk. It can be ordered otherwise once all of it is here. */
export function useBoardColumns(
  board: BoardName,
  isWhole: boolean,
): readonly ListColumn<PlacedRow>[] {
  const t = useT(standingMessages)
  const format = useFormat()
  const by = (sort: string) => (isWhole ? { sort } : {})
  const group: ListColumn<PlacedRow> = {
    key: 'group',
    title: t('group'),
    text: ({ groupName }) => groupName,
    ...by('group'),
  }
  return [
    { key: 'rank', title: t('columnRank'), text: ({ rank }) => rank, numeric: true, ...by('rank') },
    {
      key: 'name',
      title: t(`board_${board}`),
      text: ({ name, isMine }) =>
        isMine ? t('mineNamed', { name, whose: t(`mine_${board}`) }) : name,
      essential: true,
      ...by('name'),
    },
    ...(board === 'groups' ? [] : [group]),
    {
      key: 'tied',
      title: t('columnTied'),
      text: ({ tiedWith }) => (tiedWith === 0 ? null : tiedWith),
      numeric: true,
    },
    {
      key: 'points',
      title: t('columnPoints'),
      text: ({ pointsHundredths }) => pointsHundredths / 100,
      cell: ({ pointsHundredths }) => format.points(pointsHundredths),
      numeric: true,
      ...by('points'),
    },
  ]
}
