import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '@azalea/client'
import { post } from '../../app/api.ts'
import { answerOf } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { Attendee, Shift } from './activity.ts'
import { CorrectSheet } from './correct-sheet.tsx'
import { leadMessages } from './lead-messages.ts'
import { ManyAtOnce } from './many-at-once.tsx'
import { activitiesMessages } from './messages.ts'
import { ScoreSheet } from './score-sheet.tsx'
import './activities.css'

export const attendanceOf = (shiftId: string) =>
  answerOf('/api/shifts/{id}/attendance', { id: shiftId })

/** Who is awaited at a shift, who came, and how their work was. */
export function AttendanceList({ shift, isOpen }: { shift: Shift; isOpen: boolean }) {
  const t = useT(activitiesMessages)
  const tLead = useT(leadMessages)
  const [scored, setScored] = useState<Attendee | null>(null)
  const [corrected, setCorrected] = useState<Attendee | null>(null)
  const attendance = useQuery(attendanceOf(shift.shiftId))
  if (attendance.isPending) return <Skeleton count={4} />
  if (attendance.isError) {
    return <ErrorState error={attendance.error} onRetry={() => void attendance.refetch()} />
  }
  const { items, asksScore } = attendance.data
  const many = isOpen && (
    <ManyAtOnce shiftId={shift.shiftId} attendees={items} asksScore={asksScore} />
  )
  if (items.length === 0) {
    return (
      <>
        <EmptyState icon={UsersIcon} title={t('nobodyYet')} hint={t('nobodyYetHint')} />
        {many}
      </>
    )
  }
  return (
    <>
      {many}
      {isOpen && !asksScore && <p className="soft">{tLead('noScore')}</p>}
      <ul className="attendees">
        {items.map((attendee) => (
          <AttendeeRow
            key={attendee.personId}
            attendee={attendee}
            shift={shift}
            isOpen={isOpen}
            onScore={() => setScored(attendee)}
            onCorrect={() => setCorrected(attendee)}
          />
        ))}
      </ul>
      <ScoreSheet attendee={scored} onClose={() => setScored(null)} />
      <CorrectSheet attendee={corrected} onClose={() => setCorrected(null)} />
    </>
  )
}

function AttendeeRow({
  attendee,
  shift,
  isOpen,
  onScore,
  onCorrect,
}: {
  attendee: Attendee
  shift: Shift
  isOpen: boolean
  onScore: () => void
  onCorrect: () => void
}) {
  const t = useT(activitiesMessages)
  const tLead = useT(leadMessages)
  const name = attendee.name ?? t('erased')
  const scoreWord = attendee.leaderScore === null ? t('score') : t('scoreAgain')
  return (
    <li className="attendees__person">
      <div className="attendees__words">
        <strong>
          <PersonName name={name} />
        </strong>
        <Presence attendee={attendee} />
        {attendee.scoreWords !== null && <span className="soft small">{attendee.scoreWords}</span>}
        {isOpen && attendee.canCorrect && (
          <div className="outdent">
            <Button kind="quiet" onClick={onCorrect} label={`${tLead('correct')} · ${name}`}>
              {tLead('correct')}
            </Button>
          </div>
        )}
      </div>
      {isOpen && attendee.canScore && (
        <Button onClick={onScore} label={`${scoreWord} · ${name}`}>
          {scoreWord}
        </Button>
      )}
      {isOpen && attendee.state === 'confirmed' && attendee.checkedOutAt === null && (
        <OnBehalf attendee={attendee} shift={shift} name={name} />
      )}
    </li>
  )
}

function Presence({ attendee }: { attendee: Attendee }) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const { checkedInAt, checkedOutAt, minutes, leaderScore, state } = attendee
  if (state === 'waiting') return <StateBadge tone="waiting">{t('mine_waiting')}</StateBadge>
  if (checkedInAt === null) return <StateBadge tone="past">{t('notThere')}</StateBadge>
  return (
    <span className="attendees__facts">
      <span className="numeric">
        {checkedOutAt === null
          ? t('inSince', { at: format.time(checkedInAt) })
          : t('inFromTo', {
              from: format.time(checkedInAt),
              to: format.time(checkedOutAt),
              time: format.minutes(minutes ?? 0),
            })}
      </span>
      {attendee.checkedInBy === 'leader' && <span>{t('byLeader')}</span>}
      {attendee.checkedOutBy === 'clock' && <span>{t('byClock')}</span>}
      {attendee.sentLate && <span>{t('sentLate')}</span>}
      {leaderScore !== null && (
        <StateBadge tone="done">{t('scored', { score: leaderScore })}</StateBadge>
      )}
    </span>
  )
}

/** A leader enters it for someone without a phone; both are told. */
function OnBehalf({ attendee, shift, name }: { attendee: Attendee; shift: Shift; name: string }) {
  const t = useT(activitiesMessages)
  const tLead = useT(leadMessages)
  const isIn = attendee.checkedInAt !== null
  const enter = useCommand(
    ({ way, confirmsShort }: { way: 'check-in' | 'check-out'; confirmsShort: boolean }, key) =>
      post(
        way === 'check-in' ? '/api/shifts/{id}/check-in' : '/api/shifts/{id}/check-out',
        { id: shift.shiftId },
        { personId: attendee.personId, confirmsShort },
        { idempotencyKey: key },
      ),
  )
  const isShort = enter.error instanceof ApiProblem && enter.error.code === 'check_out_short'
  const words = isShort ? tLead('askShortYes') : isIn ? t('checkOutFor') : t('checkInFor')
  return (
    <>
      <Button
        busy={enter.isPending}
        onClick={() =>
          enter.mutate({ way: isIn ? 'check-out' : 'check-in', confirmsShort: isShort })
        }
        label={`${words} · ${name}`}
      >
        {words}
      </Button>
      <ProblemNotice error={enter.error} />
    </>
  )
}
