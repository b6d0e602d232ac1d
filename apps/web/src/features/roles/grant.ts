import type { Answer, Item } from '@azalea/client'
import type { Role } from '../../app/session.tsx'

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

/** The offices that the reader gives and takes, as `GET /api/roles` has it. */
export function officesOf({ mayGive }: Pick<Answer<'/api/roles'>, 'mayGive'>): readonly Office[] {
  return offices.filter((office) => mayGive.includes(office))
}
