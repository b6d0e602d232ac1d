import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useLocation, useSearchParams } from 'wouter'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { useNow } from '../../app/use-now.ts'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { When } from '../../ui/when.tsx'
import type { NoticePage, NoticeRow, OpenAward, OpenAwardPage } from './award.ts'
import { noticesAdminMessages } from './messages.ts'
import { OpenAwards } from './open-awards.tsx'
import { PublishAwards } from './publish-awards.tsx'

type Tab = 'scored' | 'on_notice' | 'notices'
const allTabs: readonly Tab[] = ['scored', 'on_notice', 'notices']

/** Awards on their way: to be published, on notice, and the notices themselves. */
export function NoticesPage() {
  const t = useT(noticesAdminMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const tab = allTabs.find((one) => one === search.get('tab')) ?? 'scored'
  return (
    <Page title={t('title')} back="/workbench">
      <Tabs
        label={t('title')}
        value={tab}
        tabs={allTabs.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/workbench/notices?tab=${value}`, { replace: true })}
      >
        {tab === 'scored' && <PublishAwards />}
        {tab === 'on_notice' && <OnNotice />}
        {tab === 'notices' && <Notices />}
      </Tabs>
    </Page>
  )
}

function OnNotice() {
  const t = useT(noticesAdminMessages)
  const pages = usePages<OpenAwardPage>('/api/awards', { state: 'on_notice' })
  return (
    <Paged<OpenAward, OpenAwardPage>
      pages={pages}
      empty={
        <EmptyState
          icon={ScrollIcon}
          title={t('empty_on_notice')}
          hint={t('emptyHint_on_notice')}
        />
      }
    >
      {(awards) => <OpenAwards label={t('tab_on_notice')} awards={awards} />}
    </Paged>
  )
}

function Notices() {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const now = useNow()
  const villageId = useSession().session?.village.villageId ?? ''
  const pages = usePages<NoticePage>(`/api/villages/${villageId}/notices`)
  return (
    <Paged<NoticeRow, NoticePage>
      pages={pages}
      empty={
        <EmptyState icon={ScrollIcon} title={t('empty_notices')} hint={t('emptyHint_notices')} />
      }
    >
      {(notices) => (
        <List label={t('tab_notices')}>
          {notices.map(({ noticeId, publishedAt, endsAt, awards }) => (
            <ListRow
              key={noticeId}
              title={<When at={publishedAt} />}
              note={
                <>
                  <span>{t('noticeOf', { count: awards })}</span>
                  <span>{t('noticeUntil', { until: format.when(endsAt) })}</span>
                </>
              }
              end={
                new Date(endsAt) > now ? (
                  <StateBadge tone="waiting">{t('noticeOn')}</StateBadge>
                ) : (
                  <StateBadge tone="past">{t('noticeOver')}</StateBadge>
                )
              }
              to={`/v/${villageId}/notices/${noticeId}`}
            />
          ))}
        </List>
      )}
    </Paged>
  )
}
