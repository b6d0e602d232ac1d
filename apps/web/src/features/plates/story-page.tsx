import type { PlateAnswer } from '@azalea/client'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { apiUrl, post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import './plate-photo.css'
import { storyMessages } from './story-messages.ts'

interface WrittenStory {
  story: string
  photoFileId: string | null
}

/** Who keeps a plot, or a cadre, gives it the story and the photo that everybody sees. */
export function StoryPage() {
  const t = useT(storyMessages)
  const { code = '' } = useParams()
  const plate = useAnswer('/api/plates/{code}', { code })
  const subject = plate.data?.subject
  return (
    <Page
      title={t('title')}
      back={`/p/${code}`}
      {...(subject === undefined ? {} : { lead: t('lead', { label: subject.label }) })}
    >
      {plate.isPending && <Skeleton of="text" count={4} />}
      {plate.isError && <ErrorState error={plate.error} onRetry={() => void plate.refetch()} />}
      {subject?.mayWriteStory === false && (
        <>
          <Notice>{t('notYours')}</Notice>
          <LinkButton to={`/p/${code}`}>{t('toPlate')}</LinkButton>
        </>
      )}
      {plate.isSuccess && plate.data.subject.mayWriteStory && (
        <StoryForm key={plate.data.subject.subjectId} plate={plate.data} />
      )}
    </Page>
  )
}

function StoryForm({ plate: { code, subject } }: { plate: PlateAnswer }) {
  const t = useT(storyMessages)
  const [, navigate] = useLocation()
  const [story, setStory, clear] = useDraft(`story.${subject.subjectId}`, subject.story)
  const [kept, setKept] = useState(subject.photo)
  const [photo, setPhoto] = useState<File | null>(null)
  const { send, error, busy } = useStory(subject.subjectId, () => {
    clear()
    navigate(`/p/${code}`)
  })
  const written = story.trim()
  const isEmpty = written === '' && kept === null && photo === null
  const hadNothing = subject.story === '' && subject.photo === null
  return (
    <Form onSubmit={() => send({ story: written, photoFileId: kept?.fileId ?? null }, photo)}>
      <TextArea
        label={t('story')}
        hint={t('storyHint')}
        rows={5}
        optional
        value={story}
        maxLength={2000}
        onChange={setStory}
      />
      {kept === null ? (
        <PhotoField
          label={t('photo')}
          hint={t('photoHint')}
          optional
          value={photo}
          onChange={setPhoto}
        />
      ) : (
        <figure className="stack stack--tight">
          <figcaption className="field__label">{t('shown')}</figcaption>
          <img
            className="plate-photo"
            src={apiUrl('/api/plates/{code}/photo', { code, of: kept.fileId })}
            width={kept.width}
            height={kept.height}
            alt={t('shown')}
          />
          <div className="outdent">
            <Button kind="quiet" onClick={() => setKept(null)}>
              {t('takeOut')}
            </Button>
          </div>
        </figure>
      )}
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy} disabled={isEmpty && hadNothing}>
        {t(isEmpty && !hadNothing ? 'saveNothing' : 'save')}
      </Button>
    </Form>
  )
}

/** Sends the photo first, if there is a new one; each has its own key, so a retry doubles neither. */
function useStory(subjectId: string, onDone: () => void) {
  const write = useCommand(
    (written: WrittenStory, idempotencyKey) =>
      post('/api/subjects/{subjectId}/story', { subjectId }, written, { idempotencyKey }),
    onDone,
  )
  const upload = useCommand(
    // The sign tells two files apart, which the comparison of intents cannot.
    ({ photo }: { photo: File; sign: string; written: WrittenStory }, idempotencyKey) =>
      post('/api/photos', {}, uploadOf(photo), { idempotencyKey }),
    ({ fileId }, { written }) => write.mutate({ ...written, photoFileId: fileId }),
  )
  return {
    send: (written: WrittenStory, photo: File | null) => {
      if (photo === null) return write.mutate(written)
      const sign = `${photo.name} ${photo.size} ${photo.lastModified}`
      upload.mutate({ photo, sign, written })
    },
    error: upload.error ?? write.error,
    busy: upload.isPending || write.isPending,
  }
}
