import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../app/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { CameraView } from './camera-view.tsx'
import { platesMessages } from './messages.ts'
import { PlateCodeForm } from './plate-code-form.tsx'
import { pathOfScanned } from './read-scanned.ts'
import { SeenPlatesSection } from './seen-plates-section.tsx'

/** Camera, or a photo of the code, or typing it: three ways to the same plate. */
export function ScanPage() {
  const t = useT(platesMessages)
  const [, navigate] = useLocation()
  const { session } = useSession()
  const [foreign, setForeign] = useState(false)
  const open = (text: string) => {
    const path = pathOfScanned(text)
    setForeign(path === null)
    if (path !== null) navigate(path)
  }
  return (
    <Page title={t('scanTitle')} {...(session === null ? { back: '/' } : {})}>
      <div className="stack">
        <CameraView onRead={open} />
        {foreign && <Notice kind="waiting">{t('foreignCode')}</Notice>}
      </div>
      <Section title={t('orType')}>
        <PlateCodeForm />
      </Section>
      <Section title={t('orPhoto')}>
        <PhotoOfCode onRead={open} />
      </Section>
      <SeenPlatesSection />
    </Page>
  )
}

function PhotoOfCode({ onRead }: { onRead: (text: string) => void }) {
  const t = useT(platesMessages)
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
      label={t('photoOfCode')}
      hint={read.isPending ? t('readingPhoto') : t('photoOfCodeHint')}
      error={unreadable ? t('noCodeInPhoto') : undefined}
      optional
      maxMegabytes={30}
      // It is read and let go; there is nothing to keep in view.
      value={null}
      onChange={(photo) => {
        if (photo !== null) read.mutate(photo)
      }}
    />
  )
}
