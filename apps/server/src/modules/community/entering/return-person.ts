import { personReturned } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { EnteringParts } from './enter-person.ts'
import { sendMessage } from '../messages/send-message.ts'
import { readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { giveBackPhone } from './give-back-phone.ts'
import { hasNamesake, setDeparture, setHead } from './entering.store.ts'
import { requireEntry } from './require-person.ts'

/**
 * Somebody who was marked as dead or moved away is back, or was marked by mistake. The
 * telephone is theirs again where `giveBackPhone` can; offices do not come back by themselves.
 * @throws Refusal 'not_departed', 'namesake_in_household', and those of `requireEntry`
 */
export async function returnPerson(
  { act, keyring }: Pick<EnteringParts, 'act' | 'keyring'>,
  actor: Actor,
  key: string,
  input: { readonly personId: string; readonly reason: string },
): Promise<Record<string, never>> {
  return act({ name: 'return-person', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const { personId, reason } = input
    await lockRoster(db, villageId)
    const { departedAs, householdId, name } = await requireEntry(tx, actor, personId)
    if (departedAs === null) throw refuse('not_departed')
    if (await hasNamesake(db, villageId, householdId, name))
      throw refuse('namesake_in_household', { name })
    await setDeparture(db, villageId, personId, null)
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    if (household?.headPersonId === null) await setHead(db, villageId, householdId, personId)
    const phone = await giveBackPhone(tx, keyring, personId)
    await sendMessage(tx, personId, 'person.returned', { as: departedAs, reason })
    const told = phone === null ? {} : { phone }
    const payload = { as: departedAs, reason, ...told, enteredBy: actor.personId }
    tx.append(personReturned({ public: {}, parts: [{ personId, payload }] }))
    return {}
  })
}
