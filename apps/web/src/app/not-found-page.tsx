import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple'
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { useT } from '../ui/i18n.ts'
import { appMessages } from './messages.ts'

export function NotFoundPage() {
  const t = useT(appMessages)
  return (
    <Page title={t('notFoundTitle')}>
      <EmptyState icon={SignpostIcon} title={t('notFoundHint')}>
        <LinkButton to="/">{t('goHome')}</LinkButton>
      </EmptyState>
    </Page>
  )
}

export function NoAccessPage() {
  const t = useT(appMessages)
  return (
    <Page title={t('noAccessTitle')}>
      <EmptyState icon={LockSimpleIcon} title={t('noAccessHint')}>
        <LinkButton to="/">{t('goHome')}</LinkButton>
      </EmptyState>
    </Page>
  )
}
