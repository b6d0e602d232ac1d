import type { Role } from '../src/platform/actor.ts'
import type { Judges } from '../src/modules/cases/index.ts'

interface Resident {
  readonly personId: string
  readonly householdId: string | null
}

/** Who holds which office, each living where they say. */
export function judgesOf(
  holders: Partial<Record<Role, readonly Resident[]>>,
  others: readonly Resident[] = [],
): Judges {
  const everybody = [...Object.values(holders).flat(), ...others]
  const homes = new Map(everybody.map((one) => [one.personId, one.householdId]))
  const homeOf = (personId: string) => homes.get(personId) ?? null
  return {
    holders: new Map(
      Object.entries(holders).map(([role, held]) => [
        role as Role,
        held.map(({ personId }) => personId),
      ]),
    ),
    areKin: (one, other) =>
      one === other || (homeOf(one) !== null && homeOf(one) === homeOf(other)),
    livesIn: (personId, householdId) => homeOf(personId) === householdId,
  }
}
