import type { Db } from '../../../../platform/database/database.ts'
import { readPlots } from '../../land/index.ts'
import type { Held } from '../../lots/index.ts'
import { readPackNumber } from '../pack-number.ts'
import { selectPack, selectPackingByNumber } from '../packing/packing.store.ts'
import { refuse } from '../refusals.ts'
import { selectLotIdByNumber, wasUsed } from './reached.store.ts'

/**
 * What somebody names by what people read (the number of a pack or lot, a plot's id, a product's
 * registration number, a substance), by its id.
 * @throws Refusal 'unknown_pack', 'unknown_held_lot', 'unknown_held_plot', 'never_used'
 */
export async function resolveHeld(
  db: Db,
  villageId: string,
  { reach, target }: Held,
): Promise<Held> {
  switch (reach) {
    case 'pack':
      return { reach, target: await packIdOf(db, villageId, target) }
    case 'lot': {
      const lotId = await selectLotIdByNumber(db, villageId, target.toUpperCase())
      if (lotId === null) throw refuse('unknown_held_lot')
      return { reach, target: lotId }
    }
    case 'plot': {
      if (!/^[\da-f-]{36}$/i.test(target)) throw refuse('unknown_held_plot')
      if (!(await readPlots(db, villageId, [target])).has(target)) throw refuse('unknown_held_plot')
      return { reach, target }
    }
    case 'product':
    case 'substance':
      if (!(await wasUsed(db, villageId, { reach, target }))) throw refuse('never_used')
      return { reach, target }
  }
}

async function packIdOf(db: Db, villageId: string, typed: string): Promise<string> {
  const number = readPackNumber(typed)
  if (number === null) throw refuse('unknown_pack')
  const packing = await selectPackingByNumber(db, villageId, number.packingNumber)
  if (packing === null) throw refuse('unknown_pack')
  const pack = await selectPack(db, villageId, packing.packingId, number.serial)
  if (pack === null) throw refuse('unknown_pack')
  return pack.packId
}
