import { useState } from 'react'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { When } from '../../ui/when.tsx'
import { FindForm } from './find-form.tsx'
import type { Hold } from './packs.ts'
import { recallMessages } from './recall-messages.ts'

/** Recalls: finding what is in question, stopping it, and lifting it by two persons. */
export function RecallsPage() {
  const t = useT(recallMessages)
  const holds = useAnswer('/api/holds')
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench/packs">
      <FindForm />
      {holds.isPending && <Skeleton count={2} />}
      {holds.isError && <ErrorState error={holds.error} onRetry={() => void holds.refetch()} />}
      {holds.data !== undefined && <Holds holds={holds.data.items} />}
    </Page>
  )
}

function Holds({ holds }: { holds: readonly Hold[] }) {
  const t = useT(recallMessages)
  const open = holds.filter(({ liftedAt }) => liftedAt === null)
  const ended = holds.filter(({ liftedAt }) => liftedAt !== null)
  return (
    <>
      <Section title={t('open')}>
        {open.length === 0 && <p className="soft">{t('none')}</p>}
        <ul className="list" aria-label={t('open')}>
          {open.map((hold) => (
            <li key={hold.holdId} className="list__item">
              <HoldWords hold={hold} />
              <Lift hold={hold} />
            </li>
          ))}
        </ul>
      </Section>
      {ended.length > 0 && (
        <Section title={t('ended')}>
          <ul className="list" aria-label={t('ended')}>
            {ended.map((hold) => (
              <li key={hold.holdId} className="list__item">
                <HoldWords hold={hold} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function HoldWords({ hold }: { hold: Hold }) {
  const t = useT(recallMessages)
  return (
    <>
      <StateBadge tone={hold.liftedAt === null ? 'wrong' : 'past'}>{t(hold.reach)}</StateBadge>{' '}
      <strong>{hold.target}</strong>
      <br />
      {hold.because}
      <br />
      <span className="soft small">
        {t('placed', { name: hold.placedByName ?? '' })} · <When at={hold.placedAt} />
      </span>
      {hold.liftBecause !== null && (
        <p>{t('proposed', { name: hold.proposedByName ?? '', because: hold.liftBecause })}</p>
      )}
    </>
  )
}

function Lift({ hold }: { hold: Hold }) {
  const t = useT(recallMessages)
  const { session } = useSession()
  const [because, setBecause] = useState('')
  const id = hold.holdId
  const propose = useCommand((body: { because: string }, idempotencyKey) =>
    post('/api/holds/{id}/lift', { id }, body, { idempotencyKey }),
  )
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/holds/{id}/lift/confirm', { id }, {}, { idempotencyKey }),
  )
  if (hold.proposedByName === null && hold.liftBecause === null)
    return hasRole(session, ['committee', 'technician']) ? (
      <details>
        <summary>{t('propose')}</summary>
        <Form onSubmit={() => propose.mutate({ because })}>
          <TextArea label={t('liftBecause')} value={because} onChange={setBecause} />
          <ProblemNotice error={propose.error} />
          <Button submit disabled={because.trim() === ''} busy={propose.isPending}>
            {t('propose')}
          </Button>
        </Form>
      </details>
    ) : null
  if (!hasRole(session, ['committee', 'supervisor'])) return null
  if (!hold.canConfirm.ok) return <Notice>{hold.canConfirm.sentence}</Notice>
  return (
    <>
      <ProblemNotice error={confirm.error} />
      <Button busy={confirm.isPending} onClick={() => confirm.mutate(null)}>
        {t('confirm')}
      </Button>
    </>
  )
}
