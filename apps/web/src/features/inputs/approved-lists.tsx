import { amountWords } from '@azalea/produce-rules'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { inputDeskMessages } from './desk-messages.ts'
import type { ListRow, Product } from './inputs.ts'

const tones: Record<ListRow['state'], StateTone> = {
  proposed: 'waiting',
  published: 'done',
  dropped: 'past',
}

/** Lists with every line of theirs, as a second person reads them before they are published. */
export function ApprovedLists() {
  const t = useT(inputDeskMessages)
  const lists = useAnswer('/api/approved-lists')
  return (
    <Section title={t('lists')}>
      {lists.isPending && <Skeleton count={2} />}
      {lists.isError && <ErrorState error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.data?.items.length === 0 && <p className="soft">{t('listsNone')}</p>}
      <ul className="list" aria-label={t('lists')}>
        {lists.data?.items.map((row) => (
          <ListLine key={row.listId} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function ListLine({ row }: { row: ListRow }) {
  const t = useT(inputDeskMessages)
  const format = useFormat()
  const [isShown, setShown] = useState(row.state === 'proposed')
  const { listId: id, state, edition, inForceFrom, canConfirm, proposedByName } = row
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/approved-lists/{id}/confirm', { id }, undefined, { idempotencyKey }),
  )
  const drop = useCommand((_: null, idempotencyKey) =>
    post('/api/approved-lists/{id}/drop', { id }, undefined, { idempotencyKey }),
  )
  return (
    <li className="stack list__item">
      <div className="list__item-head">
        <strong>{edition === null ? t('proposedList') : t('edition', { edition })}</strong>
        <StateBadge tone={tones[state]}>{t(`state_${state}`)}</StateBadge>
      </div>
      <p className="soft">
        {t('proposedBy', { name: proposedByName ?? '—', day: format.when(row.proposedAt) })}
        {inForceFrom !== null && (
          <>
            <br />
            {t('from', { day: format.day(inForceFrom) })}
          </>
        )}
      </p>
      {isShown ? <Lines id={id} title={t('lists')} /> : null}
      {state === 'proposed' && !canConfirm.ok && <p className="soft">{canConfirm.sentence}</p>}
      <ProblemNotice error={confirm.error ?? drop.error} />
      <ButtonRow>
        {!isShown && (
          <Button kind="quiet" onClick={() => setShown(true)}>
            {t('show')}
          </Button>
        )}
        {state === 'proposed' && canConfirm.ok && (
          <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate(null)}>
            {t('confirm')}
          </Button>
        )}
        {state === 'proposed' && (
          <Button kind="quiet" busy={drop.isPending} onClick={() => drop.mutate(null)}>
            {t('drop')}
          </Button>
        )}
      </ButtonRow>
    </li>
  )
}

function Lines({ id, title }: { id: string; title: string }) {
  const list = useAnswer('/api/approved-lists/{id}', { id })
  if (list.data === undefined) return <Skeleton count={3} />
  return <ProductTable title={title} products={list.data.uses} />
}

/** The lines of a list: what, on which crops, how much and how long before a harvest. */
export function ProductTable({ title, products }: { title: string; products: readonly Product[] }) {
  const t = useT(inputDeskMessages)
  const language = useLanguage()
  const dose = ({ unit, leastPerMu, mostPerMu }: Product) =>
    [leastPerMu, mostPerMu]
      .map((thousandths) => amountWords({ unit, thousandths })[language])
      .join('–')
  return (
    <DataTable
      caption={title}
      rows={products}
      rowKey={({ registrationNumber, crops }) => `${registrationNumber} ${crops.join(' ')}`}
      columns={[
        {
          key: 'product',
          title: t('product'),
          cell: ({ name, registrationNumber }) => `${name} ${registrationNumber}`,
        },
        { key: 'crops', title: t('crops'), cell: ({ crops }) => crops.join(t('between')) },
        { key: 'perMu', title: t('perMu'), cell: dose },
        {
          key: 'uses',
          title: t('uses'),
          cell: ({ mostUses }) => (mostUses === null ? '—' : t('times', { count: mostUses })),
        },
        {
          key: 'days',
          title: t('days'),
          cell: ({ preHarvestDays }) => t('daysOf', { count: preHarvestDays }),
        },
        { key: 'source', title: t('source'), cell: ({ source }) => source },
      ]}
    />
  )
}
