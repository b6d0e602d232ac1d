import { useState } from 'react'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { personMessages } from './person-messages.ts'
import type { Place } from './person.ts'
import { emptyPlace, PlaceField, placeOf, type PlaceDraft } from './place-field.tsx'
import { ReasonField } from './reason-field.tsx'

interface Draft {
  name: string
  phone: string
  identityNumber: string
  birthYear: number | null
  place: PlaceDraft
  reason: string
}

interface Body {
  name: string
  phone: string | null
  identityNumber: string | null
  birthYear: number | null
  place: Place
  reason: string
}

const empty: Draft = {
  name: '',
  phone: '',
  identityNumber: '',
  birthYear: null,
  place: emptyPlace,
  reason: '',
}

/** Enters one person, without a roster file. */
export function EnterPersonPage() {
  const t = useT(personMessages)
  const [, navigate] = useLocation()
  const [draft, setDraft, clear] = useDraft<Draft>('enter-person', empty)
  const [isAsked, setAsked] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const enter = useCommand(
    (body: Body, idempotencyKey) => post('/api/roster/people', {}, body, { idempotencyKey }),
    ({ personId }) => {
      clear()
      navigate(`/workbench/roster/people/${personId}`, { replace: true })
    },
  )
  const { name, birthYear, reason } = draft
  const submit = () => {
    setAsked(true)
    const place = placeOf(draft.place)
    if (place === null || name.trim() === '' || reason.trim() === '') return
    const [phone, identityNumber] = [textOrNull(draft.phone), textOrNull(draft.identityNumber)]
    enter.mutate({ name, phone, identityNumber, birthYear, place, reason })
  }
  return (
    <Page title={t('enterTitle')} lead={t('enterLead')} back="/workbench/roster">
      <Form onSubmit={submit}>
        <TextField
          label={t('name')}
          error={isAsked && name.trim() === '' ? t('nameMissing') : undefined}
          value={name}
          maxLength={60}
          onChange={(typed) => change({ name: typed })}
        />
        <PlaceField value={draft.place} isAsked={isAsked} onChange={(place) => change({ place })} />
        <OptionalFields draft={draft} change={change} />
        <ReasonField
          value={reason}
          hint={t('enterReasonHint')}
          isAsked={isAsked}
          onChange={(typed) => change({ reason: typed })}
        />
        <ProblemNotice error={enter.error} />
        <Button kind="primary" submit wide busy={enter.isPending}>
          {t('enterConfirm')}
        </Button>
      </Form>
    </Page>
  )
}

function OptionalFields({
  draft: { phone, identityNumber, birthYear },
  change,
}: {
  draft: Draft
  change: (part: Partial<Draft>) => void
}) {
  const t = useT(personMessages)
  return (
    <>
      <TextField
        kind="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        optional
        value={phone}
        maxLength={40}
        onChange={(typed) => change({ phone: typed })}
      />
      <TextField
        label={t('identityNumber')}
        hint={t('identityNumberHint')}
        optional
        value={identityNumber}
        maxLength={40}
        onChange={(typed) => change({ identityNumber: typed })}
      />
      <NumberField
        label={t('birthYear')}
        hint={t('birthYearHint')}
        optional
        whole
        value={birthYear}
        onChange={(year) => change({ birthYear: year })}
      />
    </>
  )
}

function textOrNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}
