import { holdPlaced } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { VillageSecret } from '../../../record/index.ts'
import { insertHold, lockHolds, selectHolds, type Held } from '../../lots/index.ts'
import type { PackCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { resolveHeld, type NamedHeld } from './resolve-held.ts'

const EVERY = 10_000

export interface PlaceHoldInput extends Held {
  readonly because: string
}

/**
 * Recalls a pack, a lot, or everything of a plot, product or substance: from the commit on nothing of
 * it is packed or sold, and its trace pages say so.
 * @throws Refusal 'held_already', those of resolveHeld
 */
export async function placeHold(
  { act, secrets }: PackCommands,
  actor: Actor,
  key: string,
  input: PlaceHoldInput,
): Promise<{ readonly holdId: string }> {
  return act({ name: 'place-hold', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { because } = input
    await lockHolds(db, villageId, 'alone')
    const held = await resolveHeld(db, villageId, input)
    const open = await selectHolds(db, villageId, { isOpen: true, limit: EVERY })
    if (open.some((one) => one.reach === held.reach && one.target === held.target))
      throw refuse('held_already')
    const holdId = tx.newId()
    const placedBy = actor.personId
    const { reach, target } = held
    await insertHold(db, villageId, {
      reach,
      target,
      holdId,
      because,
      placedBy,
      placedAt: now,
    })
    const secret = await secrets.of(db, villageId)
    tx.append(
      holdPlaced({
        public: toldOf(secret, holdId, held),
        parts: [{ personId: placedBy, payload: { holdId, placedBy, because } }],
      }),
    )
    return { holdId }
  })
}

function toldOf(secret: VillageSecret, holdId: string, { reach, target, named }: NamedHeld) {
  const hold = secret.pseudonym('hold', holdId)
  switch (reach) {
    case 'lot':
      return { hold, reach, lot: secret.pseudonym('harvestLot', target) }
    case 'plot':
      return { hold, reach, subject: secret.pseudonym('subject', target) }
    case 'pack':
    case 'product':
    case 'substance':
      return { hold, reach, named }
  }
}
