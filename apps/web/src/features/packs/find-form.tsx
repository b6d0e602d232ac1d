import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { When } from '../../ui/when.tsx'
import { reaches, type Reach, type Reached } from './packs.ts'
import { recallMessages } from './recall-messages.ts'

interface Asked {
  reach: Reach
  target: string
}

/** Finds which packs are in question and whom to telephone, and recalls them. */
export function FindForm() {
  const t = useT(recallMessages)
  const lots = useAnswer('/api/harvest-lots')
  const [reach, setReach] = useState<Reach>('pack')
  const [target, setTarget] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const plots = new Map(lots.data?.lots.map(({ plotId, plotLabel }) => [plotId, plotLabel ?? '']))
  return (
    <Section title={t('reach')}>
      <Form onSubmit={() => setAsked({ reach, target: target.trim() })}>
        <SelectField
          label={t('reach')}
          value={reach}
          options={reaches.map((one) => ({ value: one, label: t(one) }))}
          onChange={(one) => {
            setReach(one)
            setTarget('')
          }}
        />
        {reach === 'plot' ? (
          <SelectField
            label={t('plot')}
            placeholder={t('choose')}
            value={target}
            options={[...plots].map(([value, label]) => ({ value, label }))}
            onChange={setTarget}
          />
        ) : (
          <TextField label={t(`targetOf_${reach}`)} value={target} onChange={setTarget} />
        )}
        <Button submit disabled={target.trim() === ''}>
          {t('find')}
        </Button>
      </Form>
      {asked !== null && <Found key={`${asked.reach} ${asked.target}`} asked={asked} />}
    </Section>
  )
}

function Found({ asked }: { asked: Asked }) {
  const t = useT(recallMessages)
  const [because, setBecause] = useState('')
  const { reach, target } = asked
  const reached = useAnswer('/api/recalls', { reach, target }, { retry: false })
  const recall = useCommand((body: Asked & { because: string }, idempotencyKey) =>
    post('/api/holds', {}, body, { idempotencyKey }),
  )
  if (reached.isPending) return <Skeleton count={3} />
  if (reached.isError)
    return <ErrorState error={reached.error} onRetry={() => void reached.refetch()} />
  return (
    <>
      <ReachedWords reached={reached.data} />
      <Customers asked={asked} />
      {recall.isSuccess ? (
        <Notice kind="done">{t('recalled')}</Notice>
      ) : (
        <Form onSubmit={() => recall.mutate({ ...asked, because })}>
          <TextArea label={t('because')} value={because} onChange={setBecause} />
          <ProblemNotice error={recall.error} />
          <Button submit kind="primary" disabled={because.trim() === ''} busy={recall.isPending}>
            {t('recall')}
          </Button>
        </Form>
      )}
    </>
  )
}

/** Who of the city has something of it: to be telephoned first. */
function Customers({ asked }: { asked: Asked }) {
  const t = useT(recallMessages)
  const sold = useAnswer('/api/market/recalled-orders', { ...asked }, { retry: false })
  if (sold.data === undefined || sold.data.items.length === 0) return null
  return (
    <DataTable
      caption={t('customers')}
      rows={sold.data.items}
      rowKey={({ number }) => number}
      columns={[
        { key: 'order', title: t('order'), cell: ({ number }) => number },
        { key: 'name', title: t('customer'), cell: ({ name }) => name ?? t('atTill') },
        {
          key: 'phone',
          title: t('phone'),
          cell: ({ phone }) =>
            phone === null ? t('noPhone') : <a href={`tel:${phone}`}>{phone}</a>,
        },
        { key: 'packs', title: t('packs'), cell: ({ packs }) => packs.join(' ') },
      ]}
    />
  )
}

function ReachedWords({ reached }: { reached: Reached }) {
  const t = useT(recallMessages)
  const format = useFormat()
  const { packCount, packingCount, lotCount, packings, growers } = reached
  return (
    <>
      <p>
        <strong>{packCount === 0 ? t('foundNone') : t('found', { count: packCount })}</strong> ·{' '}
        {t('foundIn', { packings: packingCount, lots: lotCount })}
      </p>
      {packings.length < packingCount && (
        <p className="soft">{t('latest', { count: packings.length })}</p>
      )}
      {packings.length > 0 && (
        <DataTable
          caption={t('packs')}
          rows={packings}
          rowKey={({ packingId }) => packingId}
          columns={[
            { key: 'packing', title: t('packing'), cell: ({ number }) => number },
            { key: 'crop', title: t('crop'), cell: ({ crop }) => crop },
            {
              key: 'packedAt',
              title: t('packedAt'),
              cell: ({ packedAt }) => <When at={packedAt} />,
            },
            {
              key: 'packs',
              title: t('packs'),
              cell: (one) => format.number(one.packCount),
              numeric: true,
            },
            {
              key: 'kg',
              title: t('kg'),
              cell: ({ netGrams }) => format.weight(netGrams),
              numeric: true,
            },
          ]}
        />
      )}
      {growers.length > 0 && (
        <DataTable
          caption={t('growers')}
          rows={growers}
          rowKey={({ name, phone }) => `${name ?? ''} ${phone ?? ''}`}
          columns={[
            { key: 'name', title: t('grower'), cell: ({ name }) => name ?? '—' },
            { key: 'plots', title: t('plots'), cell: ({ plotLabels }) => plotLabels.join(' ') },
            {
              key: 'phone',
              title: t('phone'),
              cell: ({ phone }) =>
                phone === null ? t('noPhone') : <a href={`tel:${phone}`}>{phone}</a>,
            },
          ]}
        />
      )}
    </>
  )
}
