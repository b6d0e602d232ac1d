import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { type Delivery, ratingsMessages, type RatingAnswer } from '@azalea/client'
import { outbox } from '../../app/outbox.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { fieldProblem, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StarRating, type StarCount } from '../../ui/star-rating.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { EvidencePhoto } from '../../app/evidence-photo.tsx'
import type { RatedPlate } from './rated-plate.ts'
import { WhatHappens } from './what-happens.tsx'

interface Draft {
  stars: StarCount | null
  words: string
  photoFileId: string | null
}

const empty: Draft = { stars: null, words: '', photoFileId: null }
const longestWords = 500

export function RateForm({
  plate,
  onGiven,
}: {
  /** Null `myRating`: none that is known. */
  plate: Pick<RatedPlate, 'code' | 'myRating'> & {
    label: string
    /** Null while it is not known. */
    kind: RatedPlate['subject']['kind'] | null
  }
  onGiven: (delivery: Delivery<RatingAnswer>, stars: number) => void
}) {
  const t = useT(ratingsMessages)
  const { code, label, kind, myRating } = plate
  const personId = useSession().session?.person.personId ?? ''
  const [draft, setDraft, clear] = useDraft<Draft>(`rating.${code}`, empty)
  const [uploading, setUploading] = useState(false)
  const [noStars, setNoStars] = useState(false)
  const give = useMutation({
    mutationFn: async (stars: StarCount) => {
      const { words, photoFileId } = draft
      const delivery = await outbox.give({
        personId,
        kind: 'rating',
        params: {},
        body: { plateCode: code, stars, words: words.trim(), photoFileId },
        label,
      })
      clear()
      onGiven(delivery, stars)
    },
  })
  return (
    <Form
      onSubmit={() => {
        setNoStars(draft.stars === null)
        if (draft.stars !== null) give.mutate(draft.stars)
      }}
    >
      <StarRating
        label={t('stars')}
        value={draft.stars}
        onChange={(stars) => {
          setNoStars(false)
          setDraft((before) => ({ ...before, stars }))
        }}
      />
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        optional
        error={fieldProblem(give.error, 'words')}
        value={draft.words}
        maxLength={longestWords}
        onChange={(words) => setDraft((before) => ({ ...before, words }))}
      />
      <EvidencePhoto
        fileId={draft.photoFileId}
        onChange={(photoFileId) => setDraft((before) => ({ ...before, photoFileId }))}
        onUploading={setUploading}
      />
      {kind !== null && <WhatHappens earlier={myRating} subjectKind={kind} />}
      {noStars && <Notice kind="wrong">{t('starsMissing')}</Notice>}
      <ProblemNotice error={give.error} />
      <Button kind="primary" submit wide busy={give.isPending} disabled={uploading}>
        {t('give')}
      </Button>
    </Form>
  )
}
