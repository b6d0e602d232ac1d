import { standingMessages } from '@azalea/client'
import { RankingIcon } from '@phosphor-icons/react/dist/csr/Ranking'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { Chart } from '../../ui/chart.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import type { BoardName, BoardRow, Period } from './board.ts'
import { placed, placedList, useBoardColumns } from './board-columns.ts'

/** The ranked rows; groups are drawn too, since there are few and one would rather look. */
export function BoardList({
  villageId,
  board,
  period,
}: {
  villageId: string
  board: BoardName
  period: Period
}) {
  const t = useT(standingMessages)
  const list = useListPages('/api/villages/{villageId}/boards/{board}', [], {
    villageId,
    board,
    period,
  })
  const { pages } = list
  const isWhole = !pages.hasNextPage
  const columns = useBoardColumns(board, isWhole)
  const first = pages.data?.pages[0]
  return (
    <Paged
      pages={pages}
      empty={<EmptyState icon={RankingIcon} title={t('empty')} hint={t('emptyHint')} />}
    >
      {(rows) => (
        <>
          {first !== undefined && (
            <p className="soft small">
              {first.period.label} · <Sentence text={t('asOf')} at={first.asOf} />
            </p>
          )}
          {board === 'groups' && rows.length > 1 && <GroupChart rows={rows} />}
          <DeskList
            label={t(`board_${board}`)}
            rows={placed(rows)}
            rowKey={({ place }) => place}
            columns={columns}
            {...(isWhole ? {} : { list: placedList(list) })}
            phone={(row) => <Row key={row.place} row={row} board={board} />}
          />
        </>
      )}
    </Paged>
  )
}

function Row({ row, board }: { row: BoardRow; board: BoardName }) {
  const t = useT(standingMessages)
  const format = useFormat()
  const notes = [
    ...(board === 'groups' || row.groupName === row.name ? [] : [row.groupName]),
    ...(row.tiedWith > 0 ? [t('tied', { count: row.tiedWith })] : []),
    ...(row.isMine ? [t(`mine_${board}`)] : []),
  ]
  return (
    <ListRow
      numbered
      lead={row.rank}
      title={<PersonName name={row.name} />}
      {...(notes.length === 0 ? {} : { note: notes.join(' · ') })}
      value={format.points(row.pointsHundredths)}
      mine={row.isMine}
    />
  )
}

function GroupChart({ rows }: { rows: readonly BoardRow[] }) {
  const t = useT(standingMessages)
  const format = useFormat()
  return (
    <Chart
      title={t('groupChart')}
      labelTitle={t('group')}
      valueTitle={t('points')}
      kind="bars"
      points={rows.map(({ name, pointsHundredths }) => ({ label: name, value: pointsHundredths }))}
      format={format.points}
    />
  )
}
