import { homeMessages, type HomeView, type Waiting } from '@azalea/client'
import { BellIcon } from '@phosphor-icons/react/dist/csr/Bell'
import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { waitingAddress } from '../../app/addresses-by-kind.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

const icons: Record<Waiting['kind'], PhosphorIcon> = {
  check_in: CalendarCheckIcon,
  check_out: CalendarCheckIcon,
  shift_today: CalendarCheckIcon,
  report_to_reply_to: ChatTextIcon,
  turn_called: HandCoinsIcon,
  awards_on_notice: ScrollIcon,
  messages: BellIcon,
  join_household: HandHeartIcon,
}

/** What waits for the person; a shift that goes on now has the page's main button. */
export function WaitingSection({ of: { now, waiting } }: { of: HomeView }) {
  const t = useT(homeMessages)
  return (
    <Section title={t('waiting')}>
      {waiting.length === 0 && <p className="soft">{t('waitingNone')}</p>}
      {now !== null && (
        <LinkButton kind="primary" icon={CalendarCheckIcon} wide to={waitingAddress(now)}>
          {now.label}
        </LinkButton>
      )}
      {waiting.length > 0 && (
        <List label={t('waiting')}>
          {waiting.map((row) => (
            <WaitingRow key={`${row.kind} ${row.id ?? ''}`} row={row} />
          ))}
        </List>
      )}
    </Section>
  )
}

function WaitingRow({ row }: { row: HomeView['waiting'][number] }) {
  const { title, note, at } = row
  return (
    <ListRow
      lead={<Icon of={icons[row.kind]} />}
      title={title}
      {...(at === null ? (note === null ? {} : { note }) : { note: <When at={at} /> })}
      to={waitingAddress(row)}
    />
  )
}
