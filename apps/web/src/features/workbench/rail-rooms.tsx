import { Link, useLocation } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { workbenchMessages } from './messages.ts'
import { rooms } from './rooms.tsx'

/** The rooms of the Workbench in the rail of a desk. */
export function RailRooms() {
  const t = useT(workbenchMessages)
  const { session } = useSession()
  const [path] = useLocation()
  return (
    <ul className="places__rooms" aria-label={t('rooms')}>
      {rooms
        .filter(({ access }) => hasRole(session, access))
        .map(({ name, icon, to }) => {
          const here = path === to || path.startsWith(`${to}/`)
          return (
            <li key={name}>
              <Link href={to} className="places__room" aria-current={here ? 'page' : undefined}>
                <Icon of={icon} filled={here} />
                {t(`room_${name}`)}
              </Link>
            </li>
          )
        })}
    </ul>
  )
}
