import { nameKey } from '@azalea/text'
import { useState, type ReactNode } from 'react'
import { useDoor } from '../../app/door.ts'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Said } from '../../ui/said.tsx'
import { personMessages } from './person-messages.ts'
import type { Person } from './person.ts'

interface Waiting {
  personId: string
  name: string
  /** Where the person lives, and their offices, on a page that lists several. */
  place?: string
  removal: NonNullable<Person['removal']>
  onSaid: (said: ReactNode) => void
  /** The page of somebody who is erased is not there any more. */
  onErased?: () => void
}

/** Where somebody is to live, in words. */
function usePlaceOf(): (removal: Waiting['removal']) => string {
  const doorOf = useDoor()
  return ({ to }) => (to === null ? '' : doorOf(to))
}

/** What one cadre proposed and a second one confirms, or drops. */
export function WaitingRemoval(waiting: Waiting) {
  const { personId, removal, onSaid, name, place } = waiting
  const t = useT(personMessages)
  const format = useFormat()
  const placeOf = usePlaceOf()
  const [isOpen, setOpen] = useState(false)
  const drop = useCommand(
    (id: string, idempotencyKey) =>
      post('/api/people/{personId}/removal/drop', { personId: id }, undefined, { idempotencyKey }),
    () => onSaid(<Said by={personMessages} say={(words) => words('dropDone')} />),
  )
  return (
    <Section title={place === undefined ? t('waitingTitle') : `${name} · ${place}`}>
      <Notice kind="waiting">
        {t('waitingWords', {
          name: removal.proposedByName ?? t('somebody'),
          at: format.when(removal.proposedAt),
          removal: t(`removal_${removal.removal}`, { to: placeOf(removal) }),
        })}
      </Notice>
      <p>{removal.reason}</p>
      {removal.isOwn && <p className="soft">{t('waitingOwn')}</p>}
      {!removal.isOwn && !removal.mayConfirm && <p className="soft">{t('waitingOthers')}</p>}
      <ProblemNotice error={drop.error} />
      <ButtonRow>
        {removal.mayConfirm && (
          <Button
            kind="primary"
            label={t('confirmRemovalOf', { name })}
            onClick={() => setOpen(true)}
          >
            {t('confirmRemoval')}
          </Button>
        )}
        {removal.mayDrop && (
          <Button
            label={t(removal.isOwn ? 'withdrawRemovalOf' : 'dropRemovalOf', { name })}
            busy={drop.isPending}
            onClick={() => drop.mutate(personId)}
          >
            {t(removal.isOwn ? 'withdrawRemoval' : 'dropRemoval')}
          </Button>
        )}
      </ButtonRow>
      {isOpen && <ConfirmDialog {...waiting} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function ConfirmDialog({
  personId,
  name,
  removal: waiting,
  onSaid,
  onErased,
  onClose,
}: Waiting & { onClose: () => void }) {
  const t = useT(personMessages)
  const { removal, to } = waiting
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const confirm = useCommand(
    (toHouseholdId: string | null, idempotencyKey) =>
      post(
        '/api/people/{personId}/removal/confirm',
        { personId },
        { removal, toHouseholdId },
        { idempotencyKey },
      ),
    () => {
      onClose()
      onSaid(<Said by={personMessages} say={(words) => words('removalDone')} />)
      if (removal === 'erased') onErased?.()
    },
  )
  const placeOf = usePlaceOf()
  const isOtherName = nameKey(typed) !== nameKey(name)
  return (
    <Dialog open onClose={onClose} title={t(`confirm_${removal}`, { name, to: placeOf(waiting) })}>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (!isOtherName) confirm.mutate(to?.householdId ?? null)
        }}
      >
        <p>{t(`means_${removal}`)}</p>
        <TextField
          label={t('typeName', { name })}
          error={isAsked && isOtherName ? t('typeNameWrong') : undefined}
          value={typed}
          onChange={setTyped}
        />
        <ProblemNotice error={confirm.error} />
        <ButtonRow>
          <Button kind="primary" submit busy={confirm.isPending}>
            {t('confirmRemoval')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
