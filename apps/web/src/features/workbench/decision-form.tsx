import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { workbenchMessages } from './messages.ts'

type Choice = 'approve' | 'send_back' | 'refuse'

interface Draft {
  choice: Choice | null
  words: string
}

const choices: readonly Choice[] = ['approve', 'send_back', 'refuse']
const outcomes = {
  approve: 'willApprove',
  send_back: 'willSendBack',
  refuse: 'willRefuse',
} as const
const wordLabels = {
  approve: 'wordsOptional',
  send_back: 'wordsToInitiator',
  refuse: 'reason',
} as const

/** Approve, send back with words, refuse with a reason; what follows stands above the button. */
export function DecisionForm({ activityId }: { activityId: string }) {
  const t = useT(workbenchMessages)
  const [{ choice, words }, setDraft, clear] = useDraft<Draft>(`activity-decision.${activityId}`, {
    choice: null,
    words: '',
  })
  const [isAsked, setAsked] = useState(false)
  const needsWords = choice !== null && choice !== 'approve'
  const decide = useCommand(
    (body: { decision: Choice; words: string | null }, idempotencyKey) =>
      post('/api/activities/{id}/decide', { id: activityId }, body, { idempotencyKey }),
    clear,
  )
  return (
    <Form
      onSubmit={() => {
        const written = words.trim()
        setAsked(true)
        if (choice !== null && (written !== '' || !needsWords))
          decide.mutate({ decision: choice, words: written === '' ? null : written })
      }}
    >
      <VerdictChoice
        label={t('choose')}
        value={choice}
        isAsked={isAsked}
        options={choices.map((value) => ({ value, label: t(value) }))}
        onChange={(next) => setDraft((before) => ({ ...before, choice: next }))}
      />
      {choice !== null && <p>{t(outcomes[choice])}</p>}
      <TextArea
        label={t(wordLabels[choice ?? 'approve'])}
        optional={!needsWords}
        error={isAsked && needsWords && words.trim() === '' ? t('wordsMissing') : undefined}
        value={words}
        maxLength={500}
        onChange={(next) => setDraft((before) => ({ ...before, words: next }))}
      />
      <ProblemNotice error={decide.error} />
      <Button kind="primary" submit wide busy={decide.isPending}>
        {t(choice === null ? 'decide' : `confirm_${choice}`)}
      </Button>
    </Form>
  )
}
