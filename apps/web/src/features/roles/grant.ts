import type { Item } from '@azalea/client'
import type { Role, Session } from '../../app/session.tsx'
import { hasRole } from '../../app/session.tsx'

/** Everything but `villager`, which everybody is. */
export type Office = Exclude<Role, 'villager'>

/** A row of `GET /api/roles`. */
export type Grant = Item<'/api/roles'> & { role: Office }

/** In the order in which a village lists them. */
export const offices: readonly Office[] = [
  'committee',
  'supervisor',
  'group_leader',
  'technician',
  'town_officer',
  'auditor',
  'operator',
]

const givenByOperator: readonly Office[] = [
  'committee',
  'supervisor',
  'auditor',
  'town_officer',
  'technician',
  'operator',
]
const givenByCommittee: readonly Office[] = ['group_leader', 'technician']

/** The offices that somebody may give and take: nobody makes those who watch over them. */
export function officesGivenBy(session: Session): readonly Office[] {
  const given = new Set([
    ...(hasRole(session, ['operator']) ? givenByOperator : []),
    ...(hasRole(session, ['committee']) ? givenByCommittee : []),
  ])
  return offices.filter((office) => given.has(office))
}
