import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { usePages } from '../../app/use-pages.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { closingTones, type Closing, type ClosingWallet } from './closings.ts'
import { walletsMessages } from './messages.ts'
import { useRuleWords } from './rule-words.ts'

const LOOK_AGAIN_MILLISECONDS = 5_000

/** One yearly close: by which rule, how far it has come, and what it takes of whom. */
export function ClosingPage() {
  const t = useT(walletsMessages)
  const format = useFormat()
  const { id = '' } = useParams()
  const closings = useAnswer('/api/wallet-closings', undefined, {
    // While it is being done there is something to wait for.
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'closing') === true
        ? LOOK_AGAIN_MILLISECONDS
        : false,
  })
  const closing = closings.data?.items.find(({ closingId }) => closingId === id)
  return (
    <Page
      wide
      title={closing === undefined ? t('title') : `${t('title')} · ${format.day(closing.closesOn)}`}
      back="/workbench/wallet-closings"
    >
      {closings.isPending && <Skeleton count={4} />}
      {closings.isError && (
        <ErrorState error={closings.error} onRetry={() => void closings.refetch()} />
      )}
      {closing !== undefined && (
        <>
          <Summary closing={closing} />
          {closing.state === 'called_off' ? (
            <Notice>{t('calledOff')}</Notice>
          ) : (
            <Wallets closingId={closing.closingId} />
          )}
        </>
      )}
    </Page>
  )
}

function Summary({ closing }: { closing: Closing }) {
  const t = useT(walletsMessages)
  const format = useFormat()
  const ruleWords = useRuleWords()
  const { state, dueOn, closesOn, announcedAt, endedAt, isTold, isEstimate } = closing
  const { wallets, closedWallets, losingWallets, droppedHundredths } = closing
  const losing = { losing: format.number(losingWallets), wallets: format.number(wallets) }
  return (
    <>
      <p className="row">
        <StateBadge tone={closingTones[state]}>{t(`state_${state}`)}</StateBadge>
        {state !== 'called_off' && <span>{t(isTold ? 'told' : 'telling')}</span>}
      </p>
      {state !== 'called_off' && (
        <Stats>
          <Stat
            label={t(isEstimate ? 'effectEstimate' : 'effect')}
            value={t('points', { points: format.points(droppedHundredths) })}
          />
          <Stat label={t('losing')} value={t('ofWallets', losing)} />
        </Stats>
      )}
      {state === 'closing' && (
        <Progress label={t('progress')} done={closedWallets} total={wallets} />
      )}
      {dueOn !== closesOn && <p className="soft">{t('moved', { day: format.fullDay(dueOn) })}</p>}
      <Facts
        facts={[
          { label: t('rule'), value: ruleWords(closing) },
          { label: t('announcedAt'), value: <When at={announcedAt} /> },
          {
            label: t(state === 'called_off' ? 'calledOffAt' : 'endedAt'),
            value: endedAt === null ? null : <When at={endedAt} />,
          },
        ]}
      />
    </>
  )
}

function Wallets({ closingId: id }: { closingId: string }) {
  const t = useT(walletsMessages)
  const format = useFormat()
  const pages = usePages('/api/wallet-closings/{id}/wallets', { id, limit: 50 })
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? []
  const points = (key: string, title: string, of: (line: ClosingWallet) => number) => ({
    key,
    title,
    numeric: true,
    cell: (line: ClosingWallet) => format.points(of(line)),
  })
  const columns: readonly Column<ClosingWallet>[] = [
    {
      key: 'household',
      title: t('household'),
      cell: ({ name, groupName }) => [name ?? t('nameless'), groupName].filter(Boolean).join(' · '),
    },
    points('counted', t('counted'), ({ countedHundredths }) => countedHundredths),
    points('kept', t('kept'), ({ keptHundredths }) => keptHundredths),
    points('dropped', t('dropped'), ({ droppedHundredths }) => droppedHundredths),
  ]
  return (
    <Section title={t('households')}>
      {pages.isPending && <Skeleton count={5} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && lines.length === 0 && <p className="soft">{t('householdsNone')}</p>}
      {lines.length > 0 && (
        <>
          <p className="soft small">{t('householdsHint')}</p>
          <DataTable
            caption={t('households')}
            rows={lines}
            rowKey={({ no }) => String(no)}
            columns={columns}
          />
        </>
      )}
      {pages.hasNextPage && (
        <Pager
          hasMore
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </Section>
  )
}
