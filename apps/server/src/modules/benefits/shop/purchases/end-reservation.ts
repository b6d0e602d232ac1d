import { shopReservationEnded } from '@azalea/records'
import { releaseHold } from '../../../ledger/index.ts'
import { releaseReserved } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { moveStock } from '../stock/lot.store.ts'
import { changePurchase, noteBack, selectTakings, type Purchase } from './purchase.store.ts'

/** Gives back whatever a reservation that is held by the caller set aside: goods, points, money. */
export async function endReservation(
  tx: Tx,
  secrets: VillageSecrets,
  { purchaseId, personId, costFen }: Purchase,
  how: 'cancelled' | 'lapsed',
): Promise<void> {
  const { db, villageId } = tx
  const takings = await selectTakings(db, villageId, purchaseId)
  await changePurchase(db, villageId, purchaseId, { state: how, ended_at: tx.now })
  await noteBack(db, villageId, purchaseId, takings)
  await moveStock(db, villageId, takings)
  await releaseHold(tx, purchaseId)
  if (costFen > 0) await releaseReserved(tx, purchaseId)
  const purchase = (await secrets.of(db, villageId)).pseudonym('purchase', purchaseId)
  const parts = [{ personId, payload: { purchaseId } }]
  tx.append(shopReservationEnded({ public: { purchase, how }, parts }))
}
