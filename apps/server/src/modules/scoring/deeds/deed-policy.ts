import type { Actor } from '../../../platform/actor.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { isKinOf, type Kin } from '../../community/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { DeedRow } from './deed.store.ts'

/**
 * Why this person cannot decide the deed; null when they can: who recorded it, whose it is, and kin of
 * either do not.
 */
export function whyNotDecidable(actor: Actor, deed: DeedRow, kin: Kin): Refusal | null {
  if (deed.state !== 'recorded') return refuse('deed_decided')
  if (!actor.roles.has('committee')) return refuse('committee_decides')
  if (deed.recordedBy === actor.personId) return refuse('own_record')
  const isKins = isKinOf(actor.personId, deed, kin) || kin.areKin(actor.personId, deed.recordedBy)
  return isKins ? refuse('own_household_deed') : null
}
