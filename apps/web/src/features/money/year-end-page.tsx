import { useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useDoor } from '../../app/door.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePages } from '../../app/use-pages.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { moneyMessages } from './messages.ts'
import { yearEndTones } from './money.ts'
import type { Answer } from '@azalea/client'

type YearEndView = Answer<'/api/year-ends/{id}'>

/** Who gets what of a pool, before it is confirmed and after. */
export function YearEndPage() {
  const t = useT(moneyMessages)
  const { id = '' } = useParams()
  const pages = usePages('/api/year-ends/{id}', { id, limit: 100 })
  const first = pages.data?.pages[0]
  return (
    <Page wide title={first?.title ?? t('yearEnds')} back="/workbench/money">
      {pages.isPending && <Skeleton count={5} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {first !== undefined && (
        <>
          <Summary yearEnd={first} />
          <Decision yearEnd={first} />
          <Section title={t('shares')}>
            <Shares lines={pages.data?.pages.flatMap(({ lines }) => lines) ?? []} />
            {pages.hasNextPage && (
              <Pager
                hasMore
                loading={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            )}
          </Section>
          <p className="soft small">
            {t('hash')} <code>{first.sharesHash}</code>
          </p>
        </>
      )}
    </Page>
  )
}

function Summary({ yearEnd }: { yearEnd: YearEndView }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  const { poolFen, householdCount, totalHundredths, through, before, state } = yearEnd
  const day = format.day(through)
  return (
    <>
      <Stats>
        <Stat label={t('poolIs')} value={format.money(poolFen)} />
        <Stat
          label={t('householdsAre')}
          value={format.number(householdCount)}
          unit={t('households')}
        />
        <Stat
          label={t('pointsAre')}
          value={format.points(totalHundredths)}
          unit={t('points', { count: totalHundredths / 100 })}
        />
      </Stats>
      <p className="row">
        <StateBadge tone={yearEndTones[state]}>{t(`state_${state}`)}</StateBadge>
        <span>
          {before === null
            ? t('pointsThrough', { day })
            : t('pointsBetween', { day, before: format.day(before) })}
        </span>
      </p>
    </>
  )
}

function Decision({ yearEnd: { yearEndId: id, state, canConfirm } }: { yearEnd: YearEndView }) {
  const t = useT(moneyMessages)
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/year-ends/{id}/confirm', { id }, undefined, { idempotencyKey }),
  )
  const drop = useCommand((_: null, idempotencyKey) =>
    post('/api/year-ends/{id}/drop', { id }, undefined, { idempotencyKey }),
  )
  if (state === 'confirmed')
    return (
      <Notice kind="done" actions={<LinkButton to="/workbench/money">{t('toMoney')}</LinkButton>}>
        {t('confirmed')}
      </Notice>
    )
  if (state === 'dropped') return null
  return (
    <>
      {canConfirm.ok ? (
        <p className="soft">{t('confirmHint')}</p>
      ) : (
        <Notice kind="waiting">{canConfirm.sentence}</Notice>
      )}
      <ProblemNotice error={confirm.error ?? drop.error} />
      <ButtonRow>
        {canConfirm.ok && (
          <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate(null)}>
            {t('confirm')}
          </Button>
        )}
        <Button busy={drop.isPending} onClick={() => drop.mutate(null)}>
          {t('drop')}
        </Button>
      </ButtonRow>
    </>
  )
}

type ShareLine = YearEndView['lines'][number]

function Shares({ lines }: { lines: readonly ShareLine[] }) {
  const t = useT(moneyMessages)
  const doorOf = useDoor()
  const format = useFormat()
  const columns: readonly Column<ShareLine>[] = [
    {
      key: 'household',
      title: t('household'),
      cell: ({ no, headName }) => `${no} ${headName ?? '–'}`,
    },
    {
      key: 'place',
      title: t('place'),
      cell: doorOf,
    },
    {
      key: 'points',
      title: t('pointsColumn'),
      cell: ({ pointsHundredths }) => format.points(pointsHundredths),
      numeric: true,
    },
    {
      key: 'share',
      title: t('shareColumn'),
      cell: ({ shareFen }) => format.money(shareFen),
      numeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('shares')}
      columns={columns}
      rows={lines}
      rowKey={({ no }) => String(no)}
    />
  )
}
