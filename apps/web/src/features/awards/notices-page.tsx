import { awardsMessages } from '@azalea/client'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useNow } from '../../app/use-now.ts'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useVillageId, useVillagePath } from './use-village.ts'

/** A village's notices of points, newest first; anyone may read them. */
export function NoticesPage() {
  const t = useT(awardsMessages)
  const format = useFormat()
  const now = useNow()
  const villageId = useVillageId()
  const path = useVillagePath()
  const pages = usePages('/api/villages/{villageId}/notices', { villageId })
  return (
    <Page title={t('notices')} lead={t('noticesLead')} back={path === '' ? '/me' : `${path}/board`}>
      <Paged
        pages={pages}
        empty={<EmptyState icon={ScrollIcon} title={t('noNotices')} hint={t('noNoticesHint')} />}
      >
        {(notices) => (
          <List label={t('notices')}>
            {notices.map(({ noticeId, publishedAt, endsAt, awards }) => (
              <ListRow
                key={noticeId}
                title={t('noticeTitle', { when: format.when(publishedAt) })}
                note={
                  <>
                    <span>{t('awardCount', { count: awards })}</span>
                    {new Date(endsAt) > now ? (
                      <StateBadge tone="waiting">{t('noticeRuns')}</StateBadge>
                    ) : (
                      <span>
                        <Sentence text={t('noticeEnded')} at={endsAt} as="until" />
                      </span>
                    )}
                  </>
                }
                to={`${path}/notices/${noticeId}`}
              />
            ))}
          </List>
        )}
      </Paged>
    </Page>
  )
}
