import type { Actor } from '../../../platform/actor.ts'
import { refuse } from '../refusals.ts'
import { requireKeeper, type SubjectParts } from './add-subject.ts'
import { updateSubject } from './plate.store.ts'
import { readSubjects } from './subject.store.ts'

export interface SubjectChange {
  readonly subjectId: string
  /** Left out: stays. */
  readonly story?: string | undefined
  /** Null: nobody keeps it any more. Left out: stays. */
  readonly keeperHouseholdId?: string | null | undefined
}

/**
 * Changes a subject's story or who keeps it.
 * @throws Refusal 'unknown_subject', 'unknown_household'
 */
export async function editSubject(
  { act, secrets }: Omit<SubjectParts, 'randomness'>,
  actor: Actor,
  key: string,
  change: SubjectChange,
): Promise<Record<string, never>> {
  const { subjectId } = change
  const input = {
    subjectId,
    ...(change.story === undefined ? {} : { story: change.story }),
    ...(change.keeperHouseholdId === undefined ? {} : { keeper: change.keeperHouseholdId }),
  }
  return act({ name: 'edit-subject', actor, key, input }, async (tx) => {
    const subject = (await readSubjects(tx.db, tx.villageId, [subjectId])).get(subjectId)
    if (!subject) throw refuse('unknown_subject')
    const { story = subject.story, keeperHouseholdId = subject.keeperHouseholdId } = change
    await requireKeeper(tx, keeperHouseholdId)
    const next = { story: story.trim(), keeperHouseholdId }
    await updateSubject(tx.db, tx.villageId, subjectId, next)
    const secret = await secrets.of(tx.db, tx.villageId)
    const keeper = keeperHouseholdId && secret.pseudonym('keeper', keeperHouseholdId)
    const facts = { subject: secret.pseudonym('subject', subjectId), keeper }
    tx.append({ kind: 'subject.changed', public: facts, parts: [] })
    return {}
  })
}
