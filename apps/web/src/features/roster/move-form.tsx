import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Said } from '../../ui/said.tsx'
import { personMessages } from './person-messages.ts'
import type { ActionProps, Place } from './person.ts'
import { emptyPlace, PlaceField, placeOf } from './place-field.tsx'
import { ReasonField } from './reason-field.tsx'

/** To another household: what was earned stays with the old one. */
export function MoveForm({ person, onClose, onDone }: ActionProps) {
  const t = useT(personMessages)
  const [draft, setDraft] = useState(emptyPlace)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const move = useCommand(
    (body: { place: Place; reason: string }, idempotencyKey) =>
      post('/api/people/{personId}/move', { personId: person.personId }, body, { idempotencyKey }),
    ({ state }) =>
      onDone(
        <Said
          by={personMessages}
          say={(words) => words(state === 'done' ? 'moveDone' : 'removalProposed')}
        />,
      ),
  )
  const place = placeOf(draft)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (place !== null && reason.trim() !== '') move.mutate({ place, reason: reason.trim() })
      }}
    >
      <p>{t('moveWords')}</p>
      <Notice>{t('moveSecond')}</Notice>
      <PlaceField value={draft} isAsked={isAsked} onChange={setDraft} />
      <ReasonField
        value={reason}
        hint={t('moveReasonHint')}
        isAsked={isAsked}
        onChange={setReason}
      />
      <ProblemNotice error={move.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={move.isPending}>
          {t('moveConfirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Form>
  )
}
