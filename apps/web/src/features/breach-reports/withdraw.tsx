import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { BreachReport } from './breach-report.ts'
import { courseMessages } from './course-messages.ts'

/** Taking one's own report back, before it is decided; what follows stands above the button. */
export function Withdraw({ report: { reportId } }: { report: BreachReport }) {
  const t = useT(courseMessages)
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const withdraw = useCommand((body: object, idempotencyKey) =>
    post('/api/breach-reports/{id}/withdraw', { id: reportId }, body, { idempotencyKey }),
  )
  if (!isOpen)
    return (
      <div>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('withdraw')}
        </Button>
      </div>
    )
  const written = words.trim()
  return (
    <Section title={t('withdraw')}>
      <p>{t('willWithdraw')}</p>
      <Form onSubmit={() => withdraw.mutate(written === '' ? {} : { words: written })}>
        <TextArea
          label={t('withdrawWords')}
          hint={t('withdrawHint')}
          optional
          value={words}
          maxLength={1000}
          onChange={setWords}
        />
        <ProblemNotice error={withdraw.error} />
        <ButtonRow>
          <Button submit busy={withdraw.isPending}>
            {t('confirmWithdraw')}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t('keep')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
