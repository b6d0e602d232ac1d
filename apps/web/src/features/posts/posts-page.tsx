import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { postsMessages } from './messages.ts'

/** The posts, each leading to the page that hangs there. */
export function PostsPage() {
  const t = useT(postsMessages)
  const { session } = useSession()
  const pages = usePages('/api/plates', { kind: 'post', limit: 50 })
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      <Paged
        pages={pages}
        empty={
          <EmptyState icon={SignpostIcon} title={t('empty')} hint={t('emptyHint')}>
            {hasRole(session, ['committee', 'technician']) && (
              <LinkButton to="/workbench/plates/new">{t('addPost')}</LinkButton>
            )}
          </EmptyState>
        }
      >
        {(posts) => (
          <List label={t('title')}>
            {posts.map(({ subjectId, label, groupName }) => (
              <ListRow
                key={subjectId}
                lead={<Icon of={SignpostIcon} />}
                title={label}
                note={groupName ?? t('open')}
                to={`/wall/${subjectId}`}
              />
            ))}
          </List>
        )}
      </Paged>
    </Page>
  )
}
