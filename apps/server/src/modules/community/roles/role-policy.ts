import { hasAnyRole, roles, type Actor, type Role } from '../../../platform/actor.ts'
import { areKin } from '../people/kin.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { selectGrants, type RoleGrant } from './role.store.ts'

/**
 * Who gives which role. The operator makes the offices that watch each other; the committee
 * appoints those who work with it, never those who supervise it.
 */
const givenByOperator: readonly Role[] = [
  'committee',
  'supervisor',
  'auditor',
  'town_officer',
  'technician',
  'operator',
]
const givenByCommittee: readonly Role[] = ['group_leader', 'technician']

/** The offices whose holders give a role. */
export function rolesGiving(role: Role): readonly Role[] {
  return [
    ...(givenByOperator.includes(role) ? (['operator'] as const) : []),
    ...(givenByCommittee.includes(role) ? (['committee'] as const) : []),
  ]
}

/** The offices that somebody gives and takes. */
export function rolesGivenBy(actor: Actor): Role[] {
  return roles.filter((role) => hasAnyRole(actor, rolesGiving(role)))
}

/** @throws Refusal 'role_not_yours_to_give' */
export function requireMayGive(actor: Actor, role: Role): void {
  if (!hasAnyRole(actor, rolesGiving(role))) throw refuse('role_not_yours_to_give')
}

/**
 * Villagers' Committees Organic Law art. 32: nobody of the committee, and none of their near
 * relatives (here: of their household), sits among the supervisors.
 * @throws Refusal 'supervisor_of_own_committee', 'supervisor_related_to_committee'
 */
export async function requireSupervisorApart(tx: Tx, personId: string, role: Role): Promise<void> {
  const other = opposite(role)
  if (other === null) return
  const holders = (await selectGrants(tx.db, tx.villageId, null))
    .filter((grant) => grant.role === other)
    .map((grant) => grant.personId)
  if (holders.includes(personId)) throw refuse('supervisor_of_own_committee')
  if (await areKin(tx.db, tx.villageId, personId, holders))
    throw refuse('supervisor_related_to_committee')
}

function opposite(role: Role): Role | null {
  if (role === 'supervisor') return 'committee'
  return role === 'committee' ? 'supervisor' : null
}

/**
 * A village keeps one member of the committee and one operator, or nobody could act any more.
 * @throws Refusal 'last_of_role'
 */
export function requireNotLast(grants: readonly RoleGrant[], personId: string, role: Role): void {
  if (role !== 'committee' && role !== 'operator') return
  const isHeldByOther = grants.some((grant) => grant.role === role && grant.personId !== personId)
  if (!isHeldByOther) throw refuse('last_of_role')
}
