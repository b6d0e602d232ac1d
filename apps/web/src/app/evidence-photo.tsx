import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiProblem, isKeptPhoto } from '@azalea/client'
import { apiUrl } from './api.ts'
import { useT } from '../ui/i18n.ts'
import { outbox } from './outbox.ts'
import { Button } from '../ui/button.tsx'
import { useProblemText } from '../ui/error-state.tsx'
import { PhotoField } from '../ui/photo-field.tsx'
import { evidencePhotoMessages } from './evidence-photo-messages.ts'
import './evidence-photo.css'

/**
 * A photo that is sent as soon as it is chosen, so that giving the rating needs no second of waiting.
 * Without a network it is kept on the phone, and goes with what it is for.
 */
export function EvidencePhoto({
  fileId,
  onChange,
  onUploading,
  required = false,
}: {
  /** The server's id, or the place on this phone of one that could not be sent yet. */
  fileId: string | null
  onChange: (fileId: string | null) => void
  onUploading: (uploading: boolean) => void
  /** Nothing counts without it, as for a spot check. */
  required?: boolean
}) {
  const t = useT(evidencePhotoMessages)
  const problemText = useProblemText()
  const upload = useMutation({ mutationFn: keepAndSend, onSuccess: onChange })
  const { isPending } = upload
  useEffect(() => onUploading(isPending), [isPending, onUploading])
  const remove = () => {
    if (isKeptPhoto(fileId)) void outbox.photos.drop(fileId)
    onChange(null)
  }
  if (fileId !== null) {
    return (
      <div className="stack stack--tight">
        <p className="field__label">{t('photo')}</p>
        <EvidencePicture fileId={fileId} />
        {isKeptPhoto(fileId) && <p className="soft small">{t('photoKept')}</p>}
        <div>
          <Button kind="quiet" onClick={remove}>
            {t('removePhoto')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <PhotoField
      label={t('photo')}
      hint={isPending ? t('photoSending') : t('photoHint')}
      optional={!required}
      error={upload.isError ? problemText(upload.error) : undefined}
      value={null}
      onChange={(chosen) => {
        upload.reset()
        if (chosen !== null) upload.mutate(chosen)
      }}
    />
  )
}

/** Kept first: a phone that is put away amid the sending loses nothing. */
async function keepAndSend(photo: File): Promise<string> {
  const kept = await outbox.photos.keep(photo)
  try {
    const fileId = await outbox.photos.send(kept, photo)
    await outbox.photos.drop(kept)
    return fileId
  } catch (error) {
    const isAway = error instanceof ApiProblem && (error.status === 0 || error.status >= 500)
    if (isAway) return kept
    await outbox.photos.drop(kept)
    throw error
  }
}

function EvidencePicture({ fileId }: { fileId: string }) {
  const t = useT(evidencePhotoMessages)
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (!isKeptPhoto(fileId)) return
    let address = ''
    void outbox.photos.read(fileId).then((photo) => {
      if (photo === null || picture.current === null) return
      address = URL.createObjectURL(photo)
      picture.current.src = address
    })
    return () => URL.revokeObjectURL(address)
  }, [fileId])
  const isKept: boolean = isKeptPhoto(fileId)
  const source = isKept ? {} : { src: apiUrl('/api/photos/{fileId}', { fileId }) }
  return <img ref={picture} className="evidence-photo" {...source} alt={t('photo')} />
}
