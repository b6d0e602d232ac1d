import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useSession } from '../../app/session.tsx'
import { useNow } from '../../app/use-now.ts'
import { useAddress } from '../../ui/address.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Day } from '../../ui/when.tsx'
import { calledMessages } from './called-messages.ts'
import { nameOf, pathOf, useCalledTurns, type CalledTurn } from './called-turns.ts'
import { useQuantity } from './offer.ts'
import './called-turns.css'

/** Who is called and has not answered: a list for the cadre who walks to the door. */
export function CalledTurnsPage() {
  const t = useT(calledMessages)
  const { pages, turns } = useCalledTurns()
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      back="/workbench"
      actions={
        <Button icon={PrinterIcon} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      {turns === undefined && !pages.isError && <Skeleton count={5} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {turns !== undefined && <Called turns={turns} />}
    </Page>
  )
}

export function Called({ turns }: { turns: readonly CalledTurn[] }) {
  const t = useT(calledMessages)
  const address = useAddress()
  const shown = address.get('shown') === 'all' ? 'all' : 'without'
  const open = turns.filter(({ isKept }) => !isKept)
  const kept = turns.filter(({ isKept }) => isKept)
  const without = open.filter(({ hasTelephone }) => !hasTelephone)
  const rows = shown === 'all' ? open : without
  const counts = { without: without.length, all: open.length }
  return (
    <>
      <div className="called-turns__screen">
        <Segmented
          label={t('shown')}
          value={shown}
          options={(['without', 'all'] as const).map((value) => ({
            value,
            label: t(`shown_${value}`, { count: counts[value] }),
          }))}
          onChange={(next) => address.set({ shown: next === 'all' ? next : '' })}
        />
      </div>
      <PaperHead />
      {rows.length === 0 ? (
        <EmptyState
          icon={HandCoinsIcon}
          title={t(shown === 'all' ? 'emptyAll' : 'emptyWithout')}
          hint={t(shown === 'all' ? 'emptyHint' : 'emptyWithoutHint')}
        />
      ) : (
        <TurnsTable caption={t(`shown_${shown}`, { count: counts[shown] })} turns={rows} />
      )}
      {kept.length > 0 && (
        <div className="called-turns__screen">
          <Section title={t('kept')}>
            <p className="soft">{t('keptLead')}</p>
            <TurnsTable caption={t('kept')} turns={kept} />
          </Section>
        </div>
      )}
    </>
  )
}

function PaperHead() {
  const t = useT(calledMessages)
  const format = useFormat()
  const { session } = useSession()
  const day = format.full(useNow().toISOString())
  return (
    <p className="called-turns__paper">
      {t('paperLead', { village: session?.village.name ?? '', day })}
    </p>
  )
}

function TurnsTable({ caption, turns }: { caption: string; turns: readonly CalledTurn[] }) {
  const t = useT(calledMessages)
  return (
    <DataTable
      caption={caption}
      rows={turns}
      rowKey={({ offerId, holderId, isKept }) => `${offerId} ${holderId} ${isKept}`}
      columns={[
        { key: 'who', title: t('whoColumn'), cell: nameOf },
        { key: 'group', title: t('groupColumn'), cell: ({ groupName }) => groupName ?? '–' },
        { key: 'offer', title: t('offerColumn'), cell: ({ title }) => title },
        {
          key: 'quantity',
          title: t('quantityColumn'),
          numeric: true,
          cell: (turn) => <CalledFor turn={turn} />,
        },
        { key: 'until', title: t('untilColumn'), cell: ({ dueOn }) => <Day day={dueOn} /> },
        {
          key: 'answer',
          title: t('answerColumn'),
          cell: (turn) => <Enter turn={turn} />,
        },
      ]}
    />
  )
}

function CalledFor({ turn: { unit, quantity } }: { turn: CalledTurn }) {
  return useQuantity(unit)(quantity)
}

/** On paper the place is left free to write in. */
function Enter({ turn }: { turn: CalledTurn }) {
  const t = useT(calledMessages)
  const { canEnter, title } = turn
  if (!canEnter.ok) return <span className="soft small">{canEnter.sentence}</span>
  return (
    <span className="called-turns__answer">
      <LinkButton to={pathOf(turn)}>
        {t('enter')}
        <span className="visually-hidden">{t('enterWhose', { name: nameOf(turn), title })}</span>
      </LinkButton>
    </span>
  )
}
