import { formatPoints } from '@azalea/client'
import { useState } from 'react'
import { useFormat } from '../ui/format.ts'
import { useT } from '../ui/i18n.ts'
import { Chart } from '../ui/chart.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Section } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { PersonName } from '../ui/person-name.tsx'
import { ReadAloud } from '../ui/read-aloud.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { StageList } from '../ui/stage-list.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { galleryMessages } from './messages.ts'

const trend = [2, 5, 5, 9, 12, 12, 18, 21, 26, 26, 31, 38].map((value, index) => ({
  label: `11-${String(index + 1).padStart(2, '0')}`,
  value: value * 100,
}))

/** Boards, awards with their stages, tables and trends. */
export function GalleryLog() {
  return (
    <>
      <Board />
      <Award />
      <Table />
      <Trend />
    </>
  )
}

function Board() {
  const t = useT(galleryMessages)
  const format = useFormat()
  const [period, setPeriod] = useState<'month' | 'year' | 'all'>('month')
  return (
    <Section title={t('board')}>
      <div>
        <Segmented
          label={t('period')}
          value={period}
          onChange={setPeriod}
          options={[
            { value: 'month', label: t('month') },
            { value: 'year', label: t('year') },
            { value: 'all', label: t('all') },
          ]}
        />
      </div>
      <List label={t('board')}>
        <ListRow
          numbered
          lead={1}
          title={<PersonName name={t('household1')} />}
          note={t('group1')}
          value={format.points(15_000)}
          to="/gallery"
        />
        <ListRow
          numbered
          lead={2}
          title={<PersonName name={t('household2')} />}
          note={t('group3')}
          value={format.points(9_850)}
          to="/gallery"
        />
        <ListRow
          numbered
          mine
          lead={2}
          title={<PersonName name={t('household3')} />}
          note={t('group2')}
          value={format.points(9_850)}
          end={<StateBadge tone="waiting">{t('stateWaiting')}</StateBadge>}
          to="/gallery"
        />
      </List>
      <Pager hasMore loading={false} onMore={() => undefined} />
    </Section>
  )
}

function Award() {
  const t = useT(galleryMessages)
  const format = useFormat()
  return (
    <Section title={t('award')} aside={<ReadAloud text={t('awardText')} />}>
      <StageList
        label={t('award')}
        stages={[
          {
            key: 'base',
            title: t('stageBase'),
            effect: format.signedPoints(800),
            words: t('stageBaseWords'),
          },
          {
            key: 'leader',
            title: t('stageLeader'),
            effect: format.signedPoints(40),
            words: t('stageLeaderWords'),
          },
          {
            key: 'cap',
            title: t('stageCap'),
            effect: format.signedPoints(0),
            words: t('stageCapWords'),
            tone: 'past',
          },
        ]}
        result={format.signedPoints(840)}
      />
    </Section>
  )
}

function Table() {
  const t = useT(galleryMessages)
  const format = useFormat()
  const rows = [
    { no: 1, name: t('household1'), gained: 840, total: 128_650, items: t('item1') },
    { no: 2, name: t('household2'), gained: 200, total: 9_850, items: t('item2') },
  ]
  return (
    <Section title={t('table')}>
      <DataTable
        caption={format.month('2026-11')}
        rows={rows}
        rowKey={(row) => String(row.no)}
        columns={[
          { key: 'name', title: t('householder'), cell: (row) => row.name },
          { key: 'items', title: t('items'), cell: (row) => row.items },
          {
            key: 'gained',
            title: t('gained'),
            cell: (row) => format.signedPoints(row.gained),
            numeric: true,
          },
          {
            key: 'total',
            title: t('total'),
            cell: (row) => format.points(row.total),
            numeric: true,
          },
        ]}
      />
    </Section>
  )
}

function Trend() {
  const t = useT(galleryMessages)
  return (
    <div className="columns">
      <Chart
        title={t('chart')}
        labelTitle={t('chartDay')}
        valueTitle={t('honour')}
        points={trend}
        format={(value) => formatPoints(value)}
      />
      <Chart
        title={t('board')}
        kind="bars"
        labelTitle={t('chartDay')}
        valueTitle={t('honour')}
        points={trend.slice(0, 6)}
        format={(value) => formatPoints(value)}
      />
    </div>
  )
}
