import { useState } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { BreachReport } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { ReportPhotos } from './report-photos.tsx'

/** The reported household's side, asked for before anything is decided. */
export function ReplyForm({ report: { reportId, replyDueOn } }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const format = useFormat()
  const [draft, setDraft, clear] = useDraft(`report-reply.${reportId}`, {
    words: '',
    photoFileIds: [] as string[],
  })
  const [isAsked, setAsked] = useState(false)
  const [uploading, setUploading] = useState(false)
  const reply = useCommand(
    (body: Body<'/api/breach-reports/{id}/reply'>, idempotencyKey) =>
      post('/api/breach-reports/{id}/reply', { id: reportId }, body, { idempotencyKey }),
    clear,
  )
  const words = draft.words.trim()
  const [photoFileId] = draft.photoFileIds
  return (
    <Section title={t('ownReply')}>
      <Notice kind="waiting">{t('askReply', { day: format.day(replyDueOn ?? '') })}</Notice>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (words !== '')
            reply.mutate({ words, ...(photoFileId === undefined ? {} : { photoFileId }) })
        }}
      >
        <TextArea
          label={t('replyWords')}
          hint={t('replyHint')}
          error={isAsked && words === '' ? t('replyMissing') : undefined}
          value={draft.words}
          rows={4}
          maxLength={1000}
          onChange={(next) => setDraft((before) => ({ ...before, words: next }))}
        />
        <ReportPhotos
          fileIds={draft.photoFileIds}
          most={1}
          onChange={(photoFileIds) => setDraft((before) => ({ ...before, photoFileIds }))}
          onUploading={setUploading}
        />
        <ProblemNotice error={reply.error} />
        <Button kind="primary" submit wide busy={reply.isPending} disabled={uploading}>
          {t('sendReply')}
        </Button>
      </Form>
    </Section>
  )
}

/** To the supervisors, by the side that the decision went against. */
export function AppealForm({ report: { reportId, decision } }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const format = useFormat()
  const [words, setWords, clear] = useDraft(`report-appeal.${reportId}`, '')
  const [isAsked, setAsked] = useState(false)
  const appeal = useCommand(
    (body: Body<'/api/breach-reports/{id}/appeal'>, idempotencyKey) =>
      post('/api/breach-reports/{id}/appeal', { id: reportId }, body, { idempotencyKey }),
    clear,
  )
  const written = words.trim()
  return (
    <Section title={t('appeal')}>
      <p className="soft">{t('canAppeal', { day: format.day(decision?.appealEndsOn ?? '') })}</p>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (written !== '') appeal.mutate({ words: written })
        }}
      >
        <TextArea
          label={t('appealWords')}
          hint={t('appealHint')}
          error={isAsked && written === '' ? t('appealMissing') : undefined}
          value={words}
          maxLength={1000}
          onChange={setWords}
        />
        <ProblemNotice error={appeal.error} />
        <Button kind="primary" submit wide busy={appeal.isPending}>
          {t('sendAppeal')}
        </Button>
      </Form>
    </Section>
  )
}
