import { homeMessages, type HomeView } from '@azalea/client'
import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import { waitingAddress, waitingKinds } from '../../app/home-kinds.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

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
      lead={<Icon of={waitingKinds[row.kind].icon} />}
      title={title}
      {...(at === null ? (note === null ? {} : { note }) : { note: <When at={at} /> })}
      to={waitingAddress(row)}
    />
  )
}
