import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { useT } from './i18n.ts'
import { appMessages } from './messages.ts'

/** Keeps a broken page from taking the bar and the other places with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <CrashedPage /> : this.props.children
  }
}

function CrashedPage() {
  const t = useT(appMessages)
  return (
    <Page title={t('crashedTitle')}>
      <EmptyState icon={WarningCircleIcon} title={t('crashedHint')}>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('reopen')}
        </Button>
      </EmptyState>
    </Page>
  )
}
