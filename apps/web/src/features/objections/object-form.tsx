import { useState } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import {
  forMyself,
  OnBehalfFields,
  onBehalfOf,
  type OnBehalf,
} from '../../app/on-behalf-fields.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { objectionsMessages } from './messages.ts'
import type { Raised } from './objection.ts'

interface Draft extends OnBehalf {
  words: string
}

const empty: Draft = { words: '', ...forMyself }

/** The words of an objection; a cadre can enter those of somebody who spoke or wrote. */
export function ObjectForm({
  awardId,
  onRaised,
}: {
  awardId: string
  onRaised: (raised: Raised) => void
}) {
  const t = useT(objectionsMessages)
  const [draft, setDraft, clear] = useDraft<Draft>(`objection.${awardId}`, empty)
  const [isAsked, setAsked] = useState(false)
  const raise = useCommand(
    (body: Body<'/api/awards/{id}/objections'>, idempotencyKey) =>
      post('/api/awards/{id}/objections', { id: awardId }, body, { idempotencyKey }),
    (raised) => {
      clear()
      onRaised(raised)
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const words = draft.words.trim()
  const submit = () => {
    setAsked(true)
    const onBehalf = onBehalfOf(draft)
    if (words === '' || onBehalf === null) return
    raise.mutate({ words, ...onBehalf })
  }
  return (
    <Form onSubmit={submit}>
      <OnBehalfFields value={draft} isAsked={isAsked} onChange={change} />
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        error={isAsked && words === '' ? t('wordsMissing') : undefined}
        value={draft.words}
        rows={4}
        maxLength={1000}
        onChange={(next) => change({ words: next })}
      />
      <p className="soft">{t('willObject')}</p>
      <p className="soft">{t('willBeKnown')}</p>
      <ProblemNotice error={raise.error} />
      <Button kind="primary" submit wide busy={raise.isPending}>
        {t('send')}
      </Button>
    </Form>
  )
}
