import { useState, type ReactNode } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Said } from '../../ui/said.tsx'
import type { Household } from './household.ts'
import { rosterMessages } from './messages.ts'

interface Body {
  decision: 'join' | 'leave'
  givenByPersonId: string
}

/** Enters what a household signed on paper; whoever signed is told. */
export function EnterConsent({
  household,
  onEntered,
}: {
  household: Household
  /** What to say once it is entered. */
  onEntered: (said: ReactNode) => void
}) {
  const t = useT(rosterMessages)
  const [isOpen, setOpen] = useState(false)
  const [givenBy, setGivenBy] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { householdId, joined, people } = household
  const enter = useCommand(
    (body: Body, idempotencyKey) =>
      post('/api/households/{householdId}/consent', { householdId }, body, { idempotencyKey }),
    ({ takesEffectAt }) =>
      onEntered(
        <Said
          by={rosterMessages}
          say={(words, { when }) =>
            takesEffectAt === null
              ? words('consentDone')
              : words('leaveEntered', { until: when(takesEffectAt) })
          }
        />,
      ),
  )
  if (!isOpen) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t(joined ? 'enterLeave' : 'enterJoin')}</Button>
      </div>
    )
  }
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (givenBy !== '') {
          enter.mutate({ decision: joined ? 'leave' : 'join', givenByPersonId: givenBy })
        }
      }}
    >
      <p>{t(joined ? 'leaveWords' : 'joinWords')}</p>
      <SelectField
        label={t('signedBy')}
        placeholder={t('signedByChoose')}
        error={isAsked && givenBy === '' ? t('signedByMissing') : undefined}
        value={givenBy}
        options={people.flatMap(({ personId, name }) =>
          name === null ? [] : [{ value: personId, label: name }],
        )}
        onChange={setGivenBy}
      />
      <ProblemNotice error={enter.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={enter.isPending}>
          {t(joined ? 'confirmLeave' : 'confirmJoin')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </ButtonRow>
    </Form>
  )
}
