import { toLocalText } from '@azalea/client'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useLocation, useSearchParams } from 'wouter'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useSession } from '../../app/session.tsx'
import { useNow } from '../../app/use-now.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Day, When } from '../../ui/when.tsx'
import type { NoticeRow } from './award.ts'
import { noticesAdminMessages } from './messages.ts'
import { ObjectionPhone } from './objection-phone.tsx'
import { OpenAwards, PersonSearch, useOpenAwards } from './open-awards.tsx'
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
    <Page wide title={t('title')} back="/workbench">
      <Tabs
        label={t('title')}
        value={tab}
        tabs={allTabs.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/workbench/notices?tab=${value}`, { replace: true })}
      >
        {tab === 'scored' && (
          <>
            <ObjectionPhone />
            <PublishAwards />
          </>
        )}
        {tab === 'on_notice' && <OnNotice />}
        {tab === 'notices' && <Notices />}
      </Tabs>
      {tab !== 'scored' && <ObjectionPhone />}
    </Page>
  )
}

function OnNotice() {
  const t = useT(noticesAdminMessages)
  const list = useOpenAwards('on_notice')
  return (
    <div className="stack">
      <PersonSearch />
      <Paged
        pages={list.pages}
        empty={
          <EmptyState
            icon={ScrollIcon}
            title={t('empty_on_notice')}
            hint={t('emptyHint_on_notice')}
          />
        }
      >
        {(awards) => <OpenAwards label={t('tab_on_notice')} awards={awards} list={list} />}
      </Paged>
    </div>
  )
}

function Notices() {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const villageId = useSession().session?.village.villageId ?? ''
  const list = useListPages('/api/villages/{villageId}/notices', noticeSorts, { villageId })
  const pathOf = ({ noticeId }: NoticeRow) => `/v/${villageId}/notices/${noticeId}`
  const columns = useNoticeColumns()
  return (
    <Paged
      pages={list.pages}
      empty={
        <EmptyState icon={ScrollIcon} title={t('empty_notices')} hint={t('emptyHint_notices')} />
      }
    >
      {(notices) => (
        <DeskList
          label={t('tab_notices')}
          rows={notices}
          rowKey={({ noticeId }) => noticeId}
          list={list}
          to={pathOf}
          columns={columns}
          phone={(notice) => (
            <ListRow
              key={notice.noticeId}
              title={notice.serial}
              note={
                <>
                  <When at={notice.publishedAt} />
                  <span>{t('noticeOf', { count: notice.awards })}</span>
                  <span>{t('noticeUntil', { until: format.day(notice.lastDay) })}</span>
                </>
              }
              end={<NoticeState notice={notice} />}
              to={pathOf(notice)}
            />
          )}
        />
      )}
    </Paged>
  )
}

const noticeSorts = ['-publishedAt', 'publishedAt', 'endsAt', 'awards'] as const

function useNoticeColumns(): readonly ListColumn<NoticeRow>[] {
  const t = useT(noticesAdminMessages)
  return [
    { key: 'serial', title: t('columnSerial'), text: ({ serial }) => serial, essential: true },
    {
      key: 'published',
      title: t('columnPublished'),
      text: ({ publishedAt }) => toLocalText(publishedAt).replace('T', ' '),
      cell: ({ publishedAt }) => <When at={publishedAt} />,
      sort: 'publishedAt',
    },
    {
      key: 'ends',
      title: t('columnEnds'),
      text: ({ lastDay }) => lastDay,
      cell: ({ lastDay }) => <Day day={lastDay} />,
      sort: 'endsAt',
    },
    {
      key: 'awards',
      title: t('columnAwards'),
      text: ({ awards }) => awards,
      numeric: true,
      sort: 'awards',
    },
    {
      key: 'state',
      title: t('columnState'),
      text: ({ endsAt }) => t(new Date(endsAt) > serverNow() ? 'noticeOn' : 'noticeOver'),
      cell: (notice) => <NoticeState notice={notice} />,
    },
  ]
}

function NoticeState({ notice: { endsAt } }: { notice: NoticeRow }) {
  const t = useT(noticesAdminMessages)
  const isOn = new Date(endsAt) > useNow()
  return (
    <StateBadge tone={isOn ? 'waiting' : 'past'}>{t(isOn ? 'noticeOn' : 'noticeOver')}</StateBadge>
  )
}
