import { useState, type ReactNode } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { CorrectForm } from './correct-form.tsx'
import { MoveForm } from './move-form.tsx'
import { personMessages } from './person-messages.ts'
import type { ActionProps, Person } from './person.ts'
import { ReasonForm } from './reason-form.tsx'
import { RemovalForm } from './removal-form.tsx'

const actions = ['correct', 'move', 'head', 'removal', 'return'] as const
type Action = (typeof actions)[number]

/** What a keeper of the roster may do with an entry, each in a dialog of its own. */
export function PersonActions({
  person,
  onSaid,
}: {
  person: Person
  onSaid: (said: ReactNode) => void
}) {
  const t = useT(personMessages)
  const [open, setOpen] = useState<Action | null>(null)
  const close = () => setOpen(null)
  const done = (said: ReactNode) => {
    close()
    onSaid(said)
  }
  return (
    <Section title={t('change')}>
      <p className="soft">{t('changeWords')}</p>
      <div className="row">
        {actions
          .filter((action) => isOpenTo(person, action))
          .map((action) => (
            <Button key={action} onClick={() => setOpen(action)}>
              {t(`do_${action}`)}
            </Button>
          ))}
      </div>
      {open !== null && (
        <Dialog open onClose={close} title={t(`title_${open}`, { name: person.name })}>
          <ActionForm action={open} person={person} onClose={close} onDone={done} />
        </Dialog>
      )}
    </Section>
  )
}

function isOpenTo(person: Person, action: Action): boolean {
  if (action === 'return') return person.departedAs !== null
  if (action === 'removal') return person.removal === null
  if (action === 'move' && person.removal !== null) return false
  if (person.departedAs !== null) return false
  return action !== 'head' || !person.isHead
}

function ActionForm({ action, ...props }: ActionProps & { action: Action }) {
  const t = useT(personMessages)
  const { personId, household } = props.person
  switch (action) {
    case 'correct':
      return <CorrectForm {...props} />
    case 'move':
      return <MoveForm {...props} />
    case 'removal':
      return <RemovalForm {...props} />
    case 'head':
      return (
        <ReasonForm
          {...props}
          words={t('headWords')}
          hint={t('headReasonHint')}
          confirm={t('headConfirm')}
          said={<Said by={personMessages} say={(words) => words('headDone')} />}
          send={(reason, idempotencyKey) =>
            post(
              '/api/households/{householdId}/head',
              { householdId: household.householdId },
              { personId, reason },
              { idempotencyKey },
            )
          }
        />
      )
    case 'return':
      return (
        <ReasonForm
          {...props}
          words={t('returnWords')}
          hint={t('returnReasonHint')}
          confirm={t('returnConfirm')}
          said={<Said by={personMessages} say={(words) => words('returnDone')} />}
          send={(reason, idempotencyKey) =>
            post('/api/people/{personId}/return', { personId }, { reason }, { idempotencyKey })
          }
        />
      )
  }
}
