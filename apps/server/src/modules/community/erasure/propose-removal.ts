import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { requireEntry } from '../entering/require-person.ts'
import { refuse } from '../refusals.ts'
import type { Departure } from '../tables.ts'
import { lockEntries } from './end-participation.ts'
import { keepRemoval } from './keep-removal.ts'

export interface RemovalInput {
  readonly personId: string
  readonly removal: Departure | 'erased'
  readonly reason: string
}

/**
 * Proposes to take a person out of the village: marked as dead or moved away, or erased. It ends how
 * they sign in, so it is done only once somebody of another household has confirmed it.
 * @throws Refusal 'own_household_entry', 'unknown_person', 'person_departed', 'removal_proposed'
 */
export async function proposeRemoval(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: RemovalInput,
): Promise<Record<string, never>> {
  return act({ name: 'propose-removal', actor, key, input: { ...input } }, async (tx) => {
    const { personId, removal, reason } = input
    await lockEntries(tx)
    const person = await requireEntry(tx, actor, personId)
    if (removal !== 'erased' && person.departedAs !== null) throw refuse('person_departed')
    await keepRemoval(tx, actor, person, { removal, reason, toHouseholdId: null })
    return {}
  })
}
