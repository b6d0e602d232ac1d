import { ScanIcon } from '@phosphor-icons/react/dist/csr/Scan'
import { useState } from 'react'
import { apiPost } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../app/i18n.ts'
import {
  forMyself,
  OnBehalfFields,
  onBehalfOf,
  type OnBehalf,
} from '../../app/on-behalf-fields.tsx'
import { useNow } from '../../app/use-now.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { GroupField } from '../../ui/group-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import type { Reported } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { ReportPhotos } from './report-photos.tsx'

interface Draft extends OnBehalf {
  kind: 'plate' | 'person'
  code: string
  name: string
  groupNo: number | null
  /** Null until the reader changes it: now. */
  occurredAt: string | null
  words: string
  photoFileIds: string[]
}

const MOST_PHOTOS = 3

const empty: Draft = {
  kind: 'plate',
  code: '',
  name: '',
  groupNo: null,
  occurredAt: null,
  words: '',
  photoFileIds: [],
  ...forMyself,
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
  const [draft, setDraft, clear] = useDraft<Draft>(`report.${code}`, { ...empty, code })
  const [isAsked, setAsked] = useState(false)
  const [uploading, setUploading] = useState(false)
  const send = useCommand(
    (body: object, idempotencyKey) =>
      apiPost<Reported>('/api/breach-reports', body, { idempotencyKey }),
    (reported) => {
      clear()
      onSent(reported)
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const occurredAt = draft.occurredAt ?? now.toISOString()
  const words = draft.words.trim()
  const submit = () => {
    setAsked(true)
    const about = aboutOf(draft)
    const onBehalf = onBehalfOf(draft)
    if (about === null || words === '' || onBehalf === null) return
    send.mutate({ about, occurredAt, words, photoFileIds: draft.photoFileIds, ...onBehalf })
  }
  return (
    <Form onSubmit={submit}>
      <OnBehalfFields value={draft} isAsked={isAsked} onChange={change} />
      <About draft={draft} isAsked={isAsked} onChange={change} />
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
      <Button kind="primary" submit wide busy={send.isPending} disabled={uploading}>
        {t(draft.isForOther ? 'sendForOther' : 'send')}
      </Button>
    </Form>
  )
}

/** As the server takes it; null while something is missing. */
function aboutOf({ kind, code, name, groupNo }: Draft): object | null {
  if (kind === 'plate') return code.trim() === '' ? null : { kind, code }
  return name.trim() === '' || groupNo === null ? null : { kind, name: name.trim(), groupNo }
}

function About({
  draft: { kind, code, name, groupNo },
  isAsked,
  onChange,
}: {
  draft: Draft
  isAsked: boolean
  onChange: (part: Partial<Draft>) => void
}) {
  const t = useT(reportsMessages)
  return (
    <>
      <Segmented
        label={t('aboutWhat')}
        value={kind}
        options={(['plate', 'person'] as const).map((value) => ({
          value,
          label: t(`about_${value}`),
        }))}
        onChange={(next) => onChange({ kind: next })}
      />
      {kind === 'plate' ? (
        <>
          <CodeField
            kind="plate"
            label={t('plate')}
            hint={t('plateHint')}
            error={isAsked && code.trim() === '' ? t('plateMissing') : undefined}
            value={code}
            onChange={(next) => onChange({ code: next })}
            maxLength={14}
          />
          <div className="outdent">
            <LinkButton kind="quiet" icon={ScanIcon} to="/scan">
              {t('scan')}
            </LinkButton>
          </div>
        </>
      ) : (
        <>
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            error={isAsked && name.trim() === '' ? t('nameMissing') : undefined}
            value={name}
            maxLength={60}
            onChange={(next) => onChange({ name: next })}
          />
          <GroupField
            label={t('group')}
            error={isAsked && groupNo === null ? t('groupMissing') : undefined}
            value={groupNo}
            onChange={(next) => onChange({ groupNo: next })}
          />
        </>
      )}
    </>
  )
}
