import { DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day } from '../../ui/when.tsx'
import { deskMessages } from './desk-messages.ts'
import { offersMessages } from './messages.ts'
import { turnTones, useQuantity, type DeskQueue } from './offer.ts'

/** Who has claimed so far. */
export function ClaimersTable({ queue: { claimers, unit } }: { queue: DeskQueue }) {
  const t = useT(deskMessages)
  const tell = useT(offersMessages)
  const say = useQuantity(unit)
  return (
    <Section title={t('claimers')}>
      {claimers.length === 0 ? (
        <p className="soft">{t('noClaimers')}</p>
      ) : (
        <DataTable
          caption={t('claimers')}
          rows={claimers}
          rowKey={({ householdId }) => householdId}
          columns={[
            {
              key: 'name',
              title: tell('nameColumn'),
              cell: ({ headName, houseNo }) => [headName, houseNo].filter(Boolean).join(' · '),
            },
            {
              key: 'wanted',
              title: t('wantedColumn'),
              numeric: true,
              cell: ({ wantedQuantity }) => say(wantedQuantity),
            },
            {
              key: 'least',
              title: t('leastColumn'),
              numeric: true,
              cell: ({ leastQuantity }) => say(leastQuantity),
            },
            {
              key: 'enteredBy',
              title: t('enteredByColumn'),
              cell: ({ enteredByName }) => enteredByName ?? '–',
            },
          ]}
        />
      )}
    </Section>
  )
}

/** The queue with names, and what put each where it is. */
export function QueueTable({ queue, lines }: { queue: DeskQueue; lines: DeskQueue['lines'] }) {
  const t = useT(deskMessages)
  const tell = useT(offersMessages)
  const format = useFormat()
  const say = useQuantity(queue.unit)
  return (
    <Section title={tell('queueTitle')}>
      <DataTable
        caption={tell('queueTitle')}
        rows={lines}
        rowKey={({ householdId }) => householdId}
        columns={[
          {
            key: 'name',
            title: tell('nameColumn'),
            cell: ({ place, headName, houseNo }) =>
              [place, headName, houseNo].filter(Boolean).join(' · '),
          },
          {
            key: 'honour',
            title: t('honourColumn'),
            numeric: true,
            cell: ({ honourHundredths }) => format.points(honourHundredths),
          },
          {
            key: 'received',
            title: t('receivedColumn'),
            numeric: true,
            cell: ({ receivedQuantity }) => say(receivedQuantity),
          },
          {
            key: 'waited',
            title: t('waitedColumn'),
            numeric: true,
            cell: ({ waitedOffers }) => waitedOffers,
          },
          {
            key: 'wanted',
            title: t('wantedColumn'),
            numeric: true,
            cell: ({ wantedQuantity }) => say(wantedQuantity),
          },
          {
            key: 'quantity',
            title: tell('quantityColumn'),
            numeric: true,
            cell: ({ quantity }) => say(quantity),
          },
          {
            key: 'due',
            title: t('dueColumn'),
            cell: ({ state, dueOn }) =>
              state === 'called' && dueOn !== null ? <Day day={dueOn} /> : null,
          },
          {
            key: 'state',
            title: tell('stateColumn'),
            cell: ({ state, isDisputed }) => (
              <StateBadge tone={isDisputed ? 'wrong' : turnTones[state]}>
                {isDisputed ? tell('disputed') : tell(`turn_${state}`)}
              </StateBadge>
            ),
          },
        ]}
      />
    </Section>
  )
}
