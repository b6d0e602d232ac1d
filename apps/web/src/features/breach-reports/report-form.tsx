import { useState } from 'react'
import { ApiProblem, type Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import {
  forMyself,
  OnBehalfFields,
  onBehalfOf,
  type OnBehalf,
} from '../../app/on-behalf-fields.tsx'
import { useNow } from '../../app/use-now.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { AboutFields, aboutOf, KindField, nothing, type About } from './about-fields.tsx'
import type { Reported } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { ReportPhotos } from './report-photos.tsx'

interface Draft extends OnBehalf, About {
  /** Null until the reader changes it: now. */
  occurredAt: string | null
  words: string
  photoFileIds: string[]
}

const MOST_PHOTOS = 3

/** A scanned plate says already what it is about; otherwise nothing is chosen. */
function draftFor(code: string): Draft {
  const kind = code === '' ? null : 'plate'
  return {
    ...nothing,
    ...forMyself,
    code,
    kind,
    occurredAt: null,
    words: '',
    photoFileIds: [],
  }
}

/** What was seen, of whom, when: told to the committee, and without the reporter to the other side. */
export function ReportForm({
  plateCode,
  onSent,
}: {
  /** The plate that the reader comes from; null when none. */
  plateCode: string | null
  onSent: (reported: Reported) => void
}) {
  const t = useT(reportsMessages)
  const now = useNow()
  const code = plateCode ?? ''
  const [draft, setDraft, clear] = useDraft(`breach.${code}`, draftFor(code))
  const [isAsked, setAsked] = useState(false)
  const [uploading, setUploading] = useState(false)
  const send = useCommand(
    (body: Body<'/api/breach-reports'>, idempotencyKey) =>
      post('/api/breach-reports', {}, body, { idempotencyKey }),
    (reported) => {
      clear()
      onSent(reported)
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const occurredAt = draft.occurredAt ?? now.toISOString()
  const words = draft.words.trim()
  const submit = (isAnother: boolean) => {
    setAsked(true)
    const about = aboutOf(draft)
    const onBehalf = onBehalfOf(draft)
    if (about === null || words === '' || onBehalf === null) return
    const { photoFileIds } = draft
    send.mutate({ ...about, occurredAt, words, photoFileIds, ...onBehalf, isAnother })
  }
  return (
    <Form onSubmit={() => submit(false)}>
      <OnBehalfFields value={draft} isAsked={isAsked} onChange={change} />
      <AboutFields value={draft} isAsked={isAsked} onChange={change} />
      <KindField value={draft} isAsked={isAsked} onChange={change} />
      <DateTimeField
        label={t('when')}
        value={occurredAt}
        max={now.toISOString()}
        onChange={(value) => change({ occurredAt: value })}
      />
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        error={isAsked && words === '' ? t('wordsMissing') : undefined}
        value={draft.words}
        rows={4}
        maxLength={1000}
        onChange={(next) => change({ words: next })}
      />
      <ReportPhotos
        fileIds={draft.photoFileIds}
        most={MOST_PHOTOS}
        onChange={(photoFileIds) => change({ photoFileIds })}
        onUploading={setUploading}
      />
      <p className="soft">{t(draft.isForOther ? 'willBeKnownOfOther' : 'willBeKnown')}</p>
      <p className="soft">{t('willHappen')}</p>
      <ProblemNotice error={send.error} />
      <SameAsOpen error={send.error} onAnother={() => submit(true)} />
      <Button kind="primary" submit wide busy={send.isPending} disabled={uploading}>
        {t(draft.isForOther ? 'sendForOther' : 'send')}
      </Button>
    </Form>
  )
}

/** An own report that looks the same is still open: the way to it, or on, if it is something else. */
function SameAsOpen({ error, onAnother }: { error: unknown; onAnother: () => void }) {
  const t = useT(reportsMessages)
  if (!(error instanceof ApiProblem) || error.about?.kind !== 'breach_report') return null
  return (
    <ButtonRow>
      <LinkButton to={`/reports/${error.about.id}`}>{t('again')}</LinkButton>
      <Button onClick={onAnother}>{t('isAnother')}</Button>
    </ButtonRow>
  )
}
