import type { Role } from '@azalea/records'

export { roles, type Role } from '@azalea/records'

/** Who acts, in which village. Actions take an actor, never a request. */
export interface Actor {
  readonly villageId: string
  readonly personId: string
  /** Null for those who hold a role without living in the village. */
  readonly householdId: string | null
  readonly roles: ReadonlySet<Role>
  /** The hamlet group that a group leader leads. */
  readonly leadsGroupNo: number | null
}

const SYSTEM_PERSON_ID = '00000000-0000-0000-0000-000000000000'

/** The server itself, for jobs that the clock starts. */
export function systemActor(villageId: string): Actor {
  return {
    villageId,
    personId: SYSTEM_PERSON_ID,
    householdId: null,
    roles: new Set(),
    leadsGroupNo: null,
  }
}

export function hasAnyRole(actor: Actor, wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.has(role))
}
