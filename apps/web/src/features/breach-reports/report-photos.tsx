import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiProblem } from '@azalea/client'
import { apiUrl, post } from '../../app/api.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useProblemText } from '../../ui/error-state.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { reportsMessages } from './messages.ts'
import './breach-reports.css'

/** Photos that are sent as soon as they are chosen, so that a draft keeps them over a reload. */
export function ReportPhotos({
  fileIds,
  most,
  onChange,
  onUploading,
}: {
  fileIds: readonly string[]
  most: number
  onChange: (fileIds: string[]) => void
  onUploading: (uploading: boolean) => void
}) {
  const t = useT(reportsMessages)
  const problemText = useProblemText()
  const upload = useMutation({
    mutationFn: (chosen: File) => post('/api/photos', {}, uploadOf(chosen)),
    onSuccess: ({ fileId }) => onChange([...fileIds, fileId]),
  })
  const { isPending } = upload
  useEffect(() => onUploading(isPending), [isPending, onUploading])
  return (
    <>
      {fileIds.map((fileId, index) => (
        <div key={fileId} className="stack stack--tight">
          <Photo fileId={fileId} name={t('photoOf', { no: index + 1 })} />
          <div>
            <Button kind="quiet" onClick={() => onChange(fileIds.filter((one) => one !== fileId))}>
              {t('removePhoto')}
            </Button>
          </div>
        </div>
      ))}
      {fileIds.length < most && (
        <PhotoField
          label={t('photo')}
          hint={isPending ? t('photoSending') : t('photoHint', { count: most })}
          optional
          error={upload.isError ? sentence(upload.error) : undefined}
          value={null}
          onChange={(chosen) => {
            if (chosen !== null) upload.mutate(chosen)
          }}
        />
      )}
    </>
  )

  function sentence(error: Error): string {
    const offline = error instanceof ApiProblem && error.status === 0
    return offline ? t('photoOffline') : problemText(error)
  }
}

export function Photo({ fileId, name }: { fileId: string; name: string }) {
  return (
    <img
      className="report-photo"
      src={apiUrl('/api/photos/{fileId}', { fileId })}
      alt={name}
      loading="lazy"
    />
  )
}
