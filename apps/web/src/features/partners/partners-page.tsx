import { partnerKindsMessages, type Result } from '@azalea/client'
import { TruckIcon } from '@phosphor-icons/react/dist/csr/Truck'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ShownCode } from '../../ui/shown-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { partnersMessages } from './messages.ts'

type Partners = Result<'/api/partners'>
type Partner = Partners['items'][number]
type Capture = Partner['captures'][number]

/** Who tells what becomes of packs: their keys, what they told of late, and what was wrong with it. */
export function PartnersPage() {
  const t = useT(partnersMessages)
  const partners = useAnswer('/api/partners')
  const mayKeep = useMayKeep()
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {mayKeep && (
        <ButtonRow>
          <LinkButton kind="primary" to="/workbench/partners/new">
            {t('add')}
          </LinkButton>
        </ButtonRow>
      )}
      {partners.isPending && <Skeleton count={5} />}
      {partners.isError && (
        <ErrorState error={partners.error} onRetry={() => void partners.refetch()} />
      )}
      {partners.data !== undefined && <Loaded partners={partners.data} />}
    </Page>
  )
}

function useMayKeep(): boolean {
  const { session } = useSession()
  return hasRole(session, ['committee'])
}

function Loaded({ partners: { address, items } }: { partners: Partners }) {
  const t = useT(partnersMessages)
  if (items.length === 0)
    return <EmptyState icon={TruckIcon} title={t('none')} hint={t('noneHint')} />
  return (
    <>
      <p className="soft">{t('theirWord')}</p>
      {address === null ? (
        <Notice kind="waiting">{t('noAddress')}</Notice>
      ) : (
        <>
          <p>{t('sendTo')}</p>
          <ShownCode>{`${address}/capture`}</ShownCode>
        </>
      )}
      {items.map((partner) => (
        <OnePartner key={partner.partnerId} partner={partner} />
      ))}
    </>
  )
}

function OnePartner({ partner }: { partner: Partner }) {
  const t = useT(partnersMessages)
  const kinds = useT(partnerKindsMessages)
  const format = useFormat()
  const mayKeep = useMayKeep()
  const { name, kind, addedOn, endedAt, events, captures } = partner
  return (
    <Section title={name}>
      <p className="soft">
        {kinds(`partner_${kind}`)} · {t('since', { day: format.day(addedOn) })}{' '}
        <StateBadge tone={endedAt === null ? 'done' : 'past'}>
          {t(endedAt === null ? 'standing' : 'ended')}
        </StateBadge>
      </p>
      {captures.length === 0 && <p className="soft">{t('latestNone')}</p>}
      {events.length > 0 && (
        <>
          <h3>{t('latest')}</h3>
          <List label={t('latest')}>
            {events.map((event) => (
              <ListRow
                key={event.toldId}
                title={t(`step_${event.step ?? 'none'}`)}
                note={
                  <>
                    <span>
                      <When at={event.happenedAt} /> · {t('packs', { count: event.packCount })}
                    </span>
                    {event.isDeclaredWrong && <span>{t('takenBack')}</span>}
                  </>
                }
              />
            ))}
          </List>
        </>
      )}
      {captures.length > 0 && (
        <>
          <h3>{t('sent')}</h3>
          <List label={t('sent')}>
            {captures.map((capture) => (
              <SentRow key={capture.captureId} capture={capture} />
            ))}
          </List>
        </>
      )}
      {mayKeep && endedAt === null && <Doings partner={partner} />}
    </Section>
  )
}

function SentRow({ capture }: { capture: Capture }) {
  const t = useT(partnersMessages)
  const { isRunning, isRolledBack, faults } = capture
  const counts = [
    ...(isRolledBack ? [t('rolledBack')] : [t('stored', { count: capture.storedCount })]),
    ...(capture.repeatedCount > 0 ? [t('repeated', { count: capture.repeatedCount })] : []),
    ...(capture.unknownCount > 0 ? [t('unknown', { count: capture.unknownCount })] : []),
    ...(capture.faultCount > 0 ? [t('faulty', { count: capture.faultCount })] : []),
  ]
  const tone = isRunning ? 'waiting' : capture.faultCount > 0 ? 'wrong' : 'done'
  return (
    <ListRow
      title={<When at={capture.createdAt} />}
      note={
        <>
          <span>{counts.join(' · ')}</span>
          {faults.map(({ no, sentence }) => (
            <span key={no}>{t('fault', { no, sentence })}</span>
          ))}
        </>
      }
      end={
        <StateBadge tone={tone}>
          {t(isRunning ? 'running' : capture.faultCount > 0 ? 'wrong' : 'ok')}
        </StateBadge>
      }
    />
  )
}

/** What one does with a partner; the new key is shown once. */
function Doings({ partner: { partnerId: id, name } }: { partner: Partner }) {
  const t = useT(partnersMessages)
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null)
  const close = () => setAsking(null)
  const renew = useCommand(
    (_: null, idempotencyKey) =>
      post('/api/partners/{id}/key', { id }, undefined, { idempotencyKey }),
    close,
  )
  const end = useCommand(
    (_: null, idempotencyKey) =>
      post('/api/partners/{id}/end', { id }, undefined, { idempotencyKey }),
    close,
  )
  return (
    <>
      {renew.isSuccess && (
        <Notice kind="done">
          {t('keyOnce')}
          <ShownCode>{renew.data.key}</ShownCode>
        </Notice>
      )}
      <ButtonRow>
        <Button onClick={() => setAsking('renew')}>{t('renew')}</Button>
        <Button onClick={() => setAsking('end')}>{t('end')}</Button>
      </ButtonRow>
      <Dialog open={asking === 'renew'} onClose={close} title={t('renew')}>
        <p>{t('renewMeans')}</p>
        <ProblemNotice error={renew.error} />
        <ButtonRow>
          <Button kind="primary" busy={renew.isPending} onClick={() => renew.mutate(null)}>
            {t('renewSure')}
          </Button>
          <Button onClick={close}>{t('keep')}</Button>
        </ButtonRow>
      </Dialog>
      <Dialog open={asking === 'end'} onClose={close} title={t('end')}>
        <p>{t('endMeans', { name })}</p>
        <ProblemNotice error={end.error} />
        <ButtonRow>
          <Button kind="primary" busy={end.isPending} onClick={() => end.mutate(null)}>
            {t('endSure')}
          </Button>
          <Button onClick={close}>{t('keep')}</Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
