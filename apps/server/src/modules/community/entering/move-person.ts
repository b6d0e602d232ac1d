import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { lockEntries } from '../erasure/end-participation.ts'
import { keepRemoval } from '../erasure/keep-removal.ts'
import { selectTakenHouseholds } from '../people/household.store.ts'
import { moveTo, requireMovable } from './move-to.ts'
import { resolvePlace, type Place } from './place.ts'

/**
 * Moves a person to another household: at once behind a door that is nobody's. Where people live, or
 * whose household has taken part before, it is only proposed: who signs in there acts for them all,
 * and speaks for its points.
 * @throws Refusal 'removal_proposed', and those of `resolvePlace` and `moveTo`
 */
export async function movePerson(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly personId: string; readonly place: Place; readonly reason: string },
): Promise<{ householdId: string; state: 'done' | 'proposed' }> {
  const request = { ...input, place: { ...input.place } }
  return act({ name: 'move-person', actor, key, input: request }, async (tx) => {
    const { personId, reason } = input
    await lockEntries(tx)
    const place = await resolvePlace(tx, input.place)
    const { householdId } = place
    const taken = await selectTakenHouseholds(tx.db, tx.villageId, [householdId])
    if (!taken.has(householdId)) {
      await moveTo(tx, actor, personId, place, { reason })
      return { householdId, state: 'done' as const }
    }
    const { person } = await requireMovable(tx, actor, personId, place)
    await keepRemoval(tx, actor, person, {
      removal: 'moved_in',
      reason,
      toHouseholdId: householdId,
    })
    return { householdId, state: 'proposed' as const }
  })
}
