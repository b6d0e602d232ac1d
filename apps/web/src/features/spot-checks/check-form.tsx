import { useState } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { outbox } from '../../app/outbox.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StarRating, type StarCount } from '../../ui/star-rating.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { EvidencePhoto } from '../../app/evidence-photo.tsx'
import { spotChecksMessages } from './messages.ts'
import type { CheckAnswer } from './spot-check.ts'

interface Draft {
  score: StarCount | null
  words: string
  photoFileId: string | null
}

const empty: Draft = { score: null, words: '', photoFileId: null }

/** What the checker saw, with a photo, before seeing what anybody else gave. */
export function CheckForm({ check: { checkId } }: { check: CheckAnswer }) {
  const t = useT(spotChecksMessages)
  const [draft, setDraft, clear] = useDraft<Draft>(`spot-check.${checkId}`, empty)
  const [isUploading, setUploading] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const give = useCommand(
    async (body: Body<'/api/spot-checks/{id}/score'>, idempotencyKey) =>
      post(
        '/api/spot-checks/{id}/score',
        { id: checkId },
        await outbox.photos.withPhotosSent(body),
        {
          idempotencyKey,
        },
      ),
    clear,
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { score, words, photoFileId } = draft
  const missing =
    score === null ? t('scoreMissing') : photoFileId === null ? t('photoMissing') : null
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (missing === null && score !== null)
          give.mutate({ score, words: words.trim(), photoFileId })
      }}
    >
      <Notice>{t('seeFirst')}</Notice>
      <StarRating
        label={t('scoreAsk')}
        value={score}
        onChange={(stars) => change({ score: stars })}
      />
      <EvidencePhoto
        required
        fileId={photoFileId}
        onChange={(next) => change({ photoFileId: next })}
        onUploading={setUploading}
      />
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        optional
        value={words}
        maxLength={500}
        onChange={(next) => change({ words: next })}
      />
      <p className="soft">{t('onlyOnce')}</p>
      {isAsked && missing !== null && <Notice kind="wrong">{missing}</Notice>}
      <ProblemNotice error={give.error} />
      <Button kind="primary" submit wide busy={give.isPending} disabled={isUploading}>
        {t('submit')}
      </Button>
    </Form>
  )
}
