import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { openingsMessages } from './messages.ts'
import { OpeningList } from './opening-list.tsx'

/** Which sealed parts auditors may see, until when, and who agreed to it. */
export function OpeningsPage() {
  const t = useT(openingsMessages)
  const { session } = useSession()
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      back="/workbench"
      {...(hasRole(session, ['committee'])
        ? {
            actions: (
              <LinkButton to="/workbench/openings/new" icon={PlusIcon}>
                {t('propose')}
              </LinkButton>
            ),
          }
        : {})}
    >
      <OpeningList />
    </Page>
  )
}
