import { useParams } from 'wouter'
import { apiUrl } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { roundMessages } from './messages.ts'
import type { Statement } from './rounds.ts'

/** What one's household is paid for a round, weigh-in by weigh-in. */
export function StatementPage() {
  const t = useT(roundMessages)
  const { id = '' } = useParams()
  const statement = useAnswer('/api/round-settlements/{id}/mine', { id })
  const { data } = statement
  const title =
    data === undefined ? t('statements') : t('statementTitle', { title: data.roundTitle })
  return (
    <Page title={title} back="/rounds">
      {statement.isPending && <Skeleton count={5} />}
      {statement.isError && (
        <ErrorState error={statement.error} onRetry={() => void statement.refetch()} />
      )}
      {data !== undefined && <Loaded statement={data} id={id} />}
    </Page>
  )
}

type Line = Statement['lines'][number]

function Loaded({ statement, id }: { statement: Statement; id: string }) {
  const t = useT(roundMessages)
  const format = useFormat()
  const { lines, deductions, roundFen, settledFen, carriedFen, paidFen, means } = statement
  const columns: readonly Column<Line>[] = [
    { key: 'at', title: t('weighedAt'), cell: ({ at }) => at.replace('T', ' ') },
    { key: 'lot', title: t('lotShort'), cell: ({ lotNumber }) => lotNumber },
    { key: 'grade', title: t('grade'), cell: ({ grade }) => t(`grade_${grade}`) },
    {
      key: 'net',
      title: t('netIn', { unit: t(`unit_${statement.unit}`) }),
      cell: ({ netGrams }) => format.weight(netGrams, statement.unit),
      numeric: true,
    },
    { key: 'price', title: t('unitPrice'), cell: ({ fen }) => format.money(fen), numeric: true },
    {
      key: 'amount',
      title: t('amount'),
      cell: ({ amountFen }) => format.money(amountFen),
      numeric: true,
    },
  ]
  const gross = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const facts = [
    { label: t('total'), value: format.money(gross) },
    ...deductions.map(({ name, amountFen }) => ({
      label: name,
      value: format.money(-amountFen),
    })),
    { label: t('worth'), value: format.money(roundFen) },
    { label: t('before'), value: settledFen === 0 ? null : format.money(settledFen) },
    { label: t('carried'), value: carriedFen === 0 ? null : format.money(-carriedFen) },
  ]
  return (
    <>
      <Stats>
        <Stat
          label={t('paid')}
          value={format.money(paidFen)}
          note={t(`means_${means}`, { ends: statement.accountEnds })}
        />
      </Stats>
      <DataTable
        caption={t('myWeighIns')}
        columns={columns}
        rows={lines}
        rowKey={({ no }) => String(no)}
      />
      <Facts facts={facts} />
      <p>
        <a href={apiUrl('/api/round-settlements/{id}/mine.pdf', { id })}>{t('pdf')}</a>
      </p>
    </>
  )
}
