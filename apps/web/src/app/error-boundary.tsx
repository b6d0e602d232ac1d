import { CloudSlashIcon } from '@phosphor-icons/react/dist/csr/CloudSlash'
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { Component, useEffect, type ReactNode } from 'react'
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { useT } from '../ui/i18n.ts'
import { appMessages } from './messages.ts'
import { useOnline } from './online.ts'
import { ScriptMissing } from '../ui/lazy-page.tsx'

interface State {
  broken: 'not' | 'unread' | 'crashed'
}

/** Keeps a broken page from taking the bar and the other places with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: 'not' }

  static getDerivedStateFromError(error: unknown): State {
    return { broken: error instanceof ScriptMissing ? 'unread' : 'crashed' }
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof ScriptMissing) error.forget()
  }

  override render(): ReactNode {
    switch (this.state.broken) {
      case 'not':
        return this.props.children
      case 'unread':
        return <UnreadPage />
      case 'crashed':
        return <CrashedPage />
    }
  }
}

/** Neither kept on this phone nor to be had now; it opens by itself once there is a network. */
function UnreadPage() {
  const t = useT(appMessages)
  const online = useOnline()
  useEffect(() => {
    addEventListener('online', reopen)
    return () => removeEventListener('online', reopen)
  }, [])
  if (online) {
    return (
      <Page title={t('unreadTitle')}>
        <EmptyState icon={CloudSlashIcon} title={t('unreadHint')}>
          <Button kind="primary" onClick={reopen}>
            {t('reopen')}
          </Button>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('notKeptTitle')}>
      <EmptyState icon={CloudSlashIcon} title={t('notKeptHint')}>
        <ButtonRow>
          <LinkButton to="/">{t('goHome')}</LinkButton>
          <LinkButton to="/waiting">{t('seeWaiting')}</LinkButton>
        </ButtonRow>
      </EmptyState>
    </Page>
  )
}

function CrashedPage() {
  const t = useT(appMessages)
  return (
    <Page title={t('crashedTitle')}>
      <EmptyState icon={WarningCircleIcon} title={t('crashedHint')}>
        <Button kind="primary" onClick={reopen}>
          {t('reopen')}
        </Button>
      </EmptyState>
    </Page>
  )
}

function reopen(): void {
  location.reload()
}
