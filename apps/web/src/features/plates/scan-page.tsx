import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass'
import { platesMessages } from '@azalea/client'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { handOverReceipt } from '../../app/handed-over.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { CameraView } from '../../ui/camera-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PhotoOfCode } from '../../ui/photo-of-code.tsx'
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
    if (path?.startsWith('/verify/') === true) handOverReceipt(text)
    if (path !== null) navigate(path)
  }
  return (
    <Page title={t('scanTitle')} {...(session === null ? { back: '/' } : {})}>
      <div className="stack">
        <CameraView hint={t('cameraHint')} onRead={open} />
        {foreign && <Notice kind="waiting">{t('foreignCode')}</Notice>}
      </div>
      <Section title={t('orType')}>
        <PlateCodeForm />
        {session !== null && (
          <LinkButton kind="quiet" icon={MagnifyingGlassIcon} to="/plates">
            {t('find')}
          </LinkButton>
        )}
      </Section>
      <Section title={t('orPhoto')}>
        <PhotoOfCode onRead={open} />
      </Section>
      <SeenPlatesSection />
    </Page>
  )
}
