import { systemActor } from '../../../../platform/actor.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import type { NewId } from '../../../../platform/identity.ts'
import { selectVillageIds } from '../../../community/index.ts'
import type { Commands, Readers } from '../../parts.ts'
import { notifyHolders } from '../../turns/notify-holders.ts'
import { endReservation } from './end-reservation.ts'
import { aboutPurchase } from './purchase-messages.ts'
import { lockPurchase, selectOverdue } from './purchase.store.ts'

export type LapseParts = Commands & Readers & { readonly newId: NewId }

/** Ends what nobody fetched, in every village. */
export function lapseReservationsJob(parts: LapseParts): Job {
  return {
    name: 'lapse-reservations',
    everyMinutes: 5,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => lapseReservations(parts, villageId))
    },
  }
}

/**
 * Ends the reservations of a village that nobody fetched in time, each in a command of its own: of two
 * runs at once the second finds it ended. Whoever reserved is told that the points are back.
 */
export async function lapseReservations(parts: LapseParts, villageId: string): Promise<void> {
  const { act, secrets, database, clock, newId } = parts
  const overdue = await database.inVillage(villageId, (db) =>
    selectOverdue(db, villageId, clock.now()),
  )
  for (const purchaseId of overdue) {
    const actor = systemActor(villageId)
    const command = { name: 'lapse-reservation', actor, key: newId(), input: { purchaseId } }
    await act(command, async (tx) => {
      const purchase = await lockPurchase(tx.db, villageId, purchaseId)
      if (purchase?.state !== 'reserved' || purchase.fetchUntil > tx.now) return {}
      await endReservation(tx, secrets, purchase, 'lapsed')
      const { householdId, personId } = purchase
      const params = aboutPurchase(purchase)
      await notifyHolders(tx, [{ householdId, personId, kind: 'purchase.lapsed', params }])
      return {}
    })
  }
}
