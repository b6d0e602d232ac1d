import type { Answer } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Sheet } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StarRating, type StarCount } from '../../ui/star-rating.tsx'
import type { Attendee } from './activity.ts'
import { leadMessages } from './lead-messages.ts'
import { WalkIn } from './walk-in.tsx'

type Way = 'check_in' | 'check_out'
type Entered = Answer<'/api/shifts/{id}/presences', 'post'>

/** What a leader does for a whole shift: check many in or out, enter who came, score all. */
export function ManyAtOnce({
  shiftId,
  attendees,
  asksScore,
}: {
  shiftId: string
  attendees: readonly Attendee[]
  asksScore: boolean
}) {
  const t = useT(leadMessages)
  const [open, setOpen] = useState<Way | 'score' | null>(null)
  const close = () => setOpen(null)
  const awaited = attendees.filter((one) => one.state === 'confirmed' && one.checkedInAt === null)
  const present = attendees.filter((one) => one.checkedInAt !== null && one.checkedOutAt === null)
  const unscored = attendees.filter((one) => one.canScore && one.leaderScore === null)
  return (
    <div className="row">
      {awaited.length > 1 && <Button onClick={() => setOpen('check_in')}>{t('manyIn')}</Button>}
      {present.length > 1 && <Button onClick={() => setOpen('check_out')}>{t('manyOut')}</Button>}
      {asksScore && unscored.length > 1 && (
        <Button onClick={() => setOpen('score')}>{t('manyScore')}</Button>
      )}
      <WalkIn shiftId={shiftId} />
      <Sheet open={open === 'check_in'} onClose={close} title={t('manyIn')}>
        <Choosing way="check_in" shiftId={shiftId} people={awaited} onDone={close} />
      </Sheet>
      <Sheet open={open === 'check_out'} onClose={close} title={t('manyOut')}>
        <Choosing way="check_out" shiftId={shiftId} people={present} onDone={close} />
      </Sheet>
      <Sheet open={open === 'score'} onClose={close} title={t('manyScore')}>
        <ScoringAll shiftId={shiftId} onDone={close} />
      </Sheet>
    </div>
  )
}

function Choosing({
  way,
  shiftId,
  people,
  onDone,
}: {
  way: Way
  shiftId: string
  people: readonly Attendee[]
  onDone: () => void
}) {
  const t = useT(leadMessages)
  const [names] = useState(() => new Map(people.map(({ personId, name }) => [personId, name])))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [entered, setEntered] = useState<Entered | null>(null)
  const enter = useCommand(
    (body: { way: Way; personIds: readonly string[]; confirmsShort: boolean }, idempotencyKey) =>
      post('/api/shifts/{id}/presences', { id: shiftId }, body, { idempotencyKey }),
    (answer) => {
      if (answer.leftOut.length === 0) onDone()
      setEntered(answer)
      setChosen([])
    },
  )
  const send = (personIds: readonly string[], confirmsShort: boolean) =>
    enter.mutate({ way, personIds, confirmsShort })
  if (entered !== null) {
    return (
      <LeftOut
        entered={entered}
        names={names}
        busy={enter.isPending}
        onMeant={(personIds) => send(personIds, true)}
      />
    )
  }
  const isAll = chosen.length === people.length
  return (
    <Form onSubmit={() => send(chosen, false)}>
      <p className="soft">{way === 'check_in' ? t('manyInHint') : t('manyOutHint')}</p>
      <div className="outdent">
        <Button
          kind="quiet"
          onClick={() => setChosen(isAll ? [] : people.map(({ personId }) => personId))}
        >
          {isAll ? t('chooseNone') : t('chooseAll')}
        </Button>
      </div>
      {people.map(({ personId, name }) => (
        <Checkbox
          key={personId}
          label={name ?? ''}
          checked={chosen.includes(personId)}
          onChange={(isChosen) =>
            setChosen((before) => {
              const rest = before.filter((one) => one !== personId)
              return isChosen ? [...rest, personId] : rest
            })
          }
        />
      ))}
      <ProblemNotice error={enter.error} />
      <Button kind="primary" submit wide busy={enter.isPending} disabled={chosen.length === 0}>
        {t(way === 'check_in' ? 'enterIn' : 'enterOut', { count: chosen.length })}
      </Button>
    </Form>
  )
}

/** Who could not be entered, and why; those who leave early are asked about once. */
function LeftOut({
  entered: { entered, leftOut },
  names,
  busy,
  onMeant,
}: {
  entered: Entered
  names: ReadonlyMap<string, string | null>
  busy: boolean
  onMeant: (personIds: readonly string[]) => void
}) {
  const t = useT(leadMessages)
  const short = leftOut.filter(({ code }) => code === 'check_out_short')
  return (
    <div className="stack">
      {entered > 0 && <Notice kind="done">{t('entered', { count: entered })}</Notice>}
      {leftOut.length > 0 && (
        <>
          <p>{t('leftOut')}</p>
          <ul className="stack stack--tight">
            {leftOut.map(({ personId, sentence }) => (
              <li key={personId}>
                {t('leftOutOne', { name: names.get(personId) ?? '', why: sentence })}
              </li>
            ))}
          </ul>
        </>
      )}
      {short.length > 0 && (
        <Button busy={busy} onClick={() => onMeant(short.map(({ personId }) => personId))}>
          {t('stillMeant')}
        </Button>
      )}
    </div>
  )
}

function ScoringAll({ shiftId, onDone }: { shiftId: string; onDone: () => void }) {
  const t = useT(leadMessages)
  const [score, setScore] = useState<StarCount | null>(null)
  const give = useCommand(
    (body: { score: number }, idempotencyKey) =>
      post('/api/shifts/{id}/scores', { id: shiftId }, body, { idempotencyKey }),
    onDone,
  )
  return (
    <Form onSubmit={() => score !== null && give.mutate({ score })}>
      <p className="soft">{t('manyScoreHint')}</p>
      <StarRating label={t('manyScore')} value={score} onChange={setScore} />
      <ProblemNotice error={give.error} />
      <Button kind="primary" submit wide busy={give.isPending} disabled={score === null}>
        {t('saveScore')}
      </Button>
    </Form>
  )
}
