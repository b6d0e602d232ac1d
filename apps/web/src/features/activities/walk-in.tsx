import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { GroupField } from '../../app/group-field.tsx'
import { PersonChoice, type ChosenPerson } from '../../app/person-choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { leadMessages } from './lead-messages.ts'

type Who = { personId: string } | { name: string; groupNo: number }

/** Somebody who came without a sign-up: from the roster for who may search it, else by name and group. */
export function WalkIn({ shiftId }: { shiftId: string }) {
  const t = useT(leadMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('walkIn')}</Button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} title={t('walkIn')}>
        <WalkInForm shiftId={shiftId} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

function WalkInForm({ shiftId, onDone }: { shiftId: string; onDone: () => void }) {
  const t = useT(leadMessages)
  const { session } = useSession()
  const [who, setWho] = useState<Who | null>(null)
  const [isAsked, setAsked] = useState(false)
  const enter = useCommand(
    (body: Who, idempotencyKey) =>
      post('/api/shifts/{id}/walk-ins', { id: shiftId }, body, { idempotencyKey }),
    onDone,
  )
  const error = isAsked && who === null ? t('walkInMissing') : undefined
  const submit = () => {
    setAsked(true)
    if (who !== null) enter.mutate(who)
  }
  return (
    <Form onSubmit={submit}>
      <p className="soft">{t('walkInHint')}</p>
      {hasRole(session, ['committee', 'group_leader']) ? (
        <FromRoster error={error} onChange={setWho} />
      ) : (
        <ByName error={error} onChange={setWho} />
      )}
      <ProblemNotice error={enter.error} />
      <Button kind="primary" submit wide busy={enter.isPending}>
        {t('walkInSave')}
      </Button>
    </Form>
  )
}

interface Part {
  error: string | undefined
  onChange: (who: Who | null) => void
}

function FromRoster({ error, onChange }: Part) {
  const t = useT(leadMessages)
  const [person, setPerson] = useState<ChosenPerson | null>(null)
  return (
    <PersonChoice
      label={t('walkInPerson')}
      error={error}
      forPoints
      value={person}
      onChange={(chosen) => {
        setPerson(chosen)
        onChange(chosen && { personId: chosen.id })
      }}
    />
  )
}

function ByName({ error, onChange }: Part) {
  const t = useT(leadMessages)
  const [name, setName] = useState('')
  const [groupNo, setGroupNo] = useState<number | null>(null)
  const tell = (said: string, group: number | null) =>
    onChange(said.trim() === '' || group === null ? null : { name: said.trim(), groupNo: group })
  return (
    <>
      <TextField
        label={t('walkInName')}
        hint={t('walkInNameHint')}
        error={error}
        value={name}
        maxLength={40}
        onChange={(next) => {
          setName(next)
          tell(next, groupNo)
        }}
      />
      <GroupField
        label={t('walkInGroup')}
        value={groupNo}
        onChange={(next) => {
          setGroupNo(next)
          tell(name, next)
        }}
      />
    </>
  )
}
