import { awardsMessages } from '@azalea/client'
import { MedalIcon } from '@phosphor-icons/react/dist/csr/Medal'
import { useLocation, useSearchParams } from 'wouter'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Day } from '../../ui/when.tsx'
import type { AwardRow, AwardState } from './data-bank.ts'
import { dataBankMessages } from './messages.ts'

const filters = ['all', 'scored', 'on_notice', 'final', 'reversed'] as const
type Filter = (typeof filters)[number]

const tones: Record<AwardState, StateTone> = {
  scored: 'waiting',
  on_notice: 'waiting',
  final: 'done',
  reversed: 'past',
}

/** All my awards, each one tap away from how it came about. */
export function MyAwardsPage() {
  const t = useT(dataBankMessages)
  const tAward = useT(awardsMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const filter = filters.find((one) => one === search.get('state')) ?? 'all'
  return (
    <Page wide title={t('awards')} lead={t('awardsLead')} back="/me">
      <Tabs
        label={t('stateFilter')}
        value={filter}
        tabs={filters.map((value) => ({
          value,
          label: value === 'all' ? t('filter_all') : tAward(`state_${value}`),
        }))}
        onChange={(value) => navigate(`/me/awards?state=${value}`, { replace: true })}
      >
        <Awards key={filter} filter={filter} />
      </Tabs>
    </Page>
  )
}

function Awards({ filter }: { filter: Filter }) {
  const t = useT(dataBankMessages)
  const tAward = useT(awardsMessages)
  const format = useFormat()
  const columns = useColumns()
  const list = useListPages('/api/me/awards', sorts, { state: filter === 'all' ? null : filter })
  return (
    <Paged
      pages={list.pages}
      empty={
        <EmptyState icon={MedalIcon} title={t('noAwards')} hint={t('noAwardsHint')}>
          <LinkButton to="/activities">{t('seeActivities')}</LinkButton>
        </EmptyState>
      }
    >
      {(awards) => (
        <DeskList
          label={t('awards')}
          rows={awards}
          rowKey={({ awardId }) => awardId}
          list={list}
          to={({ awardId }) => `/awards/${awardId}`}
          columns={columns}
          phone={({ awardId, itemName, occurredOn, pointsHundredths, state }) => (
            <ListRow
              key={awardId}
              title={itemName}
              note={
                <>
                  <Day day={occurredOn} />
                  <StateBadge tone={tones[state]}>{tAward(`state_${state}`)}</StateBadge>
                </>
              }
              value={format.signedPoints(pointsHundredths)}
              to={`/awards/${awardId}`}
            />
          )}
        />
      )}
    </Paged>
  )
}

const sorts = ['-occurredOn', 'occurredOn', 'points'] as const

function useColumns(): readonly ListColumn<AwardRow>[] {
  const t = useT(dataBankMessages)
  const tAward = useT(awardsMessages)
  const format = useFormat()
  return [
    { key: 'item', title: t('columnItem'), text: ({ itemName }) => itemName },
    {
      key: 'day',
      title: t('columnDay'),
      text: ({ occurredOn }) => occurredOn,
      cell: ({ occurredOn }) => <Day day={occurredOn} />,
      sort: 'occurredOn',
    },
    {
      key: 'points',
      title: t('columnPoints'),
      text: ({ pointsHundredths }) => pointsHundredths / 100,
      cell: ({ pointsHundredths }) => format.signedPoints(pointsHundredths),
      numeric: true,
      sort: 'points',
    },
    {
      key: 'state',
      title: t('columnState'),
      text: ({ state }) => tAward(`state_${state}`),
      cell: ({ state }) => <StateBadge tone={tones[state]}>{tAward(`state_${state}`)}</StateBadge>,
    },
  ]
}
