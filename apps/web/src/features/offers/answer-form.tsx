import { unitMessages } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { measuresIn, useQuantity, type OfferView } from './offer.ts'
import { useOfferT } from './person-words.ts'

const choices = ['all', 'less', 'none'] as const
type Choice = (typeof choices)[number]

/** Take what one or one's household was called for, or less of it, or pass. It is answered once. */
export function AnswerForm({
  offer: { offerId, unit, claimant },
  quantity,
  dueOn,
}: {
  offer: OfferView
  quantity: number
  dueOn: string
}) {
  const t = useOfferT(claimant)
  const unitName = useT(unitMessages)
  const say = useQuantity(unit)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [less, setLess] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const answer = useCommand((takenQuantity: number, idempotencyKey) =>
    post('/api/offers/{id}/turn', { id: offerId }, { takenQuantity }, { idempotencyKey }),
  )
  const lessQuantity = less === null ? 0 : Math.round(less * measuresIn[unit])
  const isWrong = choice === 'less' && (lessQuantity < 1 || lessQuantity >= quantity)
  const takenQuantity = { all: quantity, less: lessQuantity, none: 0 }
  const submit = () => {
    setAsked(true)
    if (choice !== null && !isWrong) answer.mutate(takenQuantity[choice])
  }
  return (
    <Form onSubmit={submit}>
      <Notice kind="waiting">
        <p>{t('calledFor', { quantity: say(quantity) })}</p>
        <p>
          <Sentence text={t('answerUntil')} at={dueOn} as="day" />
        </p>
      </Notice>
      <VerdictChoice
        label={t('answerTitle')}
        value={choice}
        isAsked={isAsked}
        options={choices.map((value) => ({ value, label: t(`choice_${value}`) }))}
        onChange={setChoice}
      />
      {choice === 'less' && (
        <NumberField
          label={t('take')}
          unit={unitName(unit)}
          error={isAsked && isWrong ? t('lessWrong', { most: say(quantity) }) : undefined}
          value={less}
          onChange={setLess}
        />
      )}
      {choice !== null && (
        <p className="soft">{t(`will_${choice}`, { quantity: say(takenQuantity[choice]) })}</p>
      )}
      <ProblemNotice error={answer.error} />
      {choice !== null && (
        <Button kind="primary" submit wide busy={answer.isPending}>
          {t(`confirm_${choice}`)}
        </Button>
      )}
    </Form>
  )
}
