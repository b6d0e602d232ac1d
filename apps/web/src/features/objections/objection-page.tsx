import { useState, type ReactNode } from 'react'
import { useLocation, useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useAddress, useBeside } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { PassOn } from '../../app/pass-on.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Desk } from '../../ui/desk.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Day, When } from '../../ui/when.tsx'
import { AnswerForm } from './answer-form.tsx'
import { objectionsMessages } from './messages.ts'
import { ObjectionList } from './objection-list.tsx'
import { ObjectionStanding } from './objection-row.tsx'
import { objectionStates, type Objection, type ObjectionState } from './objection.ts'
import './objections.css'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** One objection: against what, what is said, what became of it; and for who may, the answer. */
export function ObjectionPage() {
  const t = useT(objectionsMessages)
  const { id = '' } = useParams()
  const [path] = useLocation()
  const isWork = path.startsWith('/workbench')
  const beside = useBeside()
  const tab = useAddress().get('tab')
  const [answered, setAnswered] = useState<string | null>(null)
  const isAnswered = answered === id
  const objection = useAnswer('/api/objections/{id}', { id })
  const { data } = objection
  return (
    <Page
      title={t('objection')}
      step={isAnswered ? `${id} answered` : id}
      wide={isWork}
      back={isWork ? beside('/workbench/objections') : '/me/objections'}
      {...(data === undefined ? {} : { lead: <ObjectionStanding objection={data} /> })}
    >
      <Beside
        isWork={isWork}
        id={id}
        state={objectionStates.find((one) => one === tab) ?? data?.state}
      >
        {objection.isPending && <Skeleton of="text" count={5} />}
        {objection.isError && (
          <ErrorState error={objection.error} onRetry={() => void objection.refetch()} />
        )}
        {isAnswered && <Notice kind="done">{t('answeredNow')}</Notice>}
        {data !== undefined && (
          <Shown objection={data} isWork={isWork} onAnswered={() => setAnswered(id)} />
        )}
      </Beside>
    </Page>
  )
}

/** At work the list stays beside what was chosen from it. */
function Beside({
  isWork,
  id,
  state,
  children,
}: {
  isWork: boolean
  id: string
  state: ObjectionState | undefined
  children: ReactNode
}) {
  if (!isWork) return <>{children}</>
  return (
    <Desk list={state !== undefined && <ObjectionList state={state} shownId={id} />}>
      {children}
    </Desk>
  )
}

function Shown({
  objection,
  isWork,
  onAnswered,
}: {
  objection: Objection
  isWork: boolean
  onAnswered: () => void
}) {
  const t = useT(objectionsMessages)
  const { award, words, answer, canAnswer, state } = objection
  const awardPath = `${isWork ? '/workbench' : ''}/awards/`
  return (
    <>
      <Section title={t('said')}>
        {words === null ? (
          <p className="soft">{t('erased')}</p>
        ) : (
          <blockquote className="objection-words">{words}</blockquote>
        )}
        <ObjectionFacts objection={objection} />
        {award.mayOpen && (
          <LinkButton to={`${awardPath}${award.awardId}`}>{t('seeAward')}</LinkButton>
        )}
      </Section>
      {answer !== null && (
        <Answer
          answer={answer}
          from={award.pointsHundredths}
          newAwardAt={award.mayOpen ? awardPath : null}
        />
      )}
      {state === 'open' && !canAnswer.ok && <Waits objection={objection} isWork={isWork} />}
      {isWork && canAnswer.ok && <AnswerForm objection={objection} onAnswered={onAnswered} />}
      {isWork && canAnswer.ok && (
        <PassOn path="/api/objections/{id}/pass-on" id={objection.objectionId} />
      )}
    </>
  )
}

function ObjectionFacts({ objection }: { objection: Objection }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const { award, objector, enteredBy, channel, raisedAt, dueOn, holidaysKnown, phase } = objection
  return (
    <Facts
      facts={[
        {
          label: t('about'),
          value: (
            <>
              <PersonName name={award.personName} /> · <SheetWords text={award.itemName} /> ·{' '}
              {t('points', { points: format.signedPoints(award.pointsHundredths) })}
            </>
          ),
        },
        { label: t('day'), value: award.occurredOn && <Day day={award.occurredOn} /> },
        {
          label: t('by'),
          value: objection.isMine ? t('me') : (objector?.name ?? t('someone')),
        },
        { label: t('enteredBy'), value: enteredBy?.name },
        { label: t('channel'), value: t(`channel_${channel}`) },
        { label: t('raisedAt'), value: <When at={raisedAt} /> },
        { label: t('phase'), value: t(`phase_${phase}`) },
        {
          label: t('dueOn'),
          value: (
            <>
              <Day day={dueOn} /> {!holidaysKnown && t('dueWeekends')}
            </>
          ),
        },
      ]}
    />
  )
}

function Waits({ objection, isWork }: { objection: Objection; isWork: boolean }) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const { canAnswer, dueOn, answeredBy } = objection
  return (
    <Notice kind="waiting">
      {t('waits', { day: format.day(dueOn) })}{' '}
      {isWork && canAnswer.code !== 'committee_answers' && canAnswer.sentence}{' '}
      {answeredBy !== null && t(`answers_${answeredBy}`)}
    </Notice>
  )
}

function Answer({
  answer: { outcome, reasons, newAwardId, newPointsHundredths, newState, at },
  from,
  newAwardAt,
}: {
  answer: NonNullable<Objection['answer']>
  /** The points of the award before. */
  from: number
  /** Where the reader sees awards like it; null for who may not. */
  newAwardAt: string | null
}) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const corrected =
    newPointsHundredths === null || newState === null
      ? null
      : t(`corrected_${newState}`, {
          from: format.signedPoints(from),
          to: format.signedPoints(newPointsHundredths),
        })
  return (
    <Section title={t('answer')}>
      <p>
        {outcome === 'refused' ? t('answered_refused') : (corrected ?? t('answered_upheld'))}{' '}
        <span className="soft small">
          <When at={at} />
        </span>
      </p>
      {reasons !== null && <p>{t('reasonsGiven', { reasons })}</p>}
      {newAwardId !== null && newAwardAt !== null && (
        <LinkButton to={`${newAwardAt}${newAwardId}`}>{t('seeNew')}</LinkButton>
      )}
    </Section>
  )
}
