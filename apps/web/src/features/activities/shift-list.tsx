import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { useNow } from '../../app/use-now.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span } from '../../ui/when.tsx'
import { WhyNot } from '../../ui/why-not.tsx'
import type { Activity, Shift } from './activity.ts'
import { arrangeShifts } from './arrange-shifts.ts'
import { isAround } from './is-around.ts'
import { activitiesMessages } from './messages.ts'
import { postsOf } from './shift-choice.ts'
import './activities.css'

/** The shifts of an activity, each with what the reader can do about it; a day at a time if many. */
export function ShiftList({ activity }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const now = useNow()
  const [chosen, setChosen] = useState<string | null>(null)
  const [postId, setPostId] = useState<string | null>(null)
  const { mine, days, firstOpenDay } = arrangeShifts(activity.shifts, now)
  const day = chosen ?? firstOpenDay
  const shown = days.find((one) => one.day === day) ?? days[0]
  const posts = days.length > 1 ? postsOf(shown?.shifts ?? []) : []
  const post = posts.find(({ subjectId }) => subjectId === postId)
  const listed = (shown?.shifts ?? []).filter(
    ({ postSubjectId }) => post === undefined || postSubjectId === post.subjectId,
  )
  return (
    <>
      {mine.length > 0 && <Rows activity={activity} shifts={mine} />}
      <div className="shift-picker">
        {days.length > 1 && shown !== undefined && shown.day !== null && (
          <SelectField
            label={t('whichDay')}
            value={shown.day}
            options={days.flatMap((one) =>
              one.day === null ? [] : [{ value: one.day, label: format.day(one.day) }],
            )}
            onChange={setChosen}
          />
        )}
        {posts.length > 1 && (
          <SelectField
            label={t('whichPost')}
            value={post?.subjectId ?? 'all'}
            options={[
              { value: 'all', label: t('allPosts') },
              ...posts.map(({ subjectId, label }) => ({ value: subjectId, label })),
            ]}
            onChange={(to) => setPostId(to === 'all' ? null : to)}
          />
        )}
      </div>
      {listed.length > 0 && <Rows activity={activity} shifts={listed} />}
    </>
  )
}

function Rows({ activity, shifts }: { activity: Activity; shifts: readonly Shift[] }) {
  const now = useNow()
  const open = activity.shifts.filter((shift) => shift.canSignUp.ok)
  return (
    <ul className="shifts">
      {shifts.map((shift) => (
        <ShiftRow
          key={shift.shiftId}
          shift={shift}
          // The one main action of the page, so red only where there is one.
          isOnlyOne={open.length === 1}
          // Why nobody can sign up for what is not held stands at the head of the page.
          isHeld={activity.state === 'approved'}
          canWithdraw={activity.state === 'approved' && new Date(activity.signUpClosesAt) > now}
        />
      ))}
    </ul>
  )
}

function ShiftRow({
  shift,
  isOnlyOne,
  isHeld,
  canWithdraw,
}: {
  shift: Shift
  isOnlyOne: boolean
  isHeld: boolean
  canWithdraw: boolean
}) {
  const t = useT(activitiesMessages)
  const { startsAt, endsAt, postLabel, quota, taken, waiting, mine } = shift
  return (
    <li className="shifts__shift">
      <div className="shifts__words">
        <strong>
          <Span from={startsAt} to={endsAt} />
        </strong>
        {postLabel !== null && <span>{postLabel}</span>}
        <span className="soft small numeric">
          {t('takenOf', { taken, quota })}
          {waiting > 0 && ` · ${t('waitingCount', { count: waiting })}`}
        </span>
      </div>
      {mine === null ? (
        isHeld && <SignUp shift={shift} isOnlyOne={isOnlyOne} />
      ) : (
        <Mine shift={shift} mine={mine} canWithdraw={canWithdraw} />
      )}
    </li>
  )
}

function SignUp({ shift, isOnlyOne }: { shift: Shift; isOnlyOne: boolean }) {
  const t = useT(activitiesMessages)
  const { ok, code, sentence } = shift.canSignUp
  const signUp = useCommand((shiftId: string, idempotencyKey) =>
    post('/api/shifts/{id}/sign-up', { id: shiftId }, undefined, { idempotencyKey }),
  )
  return (
    <>
      {ok ? (
        sentence !== null && <p className="soft small">{sentence}</p>
      ) : (
        <WhyNot code={code} sentence={sentence} />
      )}
      {ok && (
        <Button
          kind={isOnlyOne ? 'primary' : 'secondary'}
          icon={HandHeartIcon}
          wide
          busy={signUp.isPending}
          onClick={() => signUp.mutate(shift.shiftId)}
        >
          {code === 'will_wait' ? t('signUpWaiting') : t('signUp')}
        </Button>
      )}
      <ProblemNotice error={signUp.error} />
    </>
  )
}

function Mine({
  shift,
  mine,
  canWithdraw,
}: {
  shift: Shift
  mine: NonNullable<Shift['mine']>
  canWithdraw: boolean
}) {
  const t = useT(activitiesMessages)
  const withdraw = useCommand((shiftId: string, idempotencyKey) =>
    post('/api/shifts/{id}/withdraw', { id: shiftId }, undefined, { idempotencyKey }),
  )
  const now = useNow()
  const { attendance } = mine
  const isOut = attendance !== null && attendance.checkedOutAt !== null
  const mayWithdraw = canWithdraw && attendance === null && new Date(shift.startsAt) > now
  return (
    <>
      <div className="row row--spread">
        <MineState mine={mine} />
        {mayWithdraw && (
          <Button
            kind="quiet"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate(shift.shiftId)}
          >
            {mine.state === 'waiting' ? t('leaveWaiting') : t('withdraw')}
          </Button>
        )}
      </div>
      {mine.state === 'confirmed' && isAround(shift, now) && !isOut && (
        <LinkButton to={`/check-in/shift/${shift.shiftId}`} kind="primary" wide>
          {attendance === null ? t('goCheckIn') : t('goCheckOut')}
        </LinkButton>
      )}
      <ProblemNotice error={withdraw.error} />
    </>
  )
}

function MineState({ mine }: { mine: NonNullable<Shift['mine']> }) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const { attendance, place } = mine
  if (mine.state === 'waiting') {
    return <StateBadge tone="waiting">{t('waitingPlace', { place: place ?? 1 })}</StateBadge>
  }
  if (attendance === null) return <StateBadge tone="done">{t('mine_signed_up')}</StateBadge>
  if (attendance.checkedOutAt === null) {
    return (
      <StateBadge tone="done">
        {t('checkedInAt', { at: format.time(attendance.checkedInAt) })}
      </StateBadge>
    )
  }
  return (
    <StateBadge tone="done">
      {t('attendedFor', { time: format.minutes(attendance.minutes ?? 0) })}
    </StateBadge>
  )
}
