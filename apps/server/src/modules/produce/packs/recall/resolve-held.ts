import { packNumber, packNumberOf, readPackNumber } from '@azalea/text'
import type { Db } from '../../../../platform/database/database.ts'
import { readPlots } from '../../land/index.ts'
import type { Held } from '../../lots/index.ts'
import { selectPack, selectPackingByNumber } from '../packing/packing.store.ts'
import { refuse } from '../refusals.ts'
import { byId } from '../schema.ts'
import { selectLotIdByNumber, wasUsed } from './reached.store.ts'

/** With what it is called, in its one written form: a pack's number in capitals. */
export interface NamedHeld extends Held {
  readonly named: string
}

/**
 * What somebody names by what people read (the number of a pack or lot, a plot's id, a product's
 * registration number, a substance), by its id.
 * @throws Refusal 'unknown_pack', 'unknown_held_lot', 'unknown_held_plot', 'never_used'
 */
export async function resolveHeld(
  db: Db,
  villageId: string,
  { reach, target }: Held,
): Promise<NamedHeld> {
  switch (reach) {
    case 'pack':
      return { reach, ...(await packOf(db, villageId, target)) }
    case 'lot': {
      const named = target.toUpperCase()
      const lotId = await selectLotIdByNumber(db, villageId, named)
      if (lotId === null) throw refuse('unknown_held_lot')
      return { reach, target: lotId, named }
    }
    case 'plot': {
      const plotId = target.toLowerCase()
      if (!byId.safeParse({ id: plotId }).success) throw refuse('unknown_held_plot')
      if (!(await readPlots(db, villageId, [plotId])).has(plotId)) throw refuse('unknown_held_plot')
      return { reach, target: plotId, named: plotId }
    }
    case 'product':
    case 'substance':
      if (!(await wasUsed(db, villageId, { reach, target }))) throw refuse('never_used')
      return { reach, target, named: target }
  }
}

async function packOf(db: Db, villageId: string, typed: string): Promise<Omit<NamedHeld, 'reach'>> {
  // Whoever holds the pack scans its label.
  const number = readPackNumber(packNumberOf(typed) ?? '')
  if (number === null) throw refuse('unknown_pack')
  const packing = await selectPackingByNumber(db, villageId, number.packingNumber)
  if (packing === null) throw refuse('unknown_pack')
  const pack = await selectPack(db, villageId, packing.packingId, number.serial)
  if (pack === null) throw refuse('unknown_pack')
  return { target: pack.packId, named: packNumber(number.packingNumber, number.serial) }
}
