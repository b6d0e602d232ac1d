import { subjectChanged } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { requireKeeper, type SubjectParts } from './add-subject.ts'
import { updateKeeper } from './plate.store.ts'
import { readSubjects } from './subject.store.ts'
import { clearStoryOfKeeper } from './story.store.ts'

export interface SubjectChange {
  readonly subjectId: string
  /** Null: nobody keeps it any more. */
  readonly keeperHouseholdId: string | null
}

/**
 * Changes who keeps a subject; what the household before told of it is shown no more.
 * @throws Refusal 'unknown_subject', 'unknown_household'
 */
export async function editSubject(
  { act, secrets }: Omit<SubjectParts, 'randomness'>,
  actor: Actor,
  key: string,
  { subjectId, keeperHouseholdId }: SubjectChange,
): Promise<Record<string, never>> {
  const input = { subjectId, keeper: keeperHouseholdId }
  return act({ name: 'edit-subject', actor, key, input }, async (tx) => {
    await changeKeeper(tx, secrets, subjectId, keeperHouseholdId)
    return {}
  })
}

/**
 * The same inside a command that makes somebody else the keeper.
 * @throws Refusal 'unknown_subject', 'unknown_household'
 */
export async function changeKeeper(
  tx: Tx,
  secrets: VillageSecrets,
  subjectId: string,
  keeperHouseholdId: string | null,
): Promise<void> {
  const subject = (await readSubjects(tx.db, tx.villageId, [subjectId])).get(subjectId)
  if (!subject) throw refuse('unknown_subject')
  await requireKeeper(tx, keeperHouseholdId)
  await updateKeeper(tx.db, tx.villageId, subjectId, keeperHouseholdId)
  const before = subject.keeperHouseholdId
  if (before !== null && before !== keeperHouseholdId)
    await clearStoryOfKeeper(tx.db, tx.villageId, subjectId, before)
  const secret = await secrets.of(tx.db, tx.villageId)
  const keeper = keeperHouseholdId === null ? null : secret.pseudonym('keeper', keeperHouseholdId)
  const facts = { subject: secret.pseudonym('subject', subjectId), keeper }
  tx.append(subjectChanged({ public: facts, parts: [] }))
}
