import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots'
import { HouseIcon } from '@phosphor-icons/react/dist/csr/House'
import { RankingIcon } from '@phosphor-icons/react/dist/csr/Ranking'
import { ScanIcon } from '@phosphor-icons/react/dist/csr/Scan'
import { TrayIcon } from '@phosphor-icons/react/dist/csr/Tray'
import { UserIcon } from '@phosphor-icons/react/dist/csr/User'
import { Suspense } from 'react'
import { Link, useLocation } from 'wouter'
import { Icon } from '../ui/icon.tsx'
import { useT } from '../ui/i18n.ts'
import { appMessages } from './messages.ts'
import { lazyPage } from '../ui/lazy-page.tsx'
import { cadreRoles, hasRole, isOutsider, type Session } from './session.tsx'
import { useDesktop } from '../ui/use-desktop.ts'
import './places.css'

interface Place {
  path: string
  name: 'home' | 'activities' | 'scan' | 'board' | 'mine' | 'workbench' | 'till'
  icon: PhosphorIcon
}

const places: readonly Place[] = [
  { path: '/', name: 'home', icon: HouseIcon },
  { path: '/activities', name: 'activities', icon: CalendarDotsIcon },
  { path: '/scan', name: 'scan', icon: ScanIcon },
  { path: '/board', name: 'board', icon: RankingIcon },
  { path: '/me', name: 'mine', icon: UserIcon },
]
/** All that somebody of elsewhere who takes vouchers has. */
const till: Place = { path: '/till', name: 'till', icon: ScanIcon }
const workbench: Place = { path: '/workbench', name: 'workbench', icon: TrayIcon }

/** Read at a desk only. */
const SectionLinks = lazyPage(() =>
  import('../features/workbench/section-links.tsx').then((m) => m.SectionLinks),
)

/**
 * The five places: a bar at the thumb on a phone, a rail at the side on a desktop. A visitor of the
 * village `visited` is led to what it shows to everybody.
 */
export function Places({ session, visited }: { session: Session; visited: string | null }) {
  const t = useT(appMessages)
  const [path] = useLocation()
  const isDesktop = useDesktop()
  const isCadre = hasRole(session, cadreRoles)
  const villagers = isCadre ? [...places, workbench] : places
  const own = isOutsider(session) ? [till] : villagers
  const shown = visited === null ? own : own.map((place) => publicPlace(place, visited))
  return (
    <nav
      className={isDesktop && isCadre ? 'places places--sections' : 'places'}
      aria-label={t('places')}
    >
      <ul>
        {shown.map((place) => {
          const here = isHere(place.path, path)
          return (
            <li key={place.name} className={`places__item places__item--${place.name}`}>
              <Link
                href={place.path}
                className="places__link"
                aria-current={here ? 'page' : undefined}
              >
                <span className="places__icon">
                  <Icon of={place.icon} filled={here && place.name !== 'scan'} />
                </span>
                {t(place.name)}
              </Link>
            </li>
          )
        })}
      </ul>
      {isDesktop && isCadre && (
        <Suspense fallback={null}>
          <SectionLinks />
        </Suspense>
      )}
    </nav>
  )
}

function publicPlace(place: Place, villageId: string): Place {
  const isPublic = place.name === 'activities' || place.name === 'board'
  return isPublic ? { ...place, path: `/v/${villageId}${place.path}` } : place
}

function isHere(place: string, path: string): boolean {
  return place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`)
}
