import type { Role } from '../../platform/actor.ts'

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
/** Who brings the roster in. */
export const rosterKeepers: readonly Role[] = ['committee', 'operator']
/** Who gives roles; which ones each may give is decided by the role. */
export const roleGivers: readonly Role[] = ['committee', 'operator']
/** Who enters plots, yards and posts and gives them plates. */
export const plateKeepers: readonly Role[] = ['committee', 'technician']
/** Who may enter a household's consent that was given on paper, beside the household itself. */
export const consentKeepers: readonly Role[] = ['villager', 'group_leader', 'committee']
