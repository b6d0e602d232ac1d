import { personReturned } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { EnteringParts } from './enter-person.ts'
import { sendMessage } from '../messages/send-message.ts'
import { readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { giveBackPhone } from './give-back-phone.ts'
import { hasNamesake, selectPresentOf, setDeparture, setHead } from './entering.store.ts'
import { requireEntry } from './require-person.ts'
import { notifyHouseholds } from './notify-households.ts'

/**
 * Somebody who was marked as dead or moved away is back, or was marked by mistake; those who live there
 * are told. The telephone is theirs again as `giveBackPhone` has it; offices do not come back by
 * themselves.
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
    const present = await selectPresentOf(db, villageId, [householdId])
    const livesAlone = household?.isOffice === true || present.length === 1
    const phone = await giveBackPhone(tx, keyring, actor, { personId, reason, livesAlone })
    await sendMessage(tx, personId, 'person.returned', { as: departedAs, reason })
    await notifyHouseholds(tx, [{ personId, householdId }], { reason })
    const told = phone === null ? {} : { phone }
    const payload = { as: departedAs, reason, ...told, enteredBy: actor.personId }
    tx.append(personReturned({ public: {}, parts: [{ personId, payload }] }))
    return {}
  })
}
