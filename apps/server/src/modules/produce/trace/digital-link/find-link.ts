import { packNumber, readGtin, readPackNumber } from '@azalea/text'
import { readPublicUrl } from '../../../community/index.ts'
import {
  packRefusals,
  selectGtinVillage,
  selectNamedPacks,
  selectPackingByNumber,
} from '../../packs/index.ts'
import type { TraceParts } from '../parts.ts'

/** The parts of a scanned GS1 Digital Link URI. */
export interface ScannedLink {
  readonly gtin: string
  readonly serial: string
}

/** A pack that carries a GTIN, and where the village is reached. */
export interface LinkedPack {
  readonly villageId: string
  readonly number: string
  /** In 14 digits. */
  readonly gtin: string
  readonly crop: string
  readonly address: string
}

/**
 * The pack of a GS1 Digital Link, in whatever village: its GTIN says in which, and it carries that GTIN.
 * @throws Refusal 'unknown_link'
 */
export async function findLink(
  { database, publicUrl }: Pick<TraceParts, 'database' | 'publicUrl'>,
  { gtin: typed, serial }: ScannedLink,
): Promise<LinkedPack> {
  const gtin = readGtin(typed)
  const read = readPackNumber(serial)
  if (gtin === null || read === null) throw packRefusals('unknown_link')
  const villageId = await database.outsideVillages((db) => selectGtinVillage(db, gtin))
  if (villageId === null) throw packRefusals('unknown_link')
  return database.readInVillage(villageId, async (db) => {
    const named = new Map([['', { villageId, gtin, ...read }]])
    const [known, packing, address] = await Promise.all([
      selectNamedPacks(db, villageId, named),
      selectPackingByNumber(db, villageId, read.packingNumber),
      readPublicUrl(db, villageId, publicUrl),
    ])
    if (known.size === 0 || packing === null) throw packRefusals('unknown_link')
    const number = packNumber(read.packingNumber, read.serial)
    return { villageId, number, gtin, crop: packing.crop, address: address ?? publicUrl }
  })
}
