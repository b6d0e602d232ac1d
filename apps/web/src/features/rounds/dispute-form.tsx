import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { TextArea } from '../../ui/text-field.tsx'
import { roundMessages } from './messages.ts'

/** Says what is wrong with a weigh-in of one’s household. */
export function DisputeForm({ weighInId: id }: { weighInId: string }) {
  const t = useT(roundMessages)
  const [words, setWords] = useState('')
  const [isAsked, setAsked] = useState(false)
  const dispute = useCommand((body: { words: string }, idempotencyKey) =>
    post('/api/weigh-ins/{id}/dispute', { id }, body, { idempotencyKey }),
  )
  return (
    <details>
      <summary>{t('dispute')}</summary>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (words.trim() !== '') dispute.mutate({ words: words.trim() })
        }}
      >
        <TextArea
          label={t('disputeWords')}
          error={isAsked && words.trim() === '' ? t('missing') : undefined}
          value={words}
          maxLength={500}
          onChange={setWords}
        />
        <ProblemNotice error={dispute.error} />
        <Button submit busy={dispute.isPending}>
          {t('disputeSend')}
        </Button>
      </Form>
    </details>
  )
}
