import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { apiUrl } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stars } from '../../ui/stars.tsx'
import { Span, Until, When } from '../../ui/when.tsx'
import { CheckForm } from './check-form.tsx'
import { spotChecksMessages } from './messages.ts'
import { checkers, type CheckAnswer } from './spot-check.ts'
import './spot-checks.css'

/** One spot check, on the phone at the place; afterwards what others had given. */
export function CheckPage() {
  const t = useT(spotChecksMessages)
  const { id = '' } = useParams()
  const check = useAnswer('/api/spot-checks/{id}', { id })
  if (check.isSuccess) return <Shown check={check.data} />
  return (
    <Page title={t('title')} back="/workbench/spot-checks">
      {check.isPending && <Skeleton of="text" count={4} />}
      {check.isError && <ErrorState error={check.error} onRetry={() => void check.refetch()} />}
    </Page>
  )
}

function Shown({ check }: { check: CheckAnswer }) {
  const t = useT(spotChecksMessages)
  const { session } = useSession()
  const { label, place, startsAt, endsAt, dueAt, state, canCheck } = check
  const isChecker = hasRole(session, checkers)
  return (
    <Page title={t('checkTitle', { label })} back="/workbench/spot-checks">
      <Facts
        facts={[
          { label: t('where'), value: place },
          {
            label: t('when'),
            value: startsAt !== null && endsAt !== null && <Span from={startsAt} to={endsAt} />,
          },
          { label: t('until'), value: state === 'made' ? null : <Until at={dueAt} /> },
        ]}
      />
      {state === 'made' && <Found check={check} />}
      {state !== 'made' && isChecker && canCheck.ok && <CheckForm check={check} />}
      {state !== 'made' && (!isChecker || !canCheck.ok) && (
        <Notice kind="waiting">
          {isChecker && canCheck.sentence !== null ? canCheck.sentence : t(`state_${state}`)}
        </Notice>
      )}
      <p>
        <LinkButton kind="quiet" to={`/workbench/spot-draws/${check.drawId}`}>
          {t('toDraw')}
        </LinkButton>
      </p>
    </Page>
  )
}

function Found({ check }: { check: CheckAnswer }) {
  const t = useT(spotChecksMessages)
  const { score, words, photoFileId, checkedAt, leaderScores } = check
  return (
    <>
      <Section title={t('found')}>
        <p className="row">
          <Stars mean={score} /> {checkedAt !== null && <When at={checkedAt} />}
        </p>
        {words !== null && <p>{words}</p>}
        {photoFileId !== null && (
          <img
            className="spot-photo"
            src={apiUrl('/api/photos/{fileId}', { fileId: photoFileId })}
            alt={t('photo')}
          />
        )}
      </Section>
      {leaderScores !== null && (
        <Section title={t('leaderGave')}>
          <List label={t('leaderGave')}>
            {leaderScores.map(({ name, score: given }, no) => (
              <ListRow
                key={`${no} ${name}`}
                title={name === null ? t('erased') : <PersonName name={name} />}
                value={given === null ? t('leaderNotYet') : t('score', { count: given })}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
