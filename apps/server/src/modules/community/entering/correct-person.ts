import { personCorrected } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { sendMessage } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { readName } from '../roster/cell-text.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { hasNamesake, updateEntry } from './entering.store.ts'
import { requirePresentEntry } from './require-person.ts'

export interface CorrectPersonInput {
  readonly personId: string
  readonly name: string
  readonly birthYear: number | null
  readonly reason: string
}

/**
 * Corrects how a person is written. What somebody signs in with (telephone, identity number) is not
 * corrected here.
 * @throws Refusal 'bad_name', 'nothing_changed', 'namesake_in_household', and those of
 *   `requirePresentEntry`
 */
export async function correctPerson(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: CorrectPersonInput,
): Promise<Record<string, never>> {
  return act({ name: 'correct-person', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    await lockRoster(db, villageId)
    const { personId, reason } = input
    const person = await requirePresentEntry(tx, actor, personId)
    const name = readName(input.name)
    if (name === null) throw refuse('bad_name')
    const before = { name: person.name, birthYear: person.birthYear }
    const after = { name, birthYear: input.birthYear }
    if (before.name === after.name && before.birthYear === after.birthYear)
      throw refuse('nothing_changed')
    if (name !== before.name && (await hasNamesake(db, villageId, person.householdId, name)))
      throw refuse('namesake_in_household', { name })
    await updateEntry(db, villageId, personId, after)
    await sendMessage(tx, personId, 'person.corrected', { before, after, reason })
    const payload = { before, after, reason, correctedBy: actor.personId }
    tx.append(personCorrected({ public: {}, parts: [{ personId, payload }] }))
    return {}
  })
}
