import { personDeparted as departedRecord } from '@azalea/records'
import type { Tx } from '../../record/index.ts'
import { selectPresentOf, setDeparture, type EnteredPerson } from '../entering/entering.store.ts'
import { personDeparted } from '../events.ts'
import { sendMessages } from '../messages/send-message.ts'
import { maskName } from '../people/mask-name.ts'
import { refuse } from '../refusals.ts'
import type { Departure } from '../tables.ts'
import { endParticipation, lockEntries } from './end-participation.ts'
import { deleteProposal } from './removal.store.ts'

/**
 * Marks a person as dead or moved away. They take part no more: sessions, roles and places in shifts
 * end, their telephone is free for somebody else, their name is not published. What they earned
 * stays with the household, whose people are told.
 * @throws Refusal 'person_departed', 'last_of_role'
 */
export async function departPerson(
  tx: Tx,
  person: EnteredPerson,
  departure: { readonly as: Departure; readonly reason: string; readonly by: readonly string[] },
): Promise<void> {
  const { db, villageId, now } = tx
  const { personId, householdId } = person
  const { as, reason, by } = departure
  await lockEntries(tx)
  if (person.departedAs !== null) throw refuse('person_departed')
  await setDeparture(db, villageId, personId, { as, at: now })
  await endParticipation(tx, personId)
  await deleteProposal(db, villageId, personId)
  await tx.publish(personDeparted, { personId })
  const others = await selectPresentOf(db, villageId, [householdId])
  const told = [personId, ...others.map((one) => one.personId)]
  const params = { name: maskName(person.name), as, reason }
  await sendMessages(
    tx,
    told.map((id) => ({ personId: id, kind: 'person.departed', params })),
  )
  const { phone } = person
  const parts = [{ personId, payload: { as, reason, phone, by: [...by] } }]
  tx.append(departedRecord({ public: {}, parts }))
}
