import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots'
import { useState } from 'react'
import { ApiProblem, networkUnreachable } from '@azalea/client'
import { useT } from '../ui/i18n.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Dialog, Sheet } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Section } from '../ui/page.tsx'
import { Progress } from '../ui/progress.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Stars } from '../ui/stars.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Day, Span, When } from '../ui/when.tsx'
import { galleryMessages } from './messages.ts'

const justNow = new Date()
const noNetwork = new ApiProblem({ status: 0, code: networkUnreachable })

/** States, dialogs, and what stands in place of content. */
export function GalleryRest() {
  const t = useT(galleryMessages)
  const [tab, setTab] = useState<'awards' | 'wallet'>('awards')
  return (
    <>
      <Section title={t('states')}>
        <div className="row">
          <StateBadge tone="done">{t('stateDone')}</StateBadge>
          <StateBadge tone="waiting">{t('stateWaiting')}</StateBadge>
          <StateBadge tone="past">{t('statePast')}</StateBadge>
          <StateBadge tone="wrong">{t('stateWrong')}</StateBadge>
        </div>
        <div className="row">
          <Stars mean={4.37} count={26} />
          <Stars mean={null} />
        </div>
      </Section>
      <Section title={t('names')}>
        <p>
          <When at={justNow} /> · <Day day="2026-03-12" /> ·{' '}
          <Span from="2026-11-05T14:00:00Z" to="2026-11-05T22:00:00Z" />
        </p>
      </Section>
      <Section title={t('tabs')}>
        <Tabs
          label={t('tabs')}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'awards', label: t('tabAwards') },
            { value: 'wallet', label: t('tabWallet') },
          ]}
        >
          <p>{t('tabsText')}</p>
        </Tabs>
      </Section>
      <Dialogs />
      <Section title={t('qr')}>
        <QrCode text="https://azalea.example/#/notices/2026-11" label={t('qrLabel')} />
      </Section>
      <Progress label={t('progress')} done={320} total={500} />
      <Skeleton of="number" count={1} />
      <Skeleton of="text" count={3} />
      <EmptyState icon={CalendarDotsIcon} title={t('empty')} hint={t('emptyHint')}>
        <Button>{t('initiate')}</Button>
      </EmptyState>
      <ErrorState error={noNetwork} onRetry={() => undefined} />
    </>
  )
}

function Dialogs() {
  const t = useT(galleryMessages)
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={t('dialog')}>
      <ButtonRow>
        <Button onClick={() => setOpen('dialog')}>{t('openDialog')}</Button>
        <Button onClick={() => setOpen('sheet')}>{t('openSheet')}</Button>
      </ButtonRow>
      <Dialog open={open === 'dialog'} onClose={close} title={t('openDialog')}>
        <p>{t('dialogText')}</p>
        <ButtonRow>
          <Button kind="primary" onClick={close}>
            {t('confirm')}
          </Button>
        </ButtonRow>
      </Dialog>
      <Sheet open={open === 'sheet'} onClose={close} title={t('openSheet')}>
        <p>{t('sheetText')}</p>
        <div className="stack stack--tight">
          <Button wide onClick={close}>
            {t('household1')}
          </Button>
          <Button wide onClick={close}>
            {t('household2')}
          </Button>
        </div>
      </Sheet>
    </Section>
  )
}
