import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { EvidencePhoto } from '../../app/evidence-photo.tsx'
import { forgetOldAnswers } from '../../app/forget-old-answers.ts'
import { outbox } from '../../app/outbox.ts'
import { useSession } from '../../app/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { planMessages } from './messages.ts'
import { giveUpReasons, taskTones, useTaskName, type OwnTask } from './plan.ts'

type GiveUp = (typeof giveUpReasons)[number]

/** One task with its state, for a list. */
export function TaskRow({ task }: { task: OwnTask }) {
  const t = useT(planMessages)
  const format = useFormat()
  const name = useTaskName()
  const { plotLabel: plot, cropName: crop, dueFrom, dueTo, end, state } = task
  const due = t('note', { crop, days: format.days(dueFrom, dueTo) })
  const wasLate = end?.wasLate === true && state === 'done'
  return (
    <ListRow
      title={t('row', { plot, task: name(task) })}
      note={
        <>
          {due}
          {end !== null && (
            <>
              <br />
              {t('endedOn', { day: format.day(end.on), name: end.byName ?? '' })}
              {end.because !== null && ` · ${t(`because_${end.because}`)}`}
            </>
          )}
        </>
      }
      end={
        <StateBadge tone={taskTones[state]}>{t(wasLate ? 'wasLate' : `state_${state}`)}</StateBadge>
      }
    />
  )
}

/** A task to do: done with a photo, or given up with a reason, also without a network. */
export function DueTask({ task }: { task: OwnTask }) {
  const t = useT(planMessages)
  const format = useFormat()
  const name = useTaskName()
  const [asking, setAsking] = useState<'done' | 'give-up' | null>(null)
  const { plotLabel: plot, cropName: crop, dueFrom, dueTo, state } = task
  const title = t('row', { plot, task: name(task) })
  const send = useSend(task, title)
  return (
    <li className="stack list__item">
      <div className="list__item-head">
        <h3>{title}</h3>
        <StateBadge tone={taskTones[state]}>{t(`state_${state}`)}</StateBadge>
      </div>
      <p className="soft">{t('note', { crop, days: format.days(dueFrom, dueTo) })}</p>
      {task.needsPhoto && <p>{t('needsPhoto')}</p>}
      {send.data === 'done' && <Notice kind="done">{t('sent')}</Notice>}
      {send.data === 'waiting' && (
        <Notice kind="waiting" actions={<LinkButton to="/waiting">{t('toWaiting')}</LinkButton>}>
          {t('kept')}
        </Notice>
      )}
      {send.data === undefined && asking === null && (
        <ButtonRow>
          <Button
            kind="primary"
            wide
            label={`${title} ${t('done')}`}
            onClick={() => setAsking('done')}
          >
            {t('done')}
          </Button>
          <Button label={`${title} ${t('giveUp')}`} onClick={() => setAsking('give-up')}>
            {t('giveUp')}
          </Button>
        </ButtonRow>
      )}
      {send.data === undefined && asking === 'done' && (
        <DoneForm
          needsPhoto={task.needsPhoto}
          busy={send.isPending}
          error={send.error}
          onSend={(photoFileId) => send.mutate({ photoFileId })}
          onBack={() => setAsking(null)}
        />
      )}
      {send.data === undefined && asking === 'give-up' && (
        <GiveUpForm
          busy={send.isPending}
          error={send.error}
          onSend={(because) => send.mutate({ because })}
          onBack={() => setAsking(null)}
        />
      )}
    </li>
  )
}

interface FormProps<Given> {
  readonly busy: boolean
  readonly error: Error | null
  readonly onSend: (given: Given) => void
  readonly onBack: () => void
}

function DoneForm({
  needsPhoto,
  busy,
  error,
  onSend,
  onBack,
}: FormProps<string | null> & { readonly needsPhoto: boolean }) {
  const t = useT(planMessages)
  const [photo, setPhoto] = useState<string | null>(null)
  const [isUploading, setUploading] = useState(false)
  const [isAsked, setAsked] = useState(false)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (photo !== null || !needsPhoto) onSend(photo)
      }}
    >
      <EvidencePhoto
        fileId={photo}
        onChange={setPhoto}
        onUploading={setUploading}
        required={needsPhoto}
      />
      {isAsked && needsPhoto && photo === null && <Notice kind="wrong">{t('photoMissing')}</Notice>}
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy || isUploading}>
        {t('send')}
      </Button>
      <Button onClick={onBack}>{t('back')}</Button>
    </Form>
  )
}

function GiveUpForm({ busy, error, onSend, onBack }: FormProps<GiveUp>) {
  const t = useT(planMessages)
  const [because, setBecause] = useState<GiveUp | ''>('')
  const [isAsked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (because !== '') onSend(because)
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('because')}
        placeholder="…"
        error={isAsked && because === '' ? t('because') : undefined}
        value={because}
        options={giveUpReasons.map((value) => ({ value, label: t(`because_${value}`) }))}
        onChange={setBecause}
      />
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy}>
        {t('send')}
      </Button>
      <Button onClick={onBack}>{t('back')}</Button>
    </Form>
  )
}

function useSend({ taskId: id }: OwnTask, label: string) {
  const queryClient = useQueryClient()
  const personId = useSession().session?.person.personId ?? ''
  return useMutation({
    mutationFn: async (given: { photoFileId: string | null } | { because: GiveUp }) => {
      const about = { personId, params: { id }, label }
      const { state } =
        'because' in given
          ? await outbox.give({ ...about, kind: 'task-given-up', body: given })
          : await outbox.give({ ...about, kind: 'task-done', body: given })
      return state
    },
    onSuccess: (state) => {
      if (state === 'done') void forgetOldAnswers(queryClient)
    },
  })
}
