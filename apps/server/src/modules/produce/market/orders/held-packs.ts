import type { Db } from '../../../../platform/database/database.ts'
import { selectHeldLots, selectHolds, selectLots } from '../../lots/index.ts'
import { selectTaken } from '../../packs/index.ts'
import type { OrderPack } from './order.store.ts'

const EVERY = 10_000

/** Of these packs those that are recalled, or of a lot that a test holds; by their ids. */
export async function readHeldPacks(
  db: Db,
  villageId: string,
  packs: readonly Pick<OrderPack, 'packId' | 'packingId'>[],
): Promise<ReadonlySet<string>> {
  if (packs.length === 0) return new Set()
  const packingIds = [...new Set(packs.map(({ packingId }) => packingId))]
  const taken = await selectTaken(db, villageId, packingIds)
  const lotIds = [...taken.values()].flat().map(({ lotId }) => lotId)
  const lots = await selectLots(db, villageId, lotIds)
  const held = await selectHeldLots(db, villageId, lots)
  const holds = await selectHolds(db, villageId, { isOpen: true, limit: EVERY })
  const byNumber = new Set(holds.flatMap(({ reach, target }) => (reach === 'pack' ? target : [])))
  const isHeld = ({ packId, packingId }: Pick<OrderPack, 'packId' | 'packingId'>) =>
    byNumber.has(packId) || (taken.get(packingId) ?? []).some(({ lotId }) => held.has(lotId))
  return new Set(packs.filter(isHeld).map(({ packId }) => packId))
}
