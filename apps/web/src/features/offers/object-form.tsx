import { useState } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { offersMessages } from './messages.ts'

/** Object to what came to another place; that place rests, the others go on. */
export function ObjectForm({ offerId }: { offerId: string }) {
  const t = useT(offersMessages)
  const [place, setPlace] = useState<number | null>(null)
  const [words, setWords, clear] = useDraft(`turn-objection.${offerId}`, '')
  const [isAsked, setAsked] = useState(false)
  const object = useCommand(
    (body: Body<'/api/offers/{id}/objections'>, idempotencyKey) =>
      post('/api/offers/{id}/objections', { id: offerId }, body, { idempotencyKey }),
    () => {
      clear()
      setPlace(null)
      setAsked(false)
    },
  )
  const said = words.trim()
  const isPlaced = place !== null && place >= 1
  const submit = () => {
    setAsked(true)
    if (isPlaced && said !== '') object.mutate({ place, words: said })
  }
  return (
    <details>
      <summary>{t('object')}</summary>
      <Form onSubmit={submit}>
        <p className="soft">{t('objectHint')}</p>
        <NumberField
          whole
          label={t('objectPlace')}
          error={isAsked && !isPlaced ? t('placeMissing') : undefined}
          value={place}
          onChange={setPlace}
        />
        <TextArea
          label={t('objectWords')}
          error={isAsked && said === '' ? t('wordsMissing') : undefined}
          value={words}
          maxLength={500}
          onChange={setWords}
        />
        <ProblemNotice error={object.error} />
        <Button submit wide busy={object.isPending}>
          {t('objectSend')}
        </Button>
      </Form>
    </details>
  )
}
