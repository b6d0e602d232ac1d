import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { UploadSimpleIcon } from '@phosphor-icons/react/dist/csr/UploadSimple'
import { UserPlusIcon } from '@phosphor-icons/react/dist/csr/UserPlus'
import { useAddress } from '../../ui/address.ts'
import { apiUrl } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { HouseholdList } from './household-list.tsx'
import { rosterMessages } from './messages.ts'
import { PeopleList } from './people-list.tsx'
import { personMessages } from './person-messages.ts'

export function RosterPage() {
  const t = useT(rosterMessages)
  const ofPerson = useT(personMessages)
  const { session } = useSession()
  const address = useAddress()
  const shown = address.get('list') === 'people' ? 'people' : 'households'
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
      <Tabs
        label={t('title')}
        tabs={[
          { value: 'households', label: t('households') },
          { value: 'people', label: ofPerson('everyone') },
        ]}
        value={shown}
        // An order of one list is none of the other.
        onChange={(next) => address.set({ list: next === 'people' ? next : null, sort: null })}
      >
        {shown === 'people' ? <PeopleList /> : <HouseholdList />}
      </Tabs>
    </Page>
  )
}
