import type { Db } from '../../../../platform/database/database.ts'
import { lockPlotStory } from '../../inputs/index.ts'
import { selectHeldLots, selectHolds, selectLots } from '../../lots/index.ts'
import { selectLotsInStock, type HeldStock } from './stock.store.ts'

const EVERY = 10_000

/**
 * What of the packings of these crops is held, by a recall or by a residue test. With `isLocked`
 * nothing of their plots is tested until the commit; recalls wait where `lockHolds` was called.
 */
export async function readHeldStock(
  db: Db,
  villageId: string,
  {
    crops,
    keepsUntil,
    isLocked,
  }: { readonly crops: readonly string[]; readonly keepsUntil: string; readonly isLocked: boolean },
): Promise<HeldStock> {
  const inStock = await selectLotsInStock(db, villageId, crops, keepsUntil)
  const lots = await selectLots(
    db,
    villageId,
    inStock.map(({ lotId }) => lotId),
  )
  if (isLocked) {
    const plotIds = [...new Set(lots.map(({ plotId }) => plotId))]
    for (const plotId of plotIds.toSorted((one, other) => (one < other ? -1 : 1)))
      await lockPlotStory(db, villageId, plotId)
  }
  const held = await selectHeldLots(db, villageId, lots)
  const holds = await selectHolds(db, villageId, { isOpen: true, limit: EVERY })
  return {
    packingIds: [
      ...new Set(inStock.flatMap(({ packingId, lotId }) => (held.has(lotId) ? packingId : []))),
    ],
    packIds: holds.flatMap(({ reach, target }) => (reach === 'pack' ? target : [])),
  }
}
