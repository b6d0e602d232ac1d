import { useMutation } from '@tanstack/react-query'
import { useT } from '../app/i18n.ts'
import { cameraMessages } from './camera-messages.ts'
import { PhotoField } from './photo-field.tsx'

/** Reads a QR code from a photo, on this device. */
export function PhotoOfCode({ onRead }: { onRead: (text: string) => void }) {
  const t = useT(cameraMessages)
  const read = useMutation({
    mutationFn: async (photo: File) => {
      const { openQrReader } = await import('./qr-reader.ts')
      return (await openQrReader())(photo)
    },
    onSuccess: (text) => {
      if (text !== null) onRead(text)
    },
  })
  const unreadable = read.isError || read.data === null
  return (
    <PhotoField
      label={t('photo')}
      hint={read.isPending ? t('reading') : t('photoHint')}
      error={unreadable ? t('noCode') : undefined}
      optional
      // It is read and let go; there is nothing to keep in view.
      value={null}
      onChange={(photo) => {
        if (photo !== null) read.mutate(photo)
      }}
    />
  )
}
