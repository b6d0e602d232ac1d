import type { Answer } from '@azalea/api-client'
import { useQuery } from '@tanstack/react-query'
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { apiGet } from '../../app/api.ts'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { InboxRow } from './inbox-row.tsx'
import { workbenchMessages } from './messages.ts'
import { Rooms } from './rooms.tsx'
import './workbench.css'

/** 工作台: what waits to be decided, the nearest deadline first, and the rooms behind it. */
export function WorkbenchPage() {
  const t = useT(workbenchMessages)
  return (
    <Page title={t('title')} wide>
      <div className="workbench">
        <Section title={t('inbox')}>
          <Inbox />
        </Section>
        <Rooms />
      </div>
    </Page>
  )
}

function Inbox() {
  const t = useT(workbenchMessages)
  const inbox = useQuery({
    queryKey: ['/api/workbench/inbox'],
    queryFn: ({ signal }) =>
      apiGet<Answer<'/api/workbench/inbox'>>('/api/workbench/inbox', {}, { signal }),
  })
  if (inbox.isPending) return <Skeleton count={4} />
  if (inbox.isError) {
    return <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />
  }
  const { items } = inbox.data
  if (items.length === 0) {
    return <EmptyState icon={CheckCircleIcon} title={t('inboxEmpty')} hint={t('inboxEmptyHint')} />
  }
  return (
    <List label={t('inbox')}>
      {items.map((item) => (
        <InboxRow key={`${item.kind} ${item.id ?? ''}`} item={item} />
      ))}
    </List>
  )
}
