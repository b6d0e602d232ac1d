import type { Actor } from '../../../../platform/actor.ts'
import { requireJoinedBringer, type Bringer, type OnBehalf } from '../../../cases/index.ts'
import type { Tx } from '../../../record/index.ts'
import { refuse } from '../refusals.ts'

/**
 * Who leases: oneself, or somebody without a telephone for whom a cadre enters it.
 * @throws Refusal 'lease_for_oneself', 'lease_not_for_others', 'lease_for_household', those of
 *   requireJoinedMember
 */
export async function requireGrower(
  tx: Tx,
  actor: Actor,
  onBehalf: OnBehalf | undefined,
): Promise<Bringer> {
  return requireJoinedBringer(tx, actor, onBehalf, {
    forOneself: () => refuse('lease_for_oneself'),
    notForOthers: () => refuse('lease_not_for_others'),
    forHousehold: () => refuse('lease_for_household'),
  })
}

/** Of a request, as the record of commands keeps it. */
export function behalfOf(onBehalf: OnBehalf | undefined) {
  return onBehalf === undefined ? {} : { onBehalf: { ...onBehalf } }
}
