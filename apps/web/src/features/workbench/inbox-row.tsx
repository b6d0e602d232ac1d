import { dueWords, inboxMessages, inboxTitle, type InboxItem } from '@azalea/client'
import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars'
import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { DeviceMobileIcon } from '@phosphor-icons/react/dist/csr/DeviceMobile'
import { FlagCheckeredIcon } from '@phosphor-icons/react/dist/csr/FlagCheckered'
import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { NotePencilIcon } from '@phosphor-icons/react/dist/csr/NotePencil'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import { UserMinusIcon } from '@phosphor-icons/react/dist/csr/UserMinus'
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import { inboxAddress } from '../../app/addresses-by-kind.ts'
import { useT } from '../../ui/i18n.ts'
import { useNow } from '../../app/use-now.ts'
import { Icon } from '../../ui/icon.tsx'
import { ListRow } from '../../ui/list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Until } from '../../ui/when.tsx'

const icons: Record<InboxItem['kind'], PhosphorIcon> = {
  activity_to_decide: MegaphoneIcon,
  scores_due: NotePencilIcon,
  activity_to_close: FlagCheckeredIcon,
  deed_to_decide: HandHeartIcon,
  awards_to_publish: ScrollIcon,
  sign_in_change: DeviceMobileIcon,
  removal: UserMinusIcon,
  spot_checks_due: BinocularsIcon,
  objection_to_answer: ChatTextIcon,
  objection_overdue: ChatTextIcon,
  turn_objection_to_decide: HandCoinsIcon,
  turn_objection_overdue: HandCoinsIcon,
  report_to_attach: WarningIcon,
  report_to_decide: WarningIcon,
  report_appeal: WarningIcon,
  report_overdue: WarningIcon,
  shop_sign_off: StorefrontIcon,
}

/** One thing to do: what, by when, how many. */
export function InboxRow({ item }: { item: InboxItem }) {
  const t = useT(inboxMessages)
  const { kind, dueAt, count } = item
  return (
    <ListRow
      lead={<Icon of={icons[kind]} />}
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
