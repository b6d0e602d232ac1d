import { useState } from 'react'
import type { Body } from '@azalea/client'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { deskMessages } from './desk-messages.ts'
import { bodyOf, emptyDraft, type DraftOffer } from './draft-offer.ts'
import { RuleFields, WhatFields, WordFields, type FieldsProps } from './draft-fields.tsx'
import { useOfferT } from './person-words.ts'

/** What is offered, to whom, until when, and by which rule; another household publishes it. */
export function DraftOfferPage() {
  const t = useT(deskMessages)
  const [, navigate] = useLocation()
  const [draft, setDraft, clear] = useDraft<DraftOffer>('offer', emptyDraft)
  const [isAsked, setAsked] = useState(false)
  const save = useCommand(
    (body: Body<'/api/offers'>, idempotencyKey) =>
      post('/api/offers', {}, body, { idempotencyKey }),
    ({ offerId }) => {
      clear()
      navigate(`/workbench/offers/${offerId}`)
    },
  )
  const change = (part: Partial<DraftOffer>) => setDraft((before) => ({ ...before, ...part }))
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('fieldMissing') : undefined)
  const body = bodyOf(draft)
  const fields = { draft, change, missing }
  return (
    <Page title={t('draftTitle')} lead={t('draftLead')} back="/workbench/offers">
      <Form
        onSubmit={() => {
          setAsked(true)
          if (body !== null) save.mutate(body)
        }}
      >
        <WordFields {...fields} />
        <WhatFields {...fields} />
        <RuleFields {...fields} />
        <TimeFields {...fields} />
        {isAsked && body === null && <Notice kind="wrong">{t('draftIncomplete')}</Notice>}
        <ProblemNotice error={save.error} />
        <Button kind="primary" submit wide busy={save.isPending}>
          {t('draftSend')}
        </Button>
      </Form>
    </Page>
  )
}

function TimeFields({ draft, change, missing }: FieldsProps) {
  const t = useT(deskMessages)
  const tell = useOfferT(draft.claimant)
  return (
    <>
      <DateTimeField
        label={tell('opensAt')}
        error={missing(draft.opensAt === null)}
        value={draft.opensAt}
        onChange={(opensAt) => change({ opensAt })}
      />
      <DateTimeField
        label={tell('closesAt')}
        error={missing(draft.closesAt === null)}
        value={draft.closesAt}
        onChange={(closesAt) => change({ closesAt })}
      />
      <NumberField
        whole
        label={t('days')}
        hint={t('daysHint')}
        error={missing(draft.days === null)}
        value={draft.days}
        onChange={(days) => change({ days })}
      />
      <SelectField
        label={tell('publishes')}
        value={draft.publishes}
        options={(['masked_names', 'places_only'] as const).map((value) => ({
          value,
          label: tell(`publishes_${value}`),
        }))}
        onChange={(publishes) => change({ publishes })}
      />
    </>
  )
}
