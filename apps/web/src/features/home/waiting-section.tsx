import { civilDay } from '@azalea/client'
import { BellIcon } from '@phosphor-icons/react/dist/csr/Bell'
import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { waitingAddress } from '../../app/addresses-by-kind.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import type { Waiting } from './home-answer.ts'
import { homeMessages } from './messages.ts'

const icons: Record<Waiting['kind'], PhosphorIcon> = {
  check_in: CalendarCheckIcon,
  check_out: CalendarCheckIcon,
  shift_today: CalendarCheckIcon,
  report_to_reply_to: ChatTextIcon,
  awards_on_notice: ScrollIcon,
  messages: BellIcon,
  join_household: HandHeartIcon,
}

/** What waits for the person; a shift that goes on now has the page's main button. */
export function WaitingSection({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useT(homeMessages)
  const now = waiting.find(({ kind }) => kind === 'check_in' || kind === 'check_out')
  return (
    <Section title={t('waiting')}>
      {waiting.length === 0 && <p className="soft">{t('waitingNone')}</p>}
      {now !== undefined && (
        <LinkButton kind="primary" icon={CalendarCheckIcon} wide to={waitingAddress(now)}>
          {now.kind === 'check_out' ? t('checkOut') : t('checkIn')}
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

function WaitingRow({ row }: { row: Waiting }) {
  const { title, note } = useWords(row)
  return (
    <ListRow
      lead={<Icon of={icons[row.kind]} />}
      title={title}
      {...(note === null ? {} : { note })}
      to={waitingAddress(row)}
    />
  )
}

function useWords({ kind, title, at, count }: Waiting) {
  const t = useT(homeMessages)
  const format = useFormat()
  const when = at === null ? null : <When at={at} />
  switch (kind) {
    case 'check_in':
      return { title: title ?? t('checkIn'), note: when }
    case 'check_out':
      return { title: title ?? t('checkOut'), note: t('onDuty') }
    case 'shift_today':
      return { title: title ?? t('shiftToday'), note: when }
    case 'report_to_reply_to':
      return {
        title: t('reportToReply'),
        note: at === null ? null : t('replyUntil', { day: format.day(civilDay(new Date(at))) }),
      }
    case 'awards_on_notice':
      return { title: t('awards', { count }), note: t('awardsHint') }
    case 'messages':
      return { title: t('unread', { count }), note: null }
    case 'join_household':
      return { title: t('join'), note: t('joinHint') }
  }
}
