import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { usePages } from '../../app/use-pages.ts'
import { usePrintWhole } from '../../app/use-print-whole.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useOnPaper } from '../../ui/use-on-paper.ts'
import { Day } from '../../ui/when.tsx'
import { offersMessages } from './messages.ts'
import { turnTones, turnWords, useQuantity, type PublicQueue } from './offer.ts'
import { OfferTerms } from './offer-terms.tsx'
import { useOfferT } from './person-words.ts'
import { shortQueue } from './short-queue.ts'
import { StandsHow } from './stands-how.tsx'

/** A queue as it is published: places, masked names, and all it takes to work it out again. */
export function PublicQueuePage() {
  const t = useT(offersMessages)
  const { villageId = '', id = '' } = useParams()
  const pages = usePages('/api/villages/{villageId}/offers/{id}/queue', {
    villageId,
    id,
    limit: 100,
  })
  const whole = usePrintWhole(pages)
  const [isWhole, setWhole] = useState(false)
  const [first] = pages.data?.pages ?? []
  return (
    <Page
      wide
      title={first?.title ?? t('queueTitle')}
      back={`/v/${villageId}/offers`}
      actions={
        <Button icon={PrinterIcon} busy={whole.isReading} onClick={whole.print}>
          {t('print')}
        </Button>
      }
    >
      {pages.isPending && <Skeleton count={6} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {first !== undefined && (
        <>
          <p>{first.words}</p>
          <StandsHow offer={first} />
          {first.state === 'published' && <Notice>{t('waitsForClose')}</Notice>}
          <Lines
            queue={first}
            lines={pages.data?.pages.flatMap(({ lines }) => lines) ?? []}
            isWhole={isWhole}
            onWhole={() => setWhole(true)}
          />
          {isWhole && pages.hasNextPage && (
            <Pager
              hasMore
              loading={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          )}
          <OfferTerms offer={first} dated />
          <Verify queue={first} />
        </>
      )}
    </Page>
  )
}

interface LinesProps {
  queue: PublicQueue
  lines: PublicQueue['lines']
  isWhole: boolean
  onWhole: () => void
}

/** The places: of a long queue the first and one's own, until all are asked for. */
function Lines({ queue, lines, isWhole, onWhole }: LinesProps) {
  const t = useOfferT(queue.claimant)
  const format = useFormat()
  const say = useQuantity(queue.unit)
  const ownPlace = useOwnPlace(queue.offerId)
  const isOnPaper = useOnPaper()
  if (lines.length === 0) return null
  // While turns go on nothing is left yet that nobody took.
  const leftIs = queue.state === 'settled' || queue.leftQuantity !== 0 ? queue.leftQuantity : null
  const shown = isWhole || isOnPaper ? lines : shortQueue(lines, ownPlace)
  return (
    <Section title={t('queueTitle')}>
      <DataTable
        brief
        caption={t('queueTitle')}
        rows={shown}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            key: 'place',
            title: t(queue.publishes === 'masked_names' ? 'placeNameColumn' : 'placeColumn'),
            cell: ({ place, name, groupName }) =>
              [format.number(place), place === ownPlace ? t('ownPlace') : name, groupName]
                .filter((one) => one !== null)
                .join(' · '),
          },
          {
            key: 'quantity',
            title: t('quantityColumn'),
            numeric: true,
            cell: ({ quantity }) => say(quantity),
          },
          {
            key: 'state',
            title: t('stateColumn'),
            cell: ({ state, isDisputed }) => (
              <StateBadge tone={isDisputed ? 'wrong' : turnTones[state]}>
                {isDisputed ? t('disputed') : t(turnWords(state, queue.state))}
              </StateBadge>
            ),
          },
        ]}
      />
      {shown.length < lines.length && (
        <Button onClick={onWhole}>{t('showAll', { count: queue.claims })}</Button>
      )}
      <Facts
        facts={[
          { label: t('left'), value: leftIs === null ? null : say(leftIs) },
          { label: t('keptShare'), value: queue.floorQuantity ? say(queue.floorQuantity) : null },
          {
            label: t('keptShareTaken'),
            value:
              queue.floorQuantity && queue.keptTakenQuantity !== null
                ? say(queue.keptTakenQuantity)
                : null,
          },
        ]}
      />
    </Section>
  )
}

/** Where the reader or their household stands, if they belong to the village. */
function useOwnPlace(offerId: string): number | null {
  const { villageId } = useParams()
  const { session } = useSession()
  const isHere = session !== null && session.village.villageId === villageId
  const offer = useAnswer('/api/offers/{id}', { id: offerId }, { enabled: isHere })
  return offer.data?.ownTurn?.place ?? null
}

function Verify({ queue }: { queue: PublicQueue }) {
  const t = useT(offersMessages)
  if (queue.queueHash === null) return null
  return (
    <details>
      <summary>{t('verify')}</summary>
      <div className="stack">
        <p>{t('verifyHow')}</p>
        <Facts
          facts={[
            {
              label: t('honourThrough'),
              value: queue.honourThrough && <Day day={queue.honourThrough} />,
            },
            { label: t('listHash'), value: <code>{queue.queueHash}</code> },
            {
              label: t('checkpoint'),
              value: queue.checkpoint && <code>{queue.checkpoint}</code>,
            },
          ]}
        />
      </div>
    </details>
  )
}
