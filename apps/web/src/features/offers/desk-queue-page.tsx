import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useState } from 'react'
import { useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePages } from '../../app/use-pages.ts'
import { usePrintWhole } from '../../app/use-print-whole.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { DeskClaim } from './desk-claim.tsx'
import { deskMessages } from './desk-messages.ts'
import { ClaimersTable, QueueTable } from './desk-tables.tsx'
import type { DeskQueue } from './offer.ts'
import { offerers } from './offer-roles.ts'
import { OfferTerms } from './offer-terms.tsx'
import { StandsHow } from './stands-how.tsx'
import { TurnObjections } from './turn-objections.tsx'

/** One offer at the desk: publish or cancel it, its claims or its queue with names, its objections. */
export function DeskQueuePage() {
  const t = useT(deskMessages)
  const { id = '' } = useParams()
  const pages = usePages('/api/offers/{id}/queue', { id, limit: 100 })
  const whole = usePrintWhole(pages)
  const [first] = pages.data?.pages ?? []
  return (
    <Page
      wide
      title={first?.title ?? t('deskTitle')}
      back="/workbench/offers"
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
          <Shown queue={first} lines={(pages.data?.pages ?? []).flatMap(({ lines }) => lines)} />
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

function Shown({ queue, lines }: { queue: DeskQueue; lines: DeskQueue['lines'] }) {
  const t = useT(deskMessages)
  const { session } = useSession()
  const isOfferer = hasRole(session, offerers)
  const { state, objections, canCancel, draftedByName, offerId } = queue
  return (
    <>
      <p>{queue.words}</p>
      <StandsHow offer={queue} />
      {state === 'draft' && isOfferer && <PublishPart queue={queue} />}
      {objections.length > 0 && <TurnObjections objections={objections} />}
      {state === 'published' && <ClaimersTable queue={queue} />}
      {state === 'published' && isOfferer && <DeskClaim offer={queue} />}
      {lines.length > 0 && <QueueTable queue={queue} lines={lines} />}
      <Facts facts={[{ label: t('draftedBy'), value: draftedByName }]} />
      <OfferTerms offer={queue} />
      <ButtonRow>
        {session !== null && state !== 'draft' && (
          <LinkButton to={`/v/${session.village.villageId}/offers/${offerId}`}>
            {t('asPublished')}
          </LinkButton>
        )}
        <LinkButton to={`/workbench/what-if?kind=${queue.kind}&unit=${queue.unit}`}>
          {t('whatIf')}
        </LinkButton>
      </ButtonRow>
      {canCancel.ok && isOfferer && <CancelPart offerId={offerId} />}
    </>
  )
}

function PublishPart({ queue: { offerId, canPublish } }: { queue: DeskQueue }) {
  const t = useT(deskMessages)
  const publish = useCommand((_: null, idempotencyKey) =>
    post('/api/offers/{id}/publish', { id: offerId }, undefined, { idempotencyKey }),
  )
  if (!canPublish.ok) return <Notice>{canPublish.sentence}</Notice>
  return (
    <>
      <p className="soft">{t('willPublish')}</p>
      <ProblemNotice error={publish.error} />
      <Button kind="primary" busy={publish.isPending} onClick={() => publish.mutate(null)}>
        {t('publish')}
      </Button>
    </>
  )
}

function CancelPart({ offerId }: { offerId: string }) {
  const t = useT(deskMessages)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const cancel = useCommand((body: { reason: string }, idempotencyKey) =>
    post('/api/offers/{id}/cancel', { id: offerId }, body, { idempotencyKey }),
  )
  const said = reason.trim()
  return (
    <Section title={t('cancel')}>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (said !== '') cancel.mutate({ reason: said })
        }}
      >
        <TextArea
          label={t('cancelReason')}
          error={isAsked && said === '' ? t('cancelMissing') : undefined}
          value={reason}
          maxLength={200}
          onChange={setReason}
        />
        <ProblemNotice error={cancel.error} />
        <Button submit busy={cancel.isPending}>
          {t('cancel')}
        </Button>
      </Form>
    </Section>
  )
}
