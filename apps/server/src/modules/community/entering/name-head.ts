import { householdHeadNamed } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { sendMessages } from '../messages/send-message.ts'
import { readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { setHead } from './entering.store.ts'
import { requirePresentEntry } from './require-person.ts'

/**
 * Makes somebody of a household its head; the one before is told too.
 * @throws Refusal 'unknown_household', 'head_elsewhere', 'already_head', and those of
 *   `requirePresentEntry`
 */
export async function nameHead(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly householdId: string; readonly personId: string; readonly reason: string },
): Promise<Record<string, never>> {
  return act({ name: 'name-head', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const { householdId, personId, reason } = input
    await lockRoster(db, villageId)
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    if (!household) throw refuse('unknown_household')
    const person = await requirePresentEntry(tx, actor, personId)
    if (person.householdId !== householdId) throw refuse('head_elsewhere')
    if (household.headPersonId === personId) throw refuse('already_head')
    await setHead(db, villageId, householdId, personId)
    const told = [personId, household.headPersonId].filter((id) => id !== null)
    await sendMessages(
      tx,
      told.map((id) => ({
        personId: id,
        kind: 'household.head_named',
        params: { isHead: id === personId, reason },
      })),
    )
    const payload = { head: personId, reason, namedBy: actor.personId }
    tx.append(
      householdHeadNamed({
        public: {},
        parts: told.map((id) => ({ personId: id, payload })),
      }),
    )
    return {}
  })
}
