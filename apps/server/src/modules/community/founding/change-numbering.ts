import { villageNumberingChanged } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { houseNumberingChanging } from '../events.ts'
import { refuse } from '../refusals.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { countRepeatedHouseNos, setHouseNumbering, type HouseNumbering } from './village.store.ts'

/**
 * Changes whether a house number is one of the whole village or of its group. Households stay as
 * they are; what changes is how the next roster file is read.
 * @throws Refusal 'house_numbers_repeat' when a number stands in several groups and is to be one of
 *   the whole village; 'numbering_settled' once points were awarded
 */
export async function changeNumbering(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  { numbering }: { readonly numbering: HouseNumbering },
): Promise<{ numbering: HouseNumbering }> {
  return act({ name: 'change-house-numbering', actor, key, input: { numbering } }, async (tx) => {
    await lockRoster(tx.db, tx.villageId)
    await tx.publish(houseNumberingChanging, {})
    const count = numbering === 'village' ? await countRepeatedHouseNos(tx.db, tx.villageId) : 0
    if (count > 0) throw refuse('house_numbers_repeat', { count })
    await setHouseNumbering(tx.db, tx.villageId, numbering)
    tx.append(villageNumberingChanged({ public: { numbering }, parts: [] }))
    return { numbering }
  })
}
