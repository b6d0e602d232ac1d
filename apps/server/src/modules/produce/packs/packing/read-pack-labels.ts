import { civilDay, packAddress, packNumber } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { AskedLabels, PackLabels } from '../../../../platform/on-paper.ts'
import { readPublicUrl, readVillage } from '../../../community/index.ts'
import { selectLots } from '../../lots/index.ts'
import type { PackReaders } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectPackingByNumber, selectPacksAfter, selectTaken } from './packing.store.ts'

/**
 * What stands on the labels of so many packs of a packing, to be printed.
 * @throws Refusal 'unknown_pack', 'no_village_address', 'no_labels'
 */
export async function readPackLabels(
  { database, publicUrl }: PackReaders,
  { villageId }: Actor,
  { number, after, limit }: AskedLabels,
): Promise<PackLabels> {
  return database.readInVillage(villageId, async (db) => {
    const packing = await selectPackingByNumber(db, villageId, number)
    if (packing === null) throw refuse('unknown_pack')
    const { packingId, crop, bestBefore } = packing
    const address = await readPublicUrl(db, villageId, publicUrl)
    if (address === null) throw refuse('no_village_address')
    const packs = await selectPacksAfter(db, villageId, packingId, { after, limit })
    if (packs.length === 0) throw refuse('no_labels')
    const taken = (await selectTaken(db, villageId, [packingId])).get(packingId) ?? []
    const lotIds = taken.map(({ lotId }) => lotId)
    return {
      villageName: (await readVillage(db, villageId))?.name ?? '',
      crop,
      packedOn: civilDay(packing.packedAt),
      bestBefore,
      lotNumbers: (await selectLots(db, villageId, lotIds)).map((lot) => lot.number),
      packs: packs.map(({ serial, netGrams, gtin }) => {
        const named = { number: packNumber(packing.number, serial), gtin }
        return { ...named, netGrams, url: packAddress(address, villageId, named) }
      }),
    }
  })
}
