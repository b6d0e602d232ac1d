import {
  dayThatEndsAt,
  toLocalText,
  inboxMessages,
  inboxTitle,
  type InboxItem,
} from '@azalea/client'
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { useAnswer } from '../../app/use-answer.ts'
import { inboxAddress } from '../../app/inbox-kinds.ts'
import { useT } from '../../ui/i18n.ts'
import { useDesktop } from '../../ui/use-desktop.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { DueBadge, InboxRow } from './inbox-row.tsx'
import { workbenchMessages } from './messages.ts'
import { WorkSections } from './sections.tsx'
import { SetUpSteps } from './set-up.tsx'
import { Until } from '../../ui/when.tsx'
import './workbench.css'

/** 工作台: what waits to be decided, the nearest deadline first, and the sections behind it. */
export function WorkbenchPage() {
  const t = useT(workbenchMessages)
  const isDesktop = useDesktop()
  return (
    <Page title={t('title')} wide>
      <div className="workbench">
        <Section title={t('inbox')}>
          <Inbox />
        </Section>
        {!isDesktop && <WorkSections />}
      </div>
    </Page>
  )
}

function Inbox() {
  const t = useT(workbenchMessages)
  const columns = useColumns()
  const inbox = useAnswer('/api/workbench/inbox')
  if (inbox.isPending) return <Skeleton count={4} />
  if (inbox.isError) {
    return <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />
  }
  const { items } = inbox.data
  const { setUp } = inbox.data
  const isSetUp = setUp.every(({ done }) => done)
  if (items.length === 0 && !isSetUp) {
    return (
      <>
        <p className="soft">{t('inboxSetUp')}</p>
        <SetUpSteps steps={setUp} />
      </>
    )
  }
  if (items.length === 0) {
    return <EmptyState icon={CheckCircleIcon} title={t('inboxEmpty')} hint={t('inboxEmptyHint')} />
  }
  return (
    <>
      <DeskList
        label={t('inbox')}
        rows={items}
        rowKey={({ kind, id }) => `${kind} ${id ?? ''}`}
        to={inboxAddress}
        columns={columns}
        phone={(item) => <InboxRow key={`${item.kind} ${item.id ?? ''}`} item={item} />}
      />
      {!isSetUp && <SetUpSteps steps={setUp} />}
    </>
  )
}

function useColumns(): readonly ListColumn<InboxItem>[] {
  const t = useT(workbenchMessages)
  const ofInbox = useT(inboxMessages)
  return [
    {
      key: 'task',
      title: t('columnTask'),
      text: (item) => inboxTitle(item, ofInbox),
      sort: 'task',
    },
    {
      key: 'due',
      title: t('columnDue'),
      text: ({ dueAt }) => dayThatEndsAt(dueAt) ?? toLocalText(dueAt).replace('T', ' '),
      cell: ({ dueAt }) => (
        <>
          <DueBadge dueAt={dueAt} /> <Until at={dueAt} />
        </>
      ),
      sort: 'due',
    },
    {
      key: 'count',
      title: t('columnCount'),
      text: ({ count }) => count,
      numeric: true,
      sort: 'count',
    },
  ]
}
