import { dueWords, inboxMessages, inboxTitle, type InboxItem } from '@azalea/client'
import { inboxAddress, inboxKinds } from '../../app/inbox-kinds.ts'
import { useT } from '../../ui/i18n.ts'
import { useNow } from '../../app/use-now.ts'
import { Icon } from '../../ui/icon.tsx'
import { ListRow } from '../../ui/list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Until } from '../../ui/when.tsx'

/** One thing to do: what, by when, how many. */
export function InboxRow({ item }: { item: InboxItem }) {
  const t = useT(inboxMessages)
  const { kind, dueAt, count } = item
  return (
    <ListRow
      lead={<Icon of={inboxKinds[kind].icon} />}
      title={inboxTitle(item, t)}
      note={
        <>
          <DueBadge dueAt={dueAt} />
          <Until at={dueAt} />
        </>
      }
      {...(count > 1 ? { value: t('items', { count }) } : {})}
      to={inboxAddress(item)}
    />
  )
}

export function DueBadge({ dueAt }: { dueAt: string }) {
  const t = useT(inboxMessages)
  const { urgency, words } = dueWords(dueAt, useNow(), t)
  if (urgency === 'later') return <span>{words}</span>
  return <StateBadge tone={urgency === 'overdue' ? 'wrong' : 'waiting'}>{words}</StateBadge>
}
