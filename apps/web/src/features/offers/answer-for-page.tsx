import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { useState } from 'react'
import { useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { ChannelField, type OnBehalf } from '../../app/on-behalf-fields.tsx'
import { useNow } from '../../app/use-now.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Day } from '../../ui/when.tsx'
import { WhyNot } from '../../ui/why-not.tsx'
import { calledMessages } from './called-messages.ts'
import { nameOf, useCalledTurns, type CalledTurn } from './called-turns.ts'
import { useQuantity } from './offer.ts'
import { TakeFields, useTake } from './take-fields.tsx'
import '../../ui/slip-alone.css'
import './called-turns.css'

const LIST = '/workbench/called-turns'

/** The answer of somebody without a telephone, who said it at the desk or at the door. */
export function AnswerForPage() {
  const t = useT(calledMessages)
  const { offerId = '', holderId = '' } = useParams()
  const { pages, turns } = useCalledTurns()
  const found = turns?.find((one) => one.offerId === offerId && one.holderId === holderId)
  // What is entered here leaves the list: the page keeps the turn that it was opened for.
  const [opened, setOpened] = useState<CalledTurn | null>(null)
  if (opened === null && found !== undefined) setOpened(found)
  const turn = opened ?? found
  return (
    <Page title={t('answerPageTitle')} lead={t('answerPageLead')} back={LIST}>
      {turns === undefined && turn === undefined && !pages.isError && <Skeleton count={4} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {turns !== undefined && turn === undefined && (
        <EmptyState icon={HandCoinsIcon} title={t('gone')} hint={t('goneHint')} />
      )}
      {turn !== undefined && <AnswerFor turn={turn} />}
    </Page>
  )
}

export function AnswerFor({ turn }: { turn: CalledTurn }) {
  const t = useT(calledMessages)
  const say = useQuantity(turn.unit)
  const { title, quantity, dueOn, canEnter, groupName } = turn
  return (
    <>
      <Facts
        facts={[
          { label: t('whose'), value: nameOf(turn) },
          { label: t('groupColumn'), value: groupName },
          { label: t('offerColumn'), value: title },
          { label: t('quantityColumn'), value: say(quantity) },
          { label: t('untilColumn'), value: <Day day={dueOn} /> },
        ]}
      />
      {canEnter.ok ? (
        <AnswerForForm turn={turn} />
      ) : (
        <WhyNot code={canEnter.code} sentence={canEnter.sentence} />
      )}
    </>
  )
}

function AnswerForForm({ turn }: { turn: CalledTurn }) {
  const t = useT(calledMessages)
  const { offerId, speakers, unit, quantity } = turn
  const say = useQuantity(unit)
  const take = useTake(unit, quantity)
  const [only, ...others] = speakers
  const [speakerId, setSpeakerId] = useState(others.length === 0 ? (only?.personId ?? '') : '')
  const [channel, setChannel] = useState<OnBehalf['channel']>('oral')
  const [isAsked, setAsked] = useState(false)
  const answer = useCommand((takenQuantity: number, idempotencyKey) => {
    const onBehalf = { personId: speakerId, channel }
    return post(
      '/api/offers/{id}/turn',
      { id: offerId },
      { takenQuantity, onBehalf },
      {
        idempotencyKey,
      },
    )
  })
  const { choice, takenQuantity } = take
  const speaker = speakers.find(({ personId }) => personId === speakerId)
  if (answer.isSuccess && takenQuantity !== null)
    return <Answered turn={turn} speaker={speaker?.name ?? ''} takenQuantity={takenQuantity} />
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (takenQuantity !== null && speaker !== undefined) answer.mutate(takenQuantity)
      }}
    >
      {others.length > 0 && (
        <SelectField
          label={t('speaker')}
          placeholder={t('speakerChoose')}
          error={isAsked && speaker === undefined ? t('speakerMissing') : undefined}
          value={speakerId}
          options={speakers.map(({ personId, name }) => ({ value: personId, label: name ?? '–' }))}
          onChange={setSpeakerId}
        />
      )}
      <ChannelField channel={channel} onChange={setChannel} />
      <TakeFields
        label={t('takes')}
        offer={turn}
        quantity={quantity}
        take={take}
        isAsked={isAsked}
      />
      {choice !== null && takenQuantity !== null && (
        <p className="soft">{t(`will_${choice}`, { quantity: say(takenQuantity) })}</p>
      )}
      <ProblemNotice error={answer.error} />
      {choice !== null && (
        <Button kind="primary" submit wide busy={answer.isPending}>
          {t(`send_${choice}`)}
        </Button>
      )}
    </Form>
  )
}

function Answered({
  turn,
  speaker,
  takenQuantity,
}: {
  turn: CalledTurn
  speaker: string
  takenQuantity: number
}) {
  const t = useT(calledMessages)
  const quantity = useQuantity(turn.unit)(takenQuantity)
  const key = takenQuantity > 0 ? 'done_taken' : 'done_passed'
  return (
    <>
      <Finished
        words={t(key, { name: nameOf(turn), quantity })}
        next={<LinkButton to={LIST}>{t('toList')}</LinkButton>}
      />
      <Button icon={PrinterIcon} onClick={() => window.print()}>
        {t('slipPrint')}
      </Button>
      <Slip turn={turn} speaker={speaker} takenQuantity={takenQuantity} />
    </>
  )
}

/** What was entered, on paper, for who has no telephone to read it on. */
function Slip({
  turn,
  speaker,
  takenQuantity,
}: {
  turn: CalledTurn
  speaker: string
  takenQuantity: number
}) {
  const t = useT(calledMessages)
  const format = useFormat()
  const { session } = useSession()
  const [at] = useState(useNow())
  const quantity = useQuantity(turn.unit)(takenQuantity)
  return (
    <article className="turn-slip slip-alone">
      <h2>{t('slipTitle', { village: session?.village.name ?? '' })}</h2>
      <Facts
        facts={[
          { label: t('offerColumn'), value: turn.title },
          { label: t('whose'), value: nameOf(turn) },
          { label: t('speaker'), value: speaker },
          {
            label: t('slipAnswer'),
            value: takenQuantity > 0 ? t('slipTaken', { quantity }) : t('slipPassed'),
          },
          { label: t('slipBy'), value: session?.person.name },
          { label: t('slipAt'), value: format.full(at.toISOString()) },
        ]}
      />
      <p>{t('slipNote')}</p>
    </article>
  )
}
