import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { UploadSimpleIcon } from '@phosphor-icons/react/dist/csr/UploadSimple'
import { UserPlusIcon } from '@phosphor-icons/react/dist/csr/UserPlus'
import { apiUrl } from '../../app/api.ts'
import { useT } from '../../app/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { HouseholdList } from './household-list.tsx'
import { rosterMessages } from './messages.ts'

export function RosterPage() {
  const t = useT(rosterMessages)
  const { session } = useSession()
  return (
    <Page
      wide
      title={t('title')}
      back="/workbench"
      {...(hasRole(session, ['committee', 'operator'])
        ? {
            actions: (
              <>
                <LinkButton to="/workbench/roster/enter" icon={UserPlusIcon}>
                  {t('enter')}
                </LinkButton>
                <LinkButton to="/workbench/roster/import" icon={UploadSimpleIcon}>
                  {t('import')}
                </LinkButton>
                <a
                  className="button button--secondary"
                  href={apiUrl('/api/roster/export')}
                  download
                >
                  <Icon of={DownloadSimpleIcon} />
                  {t('export')}
                </a>
              </>
            ),
          }
        : {})}
    >
      <HouseholdList />
    </Page>
  )
}
