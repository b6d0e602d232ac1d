import { addressOfCommand } from '@azalea/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { forgetOldAnswers } from '../../app/forget-old-answers.ts'
import { outbox } from '../../app/outbox.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useSession } from '../../app/session.tsx'
import { useOutbox } from '../../app/use-outbox.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Span } from '../../ui/when.tsx'
import type { MyShift } from './activity.ts'
import { leadMessages } from './lead-messages.ts'
import { activitiesMessages } from './messages.ts'
import { shortStay } from './short-stay.ts'

type Way = 'check-in' | 'check-out'

const ways: readonly Way[] = ['check-in', 'check-out']

interface Given {
  way: Way
  code: string
  confirmsShort: boolean
}

/** Checking in to one shift, and later out of it; without a network it is kept with its own time. */
export function PresenceForm({ shift, code }: { shift: MyShift; code: string }) {
  const give = useGivePresence(shift)
  const addresses = ways.map((way) => addressOfCommand(way, { id: shift.shiftId }))
  const waiting = useOutbox().filter(
    ({ state, path }) => state === 'waiting' && addresses.includes(path),
  )
  // While it is being sent nobody knows yet whether it will be kept, taken or refused.
  const kept = give.isPending ? [] : waiting
  const waits = (way: Way) => kept.some(({ kind }) => kind === way)
  const { attendance } = shift
  const isOut = (attendance !== null && attendance.checkedOutAt !== null) || waits('check-out')
  const isIn = attendance !== null || waits('check-in')
  const keptIn = kept.find(({ kind }) => kind === 'check-in')?.occurredAt ?? null
  const inAt = attendance?.checkedInAt ?? keptIn
  return (
    <Section title={shift.title}>
      <ShiftFacts shift={shift} />
      <PresenceState shift={shift} isKept={kept.length > 0} />
      {!isOut && (
        <CodeForm
          key={isIn ? 'out' : 'in'}
          way={isIn ? 'check-out' : 'check-in'}
          code={code}
          give={give}
          stayOf={(now) => (inAt === null ? null : shortStay(shift, inAt, now))}
        />
      )}
    </Section>
  )
}

function ShiftFacts({ shift }: { shift: MyShift }) {
  const t = useT(activitiesMessages)
  const { place, postLabel, startsAt, endsAt } = shift
  return (
    <Facts
      facts={[
        { label: t('when'), value: <Span from={startsAt} to={endsAt} /> },
        { label: t('where'), value: postLabel === null ? place : `${place} · ${postLabel}` },
      ]}
    />
  )
}

function PresenceState({ shift, isKept }: { shift: MyShift; isKept: boolean }) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const { attendance } = shift
  if (isKept) {
    return (
      <Notice kind="waiting" actions={<Link href="/waiting">{t('seeWaiting')}</Link>}>
        {t('presenceKept')}
      </Notice>
    )
  }
  if (attendance === null) return null
  const { checkedInAt, checkedOutAt, minutes } = attendance
  return (
    <Notice kind="done">
      {checkedOutAt === null
        ? t('presenceIn', { at: format.time(checkedInAt) })
        : t('presenceOut', {
            at: format.time(checkedOutAt),
            time: format.minutes(minutes ?? 0),
          })}
    </Notice>
  )
}

function useGivePresence(shift: MyShift) {
  const personId = useSession().session?.person.personId ?? ''
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ way, code, confirmsShort }: Given) =>
      outbox.give({
        personId,
        kind: way,
        params: { id: shift.shiftId },
        body: { code, confirmsShort },
        label: shift.title,
      }),
    onSuccess: () => forgetOldAnswers(queryClient),
  })
}

function CodeForm({
  way,
  code,
  give,
  stayOf,
}: {
  way: Way
  code: string
  give: ReturnType<typeof useGivePresence>
  /** What leaving at this moment would count, where that is very little. */
  stayOf: (now: Date) => ReturnType<typeof shortStay>
}) {
  const t = useT(activitiesMessages)
  const tLead = useT(leadMessages)
  const [entered, setEntered] = useState(code)
  const [asked, setAsked] = useState<ReturnType<typeof shortStay>>(null)
  const submit = () => {
    // Asked here, so that it can also be answered where there is no network.
    const stay = way === 'check-out' ? stayOf(serverNow()) : null
    if (stay === null) give.mutate({ way, code: entered, confirmsShort: false })
    else setAsked(stay)
  }
  if (asked !== null) {
    return (
      <Form onSubmit={() => give.mutate({ way, code: entered, confirmsShort: true })}>
        <Notice kind="wrong">{tLead('askShort', asked)}</Notice>
        <ProblemNotice error={give.error} />
        <Button kind="primary" wide onClick={() => setAsked(null)}>
          {tLead('askShortNo')}
        </Button>
        <Button submit wide busy={give.isPending}>
          {tLead('askShortYes')}
        </Button>
      </Form>
    )
  }
  return (
    <Form onSubmit={submit}>
      <CodeField
        kind="digits"
        label={t('placeCode')}
        hint={t('placeCodeHint')}
        value={entered}
        onChange={setEntered}
        maxLength={6}
      />
      <ProblemNotice error={give.error} />
      <Button kind="primary" submit wide busy={give.isPending} disabled={entered.length !== 6}>
        {way === 'check-in' ? t('checkIn') : t('checkOut')}
      </Button>
      <p className="soft small">{way === 'check-in' ? t('checkInBefore') : t('checkOutBefore')}</p>
    </Form>
  )
}
