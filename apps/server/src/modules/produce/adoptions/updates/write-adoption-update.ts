import type { Actor } from '../../../../platform/actor.ts'
import { readPhotoOwner, requireJoinedMember } from '../../../community/index.ts'
import { lockOffer } from '../offers/offer.store.ts'
import { readGrowerOf } from '../offers/read-adoption-growers.ts'
import type { AdoptionCommands } from '../parts.ts'
import { MOST_UPDATES } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { insertUpdate, selectUpdates } from './update.store.ts'

export interface WriteUpdateInput {
  readonly offerId: string
  readonly words: string | null
  readonly photoFileId: string | null
  /** Whether anybody may see it; else adopters alone. */
  readonly isPublic: boolean
}

/**
 * A grower tells adopters how it grows, in words or a photo.
 * @throws Refusal 'unknown_adoption_offer', 'adoption_settled', 'not_grower_of_adoption',
 *   'adoption_update_empty', 'adoption_photo_not_yours', 'too_many_adoption_updates', those of
 *   requireJoinedMember
 */
export async function writeAdoptionUpdate(
  { act }: Pick<AdoptionCommands, 'act'>,
  actor: Actor,
  key: string,
  input: WriteUpdateInput,
): Promise<Record<string, never>> {
  return act({ name: 'write-adoption-update', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { offerId, words, photoFileId } = input
    const { householdId } = await requireJoinedMember(tx, actor.personId, actor)
    const offer = await lockOffer(db, villageId, offerId)
    if (offer === null || offer.confirmedAt === null) throw refuse('unknown_adoption_offer')
    if (offer.outcome !== null) throw refuse('adoption_settled')
    if ((await readGrowerOf(db, villageId, offer)) !== householdId)
      throw refuse('not_grower_of_adoption')
    if (words === null && photoFileId === null) throw refuse('adoption_update_empty')
    if (photoFileId !== null) {
      const owner = await readPhotoOwner(db, villageId, photoFileId)
      if (owner !== actor.personId) throw refuse('adoption_photo_not_yours')
    }
    if ((await selectUpdates(db, villageId, offerId)).length >= MOST_UPDATES)
      throw refuse('too_many_adoption_updates')
    const written = { updateId: tx.newId(), writtenBy: actor.personId, writtenAt: now }
    await insertUpdate(db, villageId, { ...input, ...written })
    return {}
  })
}
