import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { Sheet } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import type { Attendee } from './activity.ts'
import { leadMessages } from './lead-messages.ts'

type How = 'never' | 'there' | 'times'

interface Times {
  came: string | null
  left: string | null
}

interface Body {
  presence: { checkedInAt: string; checkedOutAt: string | null } | null
  reason: string
}

/** A mistaken check-in or check-out, put right by the leader until it is scored. */
export function CorrectSheet({
  attendee,
  onClose,
}: {
  attendee: Attendee | null
  onClose: () => void
}) {
  const t = useT(leadMessages)
  return (
    <Sheet
      open={attendee !== null}
      onClose={onClose}
      title={t('correctTitle', { name: attendee?.name ?? '' })}
    >
      {attendee !== null && attendee.attendanceId !== null && attendee.checkedInAt !== null && (
        <CorrectForm
          key={attendee.attendanceId}
          attendanceId={attendee.attendanceId}
          cameAt={attendee.checkedInAt}
          leftAt={attendee.checkedOutAt}
          onDone={onClose}
        />
      )}
    </Sheet>
  )
}

function CorrectForm({
  attendanceId,
  cameAt,
  leftAt,
  onDone,
}: {
  attendanceId: string
  cameAt: string
  leftAt: string | null
  onDone: () => void
}) {
  const t = useT(leadMessages)
  const [how, setHow] = useState<How | null>(null)
  const [times, setTimes] = useState<Times>({ came: cameAt, left: leftAt })
  const [reason, setReason, clear] = useDraft(`correct.${attendanceId}`, '')
  const [isAsked, setAsked] = useState(false)
  const correct = useCommand(
    (body: Body, idempotencyKey) =>
      post('/api/attendances/{id}/correct', { id: attendanceId }, body, { idempotencyKey }),
    () => {
      clear()
      onDone()
    },
  )
  const written = reason.trim()
  const submit = () => {
    setAsked(true)
    const presence = how === null ? undefined : presenceOf(how, cameAt, times)
    if (presence !== undefined && written !== '') correct.mutate({ presence, reason: written })
  }
  const ways: readonly How[] = leftAt === null ? ['never', 'times'] : ['never', 'there', 'times']
  return (
    <Form onSubmit={submit}>
      <p className="soft">{t('correctHint')}</p>
      <VerdictChoice
        label={t('how')}
        value={how}
        isAsked={isAsked}
        options={ways.map((value) => ({ value, label: t(`how_${value}`) }))}
        onChange={setHow}
      />
      {how === 'times' && (
        <TimesFields
          times={times}
          onChange={(part) => setTimes((before) => ({ ...before, ...part }))}
        />
      )}
      <TextArea
        label={t('why')}
        hint={t('whyHint')}
        error={isAsked && written === '' ? t('whyMissing') : undefined}
        value={reason}
        maxLength={500}
        onChange={setReason}
      />
      <ProblemNotice error={correct.error} />
      <Button kind="primary" submit wide busy={correct.isPending}>
        {t('correctSave')}
      </Button>
    </Form>
  )
}

function TimesFields({
  times: { came, left },
  onChange,
}: {
  times: Times
  onChange: (part: Partial<Times>) => void
}) {
  const t = useT(leadMessages)
  return (
    <>
      <DateTimeField
        label={t('cameAt')}
        value={came}
        onChange={(next) => onChange({ came: next })}
      />
      <DateTimeField
        label={t('leftAt')}
        hint={t('leftAtHint')}
        optional
        value={left}
        onChange={(next) => onChange({ left: next })}
      />
    </>
  )
}

/** As the server takes it; undefined while a time is missing. */
function presenceOf(how: How, cameAt: string, { came, left }: Times): Body['presence'] | undefined {
  switch (how) {
    case 'never':
      return null
    case 'there':
      return { checkedInAt: cameAt, checkedOutAt: null }
    case 'times':
      return came === null ? undefined : { checkedInAt: came, checkedOutAt: left }
  }
}
