import { packAddress, packNumber, shownGtin } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readPublicUrl, readVillage } from '../../../community/index.ts'
import { selectLots } from '../../lots/index.ts'
import type { PackReaders } from '../parts.ts'
import { refuse } from '../refusals.ts'
import {
  selectPackingByNumber,
  selectPackings,
  selectPacks,
  selectTaken,
  type Packing,
} from './packing.store.ts'

const SHOWN = 100

/** What was packed, the latest first. */
export async function readPackings({ database }: PackReaders, { villageId }: Actor) {
  return database.inVillage(villageId, async (db) => {
    const packings = await selectPackings(db, villageId, SHOWN)
    const packingIds = packings.map(({ packingId }) => packingId)
    const taken = await selectTaken(db, villageId, packingIds)
    const lotIds = [...taken.values()].flat().map(({ lotId }) => lotId)
    const lots = await selectLots(db, villageId, lotIds)
    const numbers = new Map(lots.map((lot) => [lot.lotId, lot.number]))
    return {
      items: packings.map((packing) => ({
        ...shownPacking(packing),
        lots: (taken.get(packing.packingId) ?? []).map(({ lotId, grams }) => ({
          number: numbers.get(lotId) ?? '',
          grams,
        })),
      })),
    }
  })
}

function shownPacking({ packedAt, ...packing }: Packing) {
  return { ...packing, packedAt: packedAt.toISOString() }
}

/** What stands on the labels of a packing. @throws Refusal 'unknown_pack' */
export async function readLabels(
  { database, publicUrl }: PackReaders,
  { villageId }: Actor,
  packingNumber: string,
) {
  return database.inVillage(villageId, async (db) => {
    const packing = await selectPackingByNumber(db, villageId, packingNumber)
    if (packing === null) throw refuse('unknown_pack')
    const address = await readPublicUrl(db, villageId, publicUrl)
    const packs = await selectPacks(db, villageId, packing.packingId)
    return {
      ...shownPacking(packing),
      villageName: (await readVillage(db, villageId))?.name ?? '',
      packs: packs.map(({ serial, netGrams, gtin }) => {
        const number = packNumber(packing.number, serial)
        const url = address === null ? null : packAddress(address, villageId, { number, gtin })
        return { number, netGrams, gtin: gtin && shownGtin(gtin), url }
      }),
    }
  })
}
