import { useState } from 'react'
import { useParams } from 'wouter'
import { apiUrl, post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useDoor } from '../../app/door.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import type { Settlement } from './rounds.ts'

/** What each grower is paid for a round, before it is confirmed and after. */
export function RoundSettlementPage() {
  const t = useT(roundDeskMessages)
  const { id = '' } = useParams()
  const settlement = useAnswer('/api/round-settlements/{id}', { id, limit: 100 })
  const { data } = settlement
  return (
    <Page wide title={data?.title ?? t('settlements')} back="/workbench/rounds">
      {settlement.isPending && <Skeleton count={4} />}
      {settlement.isError && (
        <ErrorState error={settlement.error} onRetry={() => void settlement.refetch()} />
      )}
      {data !== undefined && <Loaded settlement={data} />}
    </Page>
  )
}

function Loaded({ settlement }: { settlement: Settlement }) {
  const t = useT(roundDeskMessages)
  const format = useFormat()
  return (
    <>
      <Stats>
        <Stat label={t('net')} value={format.money(settlement.netFen)} />
        <Stat label={t('paid')} value={format.money(settlement.paidFen)} />
        <Stat label={t('growers')} value={format.number(settlement.growerCount)} />
        <Stat label={t('weighIns')} value={format.number(settlement.weighInCount)} />
      </Stats>
      <Decision settlement={settlement} />
      <Section title={t('growers')}>
        <Lines lines={settlement.lines} />
      </Section>
      {settlement.state === 'confirmed' && <PrintAll settlement={settlement} />}
    </>
  )
}

function Decision({
  settlement: { settlementId: id, state, canConfirm },
}: {
  settlement: Settlement
}) {
  const t = useT(roundDeskMessages)
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/round-settlements/{id}/confirm', { id }, undefined, { idempotencyKey }),
  )
  const drop = useCommand((_: null, idempotencyKey) =>
    post('/api/round-settlements/{id}/drop', { id }, undefined, { idempotencyKey }),
  )
  if (state === 'dropped') return <Notice kind="waiting">{t('settlement_dropped')}</Notice>
  if (state === 'confirmed')
    return (
      <Notice kind="done" actions={<LinkButton to="/workbench/money">{t('toMoney')}</LinkButton>}>
        {t('settled')}
      </Notice>
    )
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

type Line = Settlement['lines'][number]

function Lines({ lines }: { lines: readonly Line[] }) {
  const t = useT(roundDeskMessages)
  const format = useFormat()
  const doorOf = useDoor()
  const columns: readonly Column<Line>[] = [
    {
      key: 'household',
      title: t('household'),
      cell: (line) => line.headName ?? doorOf(line),
    },
    { key: 'net', title: t('net'), cell: ({ netFen }) => format.money(netFen), numeric: true },
    {
      key: 'carried',
      title: t('carried'),
      cell: ({ carriedFen }) => (carriedFen === 0 ? '—' : format.money(-carriedFen)),
      numeric: true,
    },
    { key: 'paid', title: t('paid'), cell: ({ paidFen }) => format.money(paidFen), numeric: true },
  ]
  return (
    <DataTable
      caption={t('growers')}
      columns={columns}
      rows={lines}
      rowKey={({ householdId }) => householdId}
    />
  )
}

const A_FILE = 100

/** All statements, so many a file; how many have been fetched is shown. */
function PrintAll({ settlement: { settlementId: id, growerCount } }: { settlement: Settlement }) {
  const t = useT(roundDeskMessages)
  const [fetched, setFetched] = useState<ReadonlySet<number>>(new Set())
  const files = Array.from({ length: Math.ceil(growerCount / A_FILE) }, (_, at) => at * A_FILE)
  const last = (after: number) => Math.min(growerCount, after + A_FILE)
  const done = [...fetched].reduce((sum, after) => sum + last(after) - after, 0)
  return (
    <Section title={t('printAll')}>
      {files.length > 1 && <Progress label={t('printAll')} done={done} total={growerCount} />}
      <ul className="list" aria-label={t('printAll')}>
        {files.map((after) => (
          <li key={after} className="list__item">
            <a
              href={apiUrl('/api/round-settlements/{id}/statements.pdf', { id, after })}
              target="_blank"
              rel="noreferrer"
              onClick={() => setFetched((before) => new Set([...before, after]))}
            >
              {t('printFile', { from: String(after + 1), to: String(last(after)) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
