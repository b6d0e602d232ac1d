import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { useT } from '../../ui/i18n.ts'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { objectionsMessages } from './messages.ts'
import { ObjectionRow } from './objection-row.tsx'

/** What I have objected to, and what I was answered. */
export function MyObjectionsPage() {
  const t = useT(objectionsMessages)
  const pages = usePages('/api/me/objections')
  return (
    <Page title={t('mine')} back="/me">
      <Paged
        pages={pages}
        empty={<EmptyState icon={ChatTextIcon} title={t('mineEmpty')} hint={t('mineEmptyHint')} />}
      >
        {(objections) => (
          <List label={t('mine')}>
            {objections.map((objection) => (
              <ObjectionRow
                key={objection.objectionId}
                objection={objection}
                to={`/objections/${objection.objectionId}`}
              />
            ))}
          </List>
        )}
      </Paged>
    </Page>
  )
}
