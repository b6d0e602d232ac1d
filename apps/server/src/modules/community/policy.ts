import { hasAnyRole, type Actor, type Role } from '../../platform/actor.ts'
import { refuse } from './refusals.ts'

/** Everyone who works for the village; each look of theirs at someone's data is noted. */
export const staff: readonly Role[] = [
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
]

export const villagers: readonly Role[] = ['villager']
export const committee: readonly Role[] = ['committee']
export const leaders: readonly Role[] = ['group_leader']
/** Who brings the roster in. */
export const rosterKeepers: readonly Role[] = ['committee', 'operator']
/** Who confirms that a person is erased, or an office holder removed, beside whoever proposed it. */
export const removalConfirmers: readonly Role[] = ['committee', 'supervisor', 'operator']
/** Who gives roles; which ones each may give is decided by the role. */
export const roleGivers: readonly Role[] = ['committee', 'operator']
/** Who enters plots, yards and posts and gives them plates. */
export const plateKeepers: readonly Role[] = ['committee', 'technician']
/** Who may enter a household's consent that was given on paper, beside the household itself. */
export const consentKeepers: readonly Role[] = ['villager', 'group_leader', 'committee']

/** Whether somebody sees the whole roster; a group leader without another office sees the own group. */
export function seesWholeRoster(actor: Actor): boolean {
  return hasAnyRole(
    actor,
    staff.filter((role) => role !== 'group_leader'),
  )
}

/** No group has this number. */
const NO_GROUP = -1

/** The group that a list is held to: the one asked for, or a leader's own. */
export function ownGroupOf(actor: Actor, asked: number | null): number | null {
  return seesWholeRoster(actor) ? asked : (actor.leadsGroupNo ?? NO_GROUP)
}

/** @throws Refusal 'not_own_group' */
export function requireSeesGroup(actor: Actor, groupNo: number): void {
  if (!seesWholeRoster(actor) && actor.leadsGroupNo !== groupNo) throw refuse('not_own_group')
}
