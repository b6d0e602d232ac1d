import { subjectTold } from '@azalea/records'
import { createHash } from 'node:crypto'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Act, Tx, VillageSecrets } from '../../record/index.ts'
import { requireJoinedMember } from '../people/require-joined-member.ts'
import { readPhotoOwner, selectFileContent } from '../photos/file.store.ts'
import { plateKeepers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readSubjects, type Subject } from './subject.store.ts'
import { setStory } from './story.store.ts'

export interface WrittenStory {
  readonly subjectId: string
  /** Empty: there is none (any more). */
  readonly story: string
  /** A picture that the teller uploaded, or the one that is shown already. Null: none. */
  readonly photoFileId: string | null
}

/**
 * Gives a subject its story and its one picture, which anybody who scans the plate sees: by the
 * household that keeps it, or by a keeper of plates. What was told before is no longer shown.
 * @throws Refusal 'unknown_subject', 'subject_not_yours', 'household_not_joined', 'picture_not_yours'
 */
export async function writeStory(
  { act, secrets }: { readonly act: Act; readonly secrets: VillageSecrets },
  actor: Actor,
  key: string,
  input: WrittenStory,
): Promise<Record<string, never>> {
  const written = { ...input, story: input.story.trim() }
  return act({ name: 'write-story', actor, key, input: { ...written } }, async (tx) => {
    const { db, villageId } = tx
    const { subjectId, story, photoFileId } = written
    const { personId } = actor
    const subject = (await readSubjects(db, villageId, [subjectId])).get(subjectId)
    if (!subject) throw refuse('unknown_subject')
    await requireWriter(tx, actor, subject)
    const photo = photoFileId && (await hashOfPicture(tx, actor, subject, photoFileId))
    const isEmpty = story === '' && photoFileId === null
    await setStory(db, villageId, subjectId, {
      story,
      photoFileId,
      storyBy: isEmpty ? null : personId,
    })
    const pseudonym = (await secrets.of(db, villageId)).pseudonym('subject', subjectId)
    tx.append(
      subjectTold({
        public: { subject: pseudonym },
        parts: [{ personId, payload: { subjectId, story, photo } }],
      }),
    )
    return {}
  })
}

/** Whether somebody may tell of it: of the household that keeps it, or a keeper of plates. */
export function mayWriteStory(actor: Actor, { keeperHouseholdId }: Subject): boolean {
  return hasAnyRole(actor, plateKeepers) || keeperHouseholdId === actor.householdId
}

async function requireWriter(tx: Tx, actor: Actor, subject: Subject): Promise<void> {
  if (!mayWriteStory(actor, subject)) throw refuse('subject_not_yours')
  if (!hasAnyRole(actor, plateKeepers)) await requireJoinedMember(tx, actor.personId, actor)
}

async function hashOfPicture(
  { db, villageId }: Tx,
  { personId }: Actor,
  subject: Subject,
  fileId: string,
): Promise<string> {
  const isShown = fileId === subject.photoFileId
  const isOwn = isShown || (await readPhotoOwner(db, villageId, fileId)) === personId
  const file = isOwn ? await selectFileContent(db, villageId, fileId) : null
  if (file === null) throw refuse('picture_not_yours')
  return createHash('sha256').update(file.content).digest('base64url')
}
