import { Link, useLocation } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { workbenchMessages } from './messages.ts'
import { sections } from './sections.tsx'

/** The sections of the Workbench in the rail of a desk. */
export function SectionLinks() {
  const t = useT(workbenchMessages)
  const { session } = useSession()
  const [path] = useLocation()
  return (
    <ul className="places__sections" aria-label={t('sections')}>
      {sections
        .filter(({ access }) => hasRole(session, access))
        .map(({ name, icon, to, alsoAt = [] }) => {
          const here = [to, ...alsoAt].some((at) => path === at || path.startsWith(`${at}/`))
          return (
            <li key={name}>
              <Link href={to} className="places__section" aria-current={here ? 'page' : undefined}>
                <Icon of={icon} filled={here} />
                {t(`section_${name}`)}
              </Link>
            </li>
          )
        })}
    </ul>
  )
}
