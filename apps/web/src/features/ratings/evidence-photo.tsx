import type { Answer } from '@azalea/api-client'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiPost, ApiProblem, apiUrl } from '../../app/api.ts'
import { useT } from '../../app/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useProblemText } from '../../ui/error-state.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { ratingsMessages } from './messages.ts'
import './evidence-photo.css'

/**
 * A photo that is sent as soon as it is chosen, so that the draft keeps it over a reload and giving
 * the rating needs no second of waiting. Without a network the rating goes without it.
 */
export function EvidencePhoto({
  fileId,
  onChange,
  onUploading,
  required = false,
}: {
  fileId: string | null
  onChange: (fileId: string | null) => void
  onUploading: (uploading: boolean) => void
  /** Nothing counts without it, as for a spot check. */
  required?: boolean
}) {
  const t = useT(ratingsMessages)
  const problemText = useProblemText()
  const [photo, setPhoto] = useState<File | null>(null)
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.append('file', chosen)
      return apiPost<Answer<'/api/photos', 'post'>>('/api/photos', form)
    },
    onSuccess: (answer) => onChange(answer.fileId),
    onError: () => setPhoto(null),
  })
  const { isPending } = upload
  useEffect(() => onUploading(isPending), [isPending, onUploading])
  if (fileId !== null && photo === null) {
    return (
      <div className="stack stack--tight">
        <p className="field__label">{t('photo')}</p>
        <img className="evidence-photo" src={apiUrl(`/api/photos/${fileId}`)} alt={t('photo')} />
        <div>
          <Button kind="quiet" onClick={() => onChange(null)}>
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
      error={upload.isError ? sentence(upload.error) : undefined}
      value={photo}
      onChange={(chosen) => {
        setPhoto(chosen)
        onChange(null)
        upload.reset()
        if (chosen !== null) upload.mutate(chosen)
      }}
    />
  )

  function sentence(error: Error): string {
    const offline = error instanceof ApiProblem && error.status === 0
    return offline ? t('photoOffline') : problemText(error)
  }
}
