import { personErased as erasedRecord, type PartsOf } from '@azalea/records'
import { erasePersonKey, type Tx } from '../../record/index.ts'
import { personErased } from '../events.ts'
import { deleteMessagesOf } from '../messages/message.store.ts'
import { blankPerson } from '../people/person.store.ts'
import { deleteFilesOf } from '../photos/file.store.ts'
import { clearStoriesOf } from '../plates/story.store.ts'
import { refuse } from '../refusals.ts'
import { deleteRosterImportsBefore } from '../roster/roster-import.store.ts'
import { endParticipation, lockEntries } from './end-participation.ts'
import { deleteProposal } from './removal.store.ts'

const AT_ANY_TIME = new Date('9999-12-31T00:00:00Z')

/**
 * Erases a person (PIPL art. 47): name, telephone, identity, roles, sessions, messages, pictures and
 * waiting roster files go, and the stories they told of what they keep; with the person's key every sealed part in the record becomes unreadable.
 * Points that the household earned through them stay, without a name.
 * What a case that still runs needs is kept to its end, for those who may read the case.
 * @param parts what those who decided it keep of it, sealed with their keys
 * @throws Refusal 'unknown_person', 'last_of_role'
 */
export async function erasePerson(
  tx: Tx,
  personId: string,
  parts: PartsOf<typeof erasedRecord>,
): Promise<void> {
  const { db, villageId } = tx
  await lockEntries(tx)
  if (!(await blankPerson(db, villageId, personId, tx.now))) throw refuse('unknown_person')
  await endParticipation(tx, personId)
  await deleteProposal(db, villageId, personId)
  await deleteMessagesOf(db, villageId, personId)
  await deleteRosterImportsBefore(db, villageId, AT_ANY_TIME)
  await erasePersonKey(tx, personId)
  await clearStoriesOf(db, villageId, personId)
  const keptFileIds = new Set<string>()
  await tx.publish(personErased, { personId, keptFileIds })
  await deleteFilesOf(db, villageId, personId, keptFileIds)
  tx.append(erasedRecord({ public: {}, parts }))
}
