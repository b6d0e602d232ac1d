import { personNamePublication } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { setPublishesName } from './person.store.ts'

/**
 * A person agrees, apart from joining, to be published by name; or takes that back (PIPL art. 25).
 */
export async function publishName(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly publishes: boolean },
): Promise<{ publishes: boolean }> {
  const { publishes } = input
  const { personId } = actor
  return act({ name: 'publish-name', actor, key, input: { publishes } }, async (tx) => {
    await setPublishesName(tx.db, tx.villageId, personId, publishes)
    const parts = [{ personId, payload: { publishes } }]
    tx.append(personNamePublication({ public: {}, parts }))
    return { publishes }
  })
}
