import { useState } from 'react'
import { useT } from './i18n.ts'
import { cameraMessages } from './camera-messages.ts'
import { PhotoField } from './photo-field.tsx'

/** Reads a QR code from a photo, on this device. */
export function PhotoOfCode({ onRead }: { onRead: (text: string) => void }) {
  const t = useT(cameraMessages)
  const [state, setState] = useState<'idle' | 'reading' | 'unreadable'>('idle')
  const read = async (photo: File) => {
    setState('reading')
    const text = await readCode(photo).catch(() => null)
    setState(text === null ? 'unreadable' : 'idle')
    if (text !== null) onRead(text)
  }
  return (
    <PhotoField
      label={t('photo')}
      hint={state === 'reading' ? t('reading') : t('photoHint')}
      error={state === 'unreadable' ? t('noCode') : undefined}
      optional
      // It is read and let go; there is nothing to keep in view.
      value={null}
      onChange={(photo) => {
        if (photo !== null) void read(photo)
      }}
    />
  )
}

async function readCode(photo: File): Promise<string | null> {
  const { openQrReader } = await import('./qr-reader.ts')
  return (await openQrReader())(photo)
}
