import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useDesktop } from '../../ui/use-desktop.ts'
import { useOnPaper } from '../../ui/use-on-paper.ts'
import { Day } from '../../ui/when.tsx'
import { deskMessages } from './desk-messages.ts'
import { turnTones, turnWords, useQuantity, type DeskQueue } from './offer.ts'
import { useOfferT } from './person-words.ts'
import { shortQueue } from './short-queue.ts'

/** Who has claimed so far. */
export function ClaimersTable({ queue: { claimers, claimant, unit } }: { queue: DeskQueue }) {
  const t = useT(deskMessages)
  const tell = useOfferT(claimant)
  const say = useQuantity(unit)
  return (
    <Section title={tell('claims')}>
      {claimers.length === 0 ? (
        <p className="soft">{t('noClaimers')}</p>
      ) : (
        <DataTable
          caption={tell('claims')}
          rows={claimers}
          rowKey={({ holderId }) => holderId}
          columns={[
            {
              key: 'name',
              title: tell('nameColumn'),
              cell: ({ name, houseNo }) => [name, houseNo].filter(Boolean).join(' · '),
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
  const tell = useOfferT(queue.claimant)
  const format = useFormat()
  const say = useQuantity(queue.unit)
  const isDesktop = useDesktop()
  const isOnPaper = useOnPaper()
  const [isWhole, setWhole] = useState(false)
  const shown = isDesktop || isOnPaper || isWhole ? lines : shortQueue(lines, null)
  return (
    <Section title={tell('queueTitle')}>
      <DataTable
        caption={tell('queueTitle')}
        rows={shown}
        rowKey={({ holderId }) => holderId}
        columns={[
          {
            key: 'name',
            title: tell('nameColumn'),
            cell: ({ place, name, houseNo }) => [place, name, houseNo].filter(Boolean).join(' · '),
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
            cell: (line) => <TurnState line={line} offer={queue} />,
          },
        ]}
      />
      {shown.length < lines.length && (
        <Button onClick={() => setWhole(true)}>{tell('showAll', { count: queue.claims })}</Button>
      )}
    </Section>
  )
}

/** How a turn stands, and who entered the answer for its holder. */
function TurnState({
  line: { state, isDisputed, enteredByName },
  offer,
}: {
  line: DeskQueue['lines'][number]
  offer: Pick<DeskQueue, 'claimant' | 'state'>
}) {
  const tell = useOfferT(offer.claimant)
  return (
    <>
      <StateBadge tone={isDisputed ? 'wrong' : turnTones[state]}>
        {isDisputed ? tell('disputed') : tell(turnWords(state, offer.state))}
      </StateBadge>
      {enteredByName !== null && (
        <p className="soft small">{tell('answerEnteredBy', { name: enteredByName })}</p>
      )}
    </>
  )
}
