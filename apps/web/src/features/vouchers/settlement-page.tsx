import { useParams } from 'wouter'
import { apiUrl, post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import type { Settlement } from './vouchers.ts'

/** What each merchant is paid for a month, before it is confirmed and after. */
export function SettlementPage() {
  const t = useT(voucherDeskMessages)
  const format = useFormat()
  const { id = '' } = useParams()
  const settlement = useAnswer('/api/voucher-settlements/{id}', { id })
  const { data } = settlement
  const title = data === undefined ? t('months') : t('settlementTitle', { month: data.month })
  return (
    <Page wide title={title} back="/workbench/vouchers">
      {settlement.isPending && <Skeleton count={4} />}
      {settlement.isError && (
        <ErrorState error={settlement.error} onRetry={() => void settlement.refetch()} />
      )}
      {data !== undefined && (
        <>
          <Stats>
            <Stat label={t('total')} value={format.money(data.totalFen)} />
            <Stat
              label={t('redemptions')}
              value={format.number(data.redemptionCount)}
              unit={t('unit')}
            />
          </Stats>
          <Decision settlement={data} />
          <Section title={t('merchants')}>
            <Lines settlement={data} />
          </Section>
        </>
      )}
    </Page>
  )
}

function Decision({ settlement }: { settlement: Settlement }) {
  const t = useT(voucherDeskMessages)
  const { settlementId: id, state, canConfirm, proposedByName } = settlement
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/voucher-settlements/{id}/confirm', { id }, undefined, { idempotencyKey }),
  )
  const drop = useCommand((_: null, idempotencyKey) =>
    post('/api/voucher-settlements/{id}/drop', { id }, undefined, { idempotencyKey }),
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
      {proposedByName !== null && <p>{t('proposedBy', { name: proposedByName })}</p>}
      {canConfirm.ok ? (
        <p className="soft">{t('settleHint')}</p>
      ) : (
        <Notice kind="waiting">{canConfirm.sentence}</Notice>
      )}
      <ProblemNotice error={confirm.error ?? drop.error} />
      <ButtonRow>
        {canConfirm.ok && (
          <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate(null)}>
            {t('settleConfirm')}
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

function Lines({ settlement: { settlementId: id, state, lines } }: { settlement: Settlement }) {
  const t = useT(voucherDeskMessages)
  const format = useFormat()
  const columns: readonly Column<Line>[] = [
    { key: 'merchant', title: t('merchant'), cell: ({ name }) => name },
    {
      key: 'count',
      title: t('redemptions'),
      cell: ({ redemptionCount }) => format.number(redemptionCount),
      numeric: true,
    },
    {
      key: 'amount',
      title: t('amount'),
      cell: ({ amountFen }) => format.money(amountFen),
      numeric: true,
    },
    {
      key: 'account',
      title: t('paidTo'),
      cell: ({ account }) =>
        account === null
          ? t('cash')
          : t('accountIs', {
              bank: account.bankName,
              holder: account.holderName,
              ends: account.accountEnds,
            }),
    },
    ...(state === 'confirmed'
      ? [
          {
            key: 'statement',
            title: t('statement'),
            cell: (line: Line) => <Statement id={id} line={line} />,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('merchants')}
      columns={columns}
      rows={lines}
      rowKey={({ merchantId }) => merchantId}
    />
  )
}

function Statement({ id, line: { merchantId, name } }: { id: string; line: Line }) {
  const t = useT(voucherDeskMessages)
  const of = { id, merchantId }
  return (
    <>
      <a
        href={apiUrl('/api/voucher-settlements/{id}/merchants/{merchantId}/sheet.pdf', of)}
        aria-label={t('sheetLabel', { name })}
      >
        {t('sheet')}
      </a>{' '}
      <a
        href={apiUrl('/api/voucher-settlements/{id}/merchants/{merchantId}/table.xlsx', of)}
        aria-label={t('tableLabel', { name })}
        download
      >
        {t('table')}
      </a>
    </>
  )
}
