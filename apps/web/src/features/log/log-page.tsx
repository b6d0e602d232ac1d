import { ApiProblem, type Answer } from '@azalea/client'
import { BookIcon } from '@phosphor-icons/react/dist/csr/Book'
import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye'
import { SealCheckIcon } from '@phosphor-icons/react/dist/csr/SealCheck'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useNow } from '../../app/use-now.ts'
import { useSession } from '../../app/session.tsx'
import { useWitnessName } from '../../ui/log-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { logStateOf } from './log-state.ts'
import { logMessages } from './messages.ts'

type LogHealth = Answer<'/api/workbench/log'>
type Witness = LogHealth['witnesses'][number]

/** The server asks its witnesses this often. */
const LOOK_AGAIN_MILLISECONDS = 20_000

/** How the log is, as the server says: for those who must have it mended. */
export function LogPage() {
  const t = useT(logMessages)
  const { session } = useSession()
  const log = useAnswer(
    '/api/workbench/log',
    {},
    {
      refetchInterval: LOOK_AGAIN_MILLISECONDS,
    },
  )
  const isMissing = log.error instanceof ApiProblem && log.error.status === 404
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {log.isPending && <Skeleton count={4} />}
      {isMissing && <EmptyState icon={BookIcon} title={t('none')} hint={t('noneHint')} />}
      {log.isError && !isMissing && (
        <ErrorState error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.isSuccess && (
        <>
          <Health log={log.data} />
          <div className="row">
            <LinkButton icon={SealCheckIcon} to={`/verify/${session?.village.villageId ?? ''}`}>
              {t('verify')}
            </LinkButton>
          </div>
          <Published log={log.data} />
          <Witnesses log={log.data} />
        </>
      )}
    </Page>
  )
}

function Health({ log }: { log: LogHealth }) {
  const t = useT(logMessages)
  const state = logStateOf(log, useNow())
  switch (state.kind) {
    case 'alarm':
      return <Alarm alarm={state.alarm} detail={log.alarmDetail} />
    case 'late':
      return (
        <Notice kind="wrong">
          <Sentence text={t('late')} at={state.at} />
        </Notice>
      )
    case 'unpublished':
    case 'unwatched':
      return <Notice kind="waiting">{t(state.kind)}</Notice>
    case 'absent':
    case 'unseen':
      return <Notice kind="waiting">{t(state.kind, { count: state.count })}</Notice>
    case 'fine':
      return <Notice kind="done">{t('fine', { count: state.count })}</Notice>
  }
}

function Alarm({
  alarm: { kind, since },
  detail,
}: {
  alarm: NonNullable<LogHealth['alarm']>
  detail: string | null
}) {
  const t = useT(logMessages)
  return (
    <>
      <Notice kind="wrong">
        {t(`alarm_${kind}`)} <Sentence text={t('alarmSince')} at={since} />
      </Notice>
      {detail !== null && (
        <details>
          <summary>{t('alarmDetail')}</summary>
          <code>{detail}</code>
        </details>
      )}
    </>
  )
}

function Published({ log }: { log: LogHealth }) {
  const t = useT(logMessages)
  const format = useFormat()
  const { published, mergeDelaySeconds, origin, vkey } = log
  return (
    <Facts
      facts={[
        {
          label: t('published'),
          value:
            published === null
              ? t('notYet')
              : t('records', { count: format.number(published.size) }),
        },
        { label: t('latest'), value: published === null ? null : <When at={published.at} /> },
        { label: t('delay'), value: format.minutes(Math.ceil(mergeDelaySeconds / 60)) },
        { label: t('origin'), value: <code>{origin}</code> },
        { label: t('key'), value: <code>{vkey}</code> },
      ]}
    />
  )
}

function Witnesses({ log: { witnesses, witnessesNeeded } }: { log: LogHealth }) {
  const t = useT(logMessages)
  return (
    <Section title={t('witnesses')}>
      <p className="soft">
        {witnesses.length === 0 ? t('nobodyAsked') : t('needed', { count: witnessesNeeded })}
      </p>
      <List label={t('witnesses')}>
        {witnesses.map((witness) => (
          <WitnessRow key={witness.name} witness={witness} />
        ))}
      </List>
    </Section>
  )
}

const tones = { seen: 'done', unseen: 'waiting', gone: 'wrong' } as const satisfies Record<
  string,
  StateTone
>

function WitnessRow({ witness }: { witness: Witness }) {
  const t = useT(logMessages)
  const nameOf = useWitnessName()
  const { name, url, seenAt, absentSince } = witness
  const state = stateOf(witness)
  return (
    <ListRow
      lead={<Icon of={EyeIcon} />}
      title={capitalised(nameOf(name))}
      note={
        <>
          {absentSince !== null && (
            <span>
              <Sentence text={t('goneSince')} at={absentSince} />
            </span>
          )}
          {absentSince === null && seenAt !== null && (
            <span>
              <Sentence text={t('seenAt')} at={seenAt} />
            </span>
          )}
          {url !== null && <span>{url}</span>}
        </>
      }
      value={<StateBadge tone={tones[state]}>{t(state)}</StateBadge>}
    />
  )
}

/** Names of witnesses are written as they stand within a sentence. */
function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function stateOf({ seenAt, absentSince }: Witness): keyof typeof tones {
  if (absentSince !== null) return 'gone'
  return seenAt === null ? 'unseen' : 'seen'
}
