import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { useQuantity, type OfferView } from './offer.ts'
import { useOfferT } from './person-words.ts'
import { TakeFields, useTake } from './take-fields.tsx'

/** Take what one or one's household was called for, or less of it, or pass. It is answered once. */
export function AnswerForm({
  offer,
  quantity,
  dueOn,
}: {
  offer: OfferView
  quantity: number
  dueOn: string
}) {
  const { offerId, unit, claimant } = offer
  const t = useOfferT(claimant)
  const say = useQuantity(unit)
  const take = useTake(unit, quantity)
  const [isAsked, setAsked] = useState(false)
  const answer = useCommand((takenQuantity: number, idempotencyKey) =>
    post('/api/offers/{id}/turn', { id: offerId }, { takenQuantity }, { idempotencyKey }),
  )
  const { choice, takenQuantity } = take
  const submit = () => {
    setAsked(true)
    if (takenQuantity !== null) answer.mutate(takenQuantity)
  }
  return (
    <Form onSubmit={submit}>
      <Notice kind="waiting">
        <p>{t('calledFor', { quantity: say(quantity) })}</p>
        <p>
          <Sentence text={t('answerUntil')} at={dueOn} as="day" />
        </p>
      </Notice>
      <TakeFields
        label={t('answerTitle')}
        offer={offer}
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
          {t(`confirm_${choice}`)}
        </Button>
      )}
    </Form>
  )
}
