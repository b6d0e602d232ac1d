import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { apiUrl, post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { uploadOf } from '../../app/upload-of.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePages } from '../../app/use-pages.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useAddress, useAddressText } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { moneyMessages } from './messages.ts'
import { UnpaidForm } from './unpaid-form.tsx'
import { payers, paymentTones, type RunLine, type RunView } from './money.ts'

/** So many lines one looks through without a search. */
const EASY_TO_SCAN = 20

/** Payments that were ordered together: what to hand over, and what became of each. */
export function PaymentRunPage() {
  const t = useT(moneyMessages)
  const { id = '' } = useParams()
  const { session } = useSession()
  const [sought, setSought] = useAddressText('q')
  const q = useAddress().get('q') ?? undefined
  const pages = usePages('/api/payment-runs/{id}', { id, limit: 100, q })
  const run = pages.data?.pages[0]
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? []
  const pays = hasRole(session, payers)
  return (
    <Page
      wide
      title={run === undefined ? t('payments') : `${run.title} · ${t(`means_${run.means}`)}`}
      back="/workbench/money"
    >
      {pages.isPending && <Skeleton count={5} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {run !== undefined && (
        <>
          <Papers run={run} pays={pays} />
          {run.paymentCount > EASY_TO_SCAN && (
            <TextField
              kind="search"
              label={t('findPayee')}
              unmarked
              value={sought}
              onChange={setSought}
            />
          )}
          {lines.length === 0 && <p className="soft">{t('nobodyFound')}</p>}
          {pays && <Ending run={run} lines={lines} />}
          {lines.length > 0 && <Lines lines={lines} />}
          {pages.hasNextPage && (
            <Pager
              hasMore
              loading={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          )}
        </>
      )}
    </Page>
  )
}

function Papers({
  run: { runId: id, means, correctsRunId },
  pays,
}: {
  run: RunView
  pays: boolean
}) {
  const t = useT(moneyMessages)
  const button = 'button button--secondary'
  return (
    <>
      {correctsRunId !== null && <p className="soft">{t('isCorrection')}</p>}
      <ButtonRow>
        {means === 'bank' && pays && (
          <a className={button} href={apiUrl('/api/payment-runs/{id}/file.csv', { id })} download>
            {t('file')}
          </a>
        )}
        <a className={button} href={apiUrl('/api/payment-runs/{id}/sheet.pdf', { id })}>
          {t(`sheet_${means}`)}
        </a>
        <a className={button} href={apiUrl('/api/payment-runs/{id}/table.xlsx', { id })} download>
          {t('table')}
        </a>
      </ButtonRow>
    </>
  )
}

function Ending({ run, lines }: { run: RunView; lines: readonly RunLine[] }) {
  const isOpen = run.paidCount + run.failedCount < run.paymentCount
  return (
    <>
      {isOpen && run.means === 'bank' && <AnswerForm runId={run.runId} />}
      {isOpen && run.means === 'cash' && (
        <>
          <SignForm runId={run.runId} lines={lines} />
          <UnpaidForm runId={run.runId} lines={lines} />
        </>
      )}
      {run.failedCount > 0 && <Repeat run={run} />}
    </>
  )
}

function useSettledWords() {
  const t = useT(moneyMessages)
  const format = useFormat()
  return (settled: {
    paidCount: number
    paidFen: number
    failedCount: number
    failedFen: number
  }) =>
    t('settled', {
      paid: settled.paidCount,
      paidMoney: format.money(settled.paidFen),
      failed: settled.failedCount,
      failedMoney: format.money(settled.failedFen),
    })
}

function AnswerForm({ runId: id }: { runId: string }) {
  const t = useT(moneyMessages)
  const settledWords = useSettledWords()
  const [file, setFile] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const send = useCommand((answer: File, idempotencyKey) =>
    post('/api/payment-runs/{id}/answer', { id }, uploadOf(answer), { idempotencyKey }),
  )
  return (
    <Section title={t('answer')}>
      <p className="soft">{t('answerHint')}</p>
      {send.isSuccess && <Notice kind="done">{settledWords(send.data)}</Notice>}
      <Form
        onSubmit={() => {
          setAsked(true)
          if (file !== null) send.mutate(file)
        }}
      >
        <FileField
          label={t('answerFile')}
          accept=".csv"
          error={isAsked && file === null ? t('fieldMissing') : undefined}
          onChange={setFile}
        />
        <ProblemNotice error={send.error} />
        <Button kind="primary" submit busy={send.isPending}>
          {t('answerSend')}
        </Button>
      </Form>
    </Section>
  )
}

function SignForm({ runId: id, lines }: { runId: string; lines: readonly RunLine[] }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  const settledWords = useSettledWords()
  const [signed, setSigned] = useState<ReadonlySet<number>>(new Set())
  const sign = useCommand(
    (nos: readonly number[], idempotencyKey) =>
      post('/api/payment-runs/{id}/sign', { id }, { nos: [...nos] }, { idempotencyKey }),
    () => setSigned(new Set()),
  )
  const pending = lines.filter(({ state }) => state === 'pending')
  const toggle = (no: number, isSigned: boolean) =>
    setSigned((before) => new Set(isSigned ? [...before, no] : [...before].filter((n) => n !== no)))
  return (
    <Section title={t('sign')}>
      <p className="soft">{t('signHint')}</p>
      {sign.isSuccess && <Notice kind="done">{settledWords(sign.data)}</Notice>}
      <Form onSubmit={() => signed.size > 0 && sign.mutate([...signed])}>
        {pending.map(({ no, payeeName, place, amountFen, isOwn }) =>
          isOwn ? (
            <p key={no} className="soft">
              {t('signOf', { no, name: payeeName, money: format.money(amountFen) })} ·{' '}
              {t('ownLine')}
            </p>
          ) : (
            <Checkbox
              key={no}
              label={t('signOf', { no, name: payeeName, money: format.money(amountFen) })}
              hint={place}
              checked={signed.has(no)}
              onChange={(isSigned) => toggle(no, isSigned)}
            />
          ),
        )}
        <ProblemNotice error={sign.error} />
        <Button kind="primary" submit busy={sign.isPending} disabled={signed.size === 0}>
          {signed.size === 0 ? t('signSend') : t('signSendOf', { count: signed.size })}
        </Button>
      </Form>
    </Section>
  )
}

function Repeat({ run: { runId: id, isCorrected } }: { run: RunView }) {
  const t = useT(moneyMessages)
  const [, goTo] = useLocation()
  const repeat = useCommand(
    (means: 'bank' | 'cash', idempotencyKey) =>
      post('/api/payment-runs/{id}/repeat', { id }, { means }, { idempotencyKey }),
    ({ runId }) => goTo(`/workbench/money/payments/${runId}`),
  )
  if (isCorrected) return <Notice kind="info">{t('corrected')}</Notice>
  return (
    <Section title={t('repeat')}>
      <p className="soft">{t('repeatHint')}</p>
      <ProblemNotice error={repeat.error} />
      <ButtonRow>
        <Button busy={repeat.isPending} onClick={() => repeat.mutate('bank')}>
          {t('repeatBank')}
        </Button>
        <Button busy={repeat.isPending} onClick={() => repeat.mutate('cash')}>
          {t('repeatCash')}
        </Button>
      </ButtonRow>
    </Section>
  )
}

function Lines({ lines }: { lines: readonly RunLine[] }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  const columns: readonly Column<RunLine>[] = [
    { key: 'payee', title: t('payee'), cell: ({ no, payeeName }) => `${no} ${payeeName}` },
    { key: 'place', title: t('place'), cell: ({ place }) => place },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
    {
      key: 'amount',
      title: t('amount'),
      cell: ({ amountFen }) => format.money(amountFen),
      numeric: true,
    },
    {
      key: 'state',
      title: t('stateColumn'),
      cell: ({ state, failure }) => (
        <>
          <StateBadge tone={paymentTones[state]}>{t(`payment_${state}`)}</StateBadge> {failure}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('payments')}
      columns={columns}
      rows={lines}
      rowKey={({ no }) => String(no)}
    />
  )
}
