import { readPhotoOwner } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import { refuse } from '../refusals.ts'

/** Somebody's own photo of what they saw. @throws Refusal 'check_photo_not_yours' */
export async function requirePhoto(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  personId: string,
  fileId: string,
): Promise<void> {
  if ((await readPhotoOwner(db, villageId, fileId)) !== personId)
    throw refuse('check_photo_not_yours')
}
