import { nameKey } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { readPeopleNames } from '../people/person.store.ts'
import { refuse } from '../refusals.ts'
import { erasePerson } from './erase-person.ts'

/**
 * A person erases their own data. Being signed in is the request: nobody else has to confirm it, but
 * they write their own name, so that no slip of a finger does it.
 * @throws Refusal 'other_name', 'last_of_role' until a successor is entered
 */
export async function eraseOneself(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly name: string },
): Promise<Record<string, never>> {
  return act({ name: 'erase-oneself', actor, key, input: { ...input } }, async (tx) => {
    const people = await readPeopleNames(tx.db, tx.villageId, [actor.personId])
    if (nameKey(input.name) !== nameKey(people.get(actor.personId) ?? ''))
      throw refuse('other_name')
    await erasePerson(tx, actor.personId, [])
    return {}
  })
}
