import { PaperPlaneTiltIcon } from '@phosphor-icons/react/dist/csr/PaperPlaneTilt'
import { type OutboxEntry, viewOfUnsent, waitingMessages } from '@azalea/client'
import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { outbox } from '../../app/outbox.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useSession } from '../../app/session.tsx'
import { useOutbox } from '../../app/use-outbox.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'

const tones: Record<OutboxEntry['state'], StateTone> = {
  waiting: 'waiting',
  done: 'done',
  refused: 'wrong',
}

/** What no phone's clock decides. */
const countsOnArrival: ReadonlySet<OutboxEntry['kind']> = new Set([
  'claim',
  'claim-withdrawal',
  'application',
  'lease',
])

/** What this phone still keeps for the person: waiting commands, and how the sent ones ended. */
export function WaitingPage() {
  const t = useT(waitingMessages)
  const personId = useSession().session?.person.personId
  const entries = useOutbox()
  const [error, setError] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const waits = entries.some((entry) => entry.state === 'waiting')

  const attempt = (work: () => Promise<void>) => {
    setError(null)
    setSending(true)
    work()
      .catch(setError)
      .finally(() => setSending(false))
  }

  return (
    <Page title={t('title')} lead={t('lead')} back="/me">
      <ProblemNotice error={error} />
      {entries.length === 0 ? (
        <EmptyState icon={PaperPlaneTiltIcon} title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <List label={t('title')}>
          {entries.map((entry) => (
            <Row
              key={entry.key}
              entry={entry}
              onDrop={() => attempt(() => outbox.drop(entry.key))}
            />
          ))}
        </List>
      )}
      {waits && personId !== undefined && (
        <Button
          kind="primary"
          icon={PaperPlaneTiltIcon}
          busy={sending}
          onClick={() => attempt(() => outbox.sendWaiting(personId))}
        >
          {t('sendNow')}
        </Button>
      )}
    </Page>
  )
}

function Row({ entry, onDrop }: { entry: OutboxEntry; onDrop: () => void }) {
  const t = useT(waitingMessages)
  const language = useLanguage()
  const { title, problem, drop, stateWords } = viewOfUnsent(entry, { t, language })
  return (
    <ListRow
      title={title}
      note={
        <>
          <When at={entry.occurredAt} />
          {countsOnArrival.has(entry.kind) && <span>{t('arrival')}</span>}
          {problem !== null && <span>{problem}</span>}
        </>
      }
      end={
        <>
          <StateBadge tone={tones[entry.state]}>{stateWords}</StateBadge>
          <Button kind="quiet" onClick={onDrop} label={`${drop} · ${title}`}>
            {drop}
          </Button>
        </>
      }
    />
  )
}
