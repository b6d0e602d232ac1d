import { ApiProblem, type Answer, awardsMessages, type Award } from '@azalea/client'
import { entryNumber } from '@azalea/tlog'
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { SealCheckIcon } from '@phosphor-icons/react/dist/csr/SealCheck'
import { useAnswer } from '../../app/use-answer.ts'
import { apiUrl } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { useWitnessName } from '../../ui/log-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'

/** Where an award stands in the village's log. */
type Place = Answer<'/api/awards/{id}/log-place'>

/** Since when the award is in the log and who saw it; its receipt for the one it is about. */
export function LogPlace({ award }: { award: Award }) {
  const t = useT(awardsMessages)
  const place = useAnswer('/api/awards/{id}/log-place', { id: award.awardId })
  // A village without a log has nothing to say here.
  if (place.error instanceof ApiProblem && place.error.status === 404) return null
  return (
    <Section title={t('log')}>
      {place.isPending && <Skeleton of="text" count={2} />}
      {place.isError && <ErrorState error={place.error} onRetry={() => void place.refetch()} />}
      {place.isSuccess && <Shown place={place.data} />}
      {place.data?.state === 'in_log' && <Receipt award={award} />}
    </Section>
  )
}

function Shown({ place }: { place: Place }) {
  const t = useT(awardsMessages)
  switch (place.state) {
    case 'in_log':
      return <InLog place={place} />
    case 'late':
      return <Notice kind="waiting">{t('logLate')}</Notice>
    case 'waiting':
      return place.entersOn === null ? (
        <p className="soft">{t('logWaiting')}</p>
      ) : (
        <p>
          <Sentence text={t('logEntersOn')} at={place.entersOn} as="day" />
        </p>
      )
  }
}

function InLog({ place: { since, index, witnesses } }: { place: Place }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  const nameOf = useWitnessName()
  return (
    <>
      <p className="row">
        <StateBadge tone="done">{t('logIn')}</StateBadge>
        <span>
          {since !== null && <Sentence text={t('logSince')} at={since} />}
          {index !== null && ` · ${t('logNo', { no: format.number(entryNumber(index)) })}`}
        </span>
      </p>
      {witnesses.length === 0 && <p className="soft small">{t('logUnwitnessed')}</p>}
      <details hidden={witnesses.length === 0}>
        <summary>{t('logWitnesses', { count: witnesses.length })}</summary>
        <p className="soft small">{t('logWitnessesWords')}</p>
        <ul>
          {witnesses.map(({ name, seenAt }) => (
            <li key={name}>
              {nameOf(name)} · <When at={seenAt} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** For whom the award is about, and nobody else: it opens what stands sealed in the log. */
function Receipt({ award: { awardId, person } }: { award: Award }) {
  const t = useT(awardsMessages)
  const { session } = useSession()
  if (session === null || session.person.personId !== person.personId) return null
  return (
    <div className="row">
      <LinkButton icon={SealCheckIcon} to={`/verify/${session.village.villageId}?award=${awardId}`}>
        {t('logVerify')}
      </LinkButton>
      <a
        className="button button--secondary"
        href={apiUrl('/api/awards/{id}/receipt', { id: awardId })}
        download
      >
        <Icon of={DownloadSimpleIcon} />
        {t('logReceipt')}
      </a>
    </div>
  )
}
