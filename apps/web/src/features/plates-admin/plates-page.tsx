import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { platesAdminMessages } from './messages.ts'
import { PlateList } from './plate-list.tsx'

export function PlatesPage() {
  const t = useT(platesAdminMessages)
  const { session } = useSession()
  const mayAdd = hasRole(session, ['committee', 'technician'])
  return (
    <Page
      wide
      title={t('title')}
      back="/workbench"
      {...(mayAdd
        ? {
            actions: (
              <LinkButton to="/workbench/plates/new" icon={PlusIcon}>
                {t('add')}
              </LinkButton>
            ),
          }
        : {})}
    >
      {hasRole(session, ['operator']) && (
        <LinkButton to="/workbench/plates/address">{t('address')}</LinkButton>
      )}
      <PlateList />
    </Page>
  )
}
