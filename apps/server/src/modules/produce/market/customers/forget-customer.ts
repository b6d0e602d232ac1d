import { systemActor } from '../../../../platform/actor.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { erasePersonKey } from '../../../record/index.ts'
import type { MarketParts } from '../parts.ts'
import { REMEMBERED_DAYS } from '../policy.ts'
import { deleteEnded, forgetCustomer as takeOut, selectToForget } from './customer.store.ts'
import { DAY_MILLISECONDS } from './prove-customer.ts'

type ForgetParts = Pick<MarketParts, 'act' | 'database' | 'clock' | 'villageIds'>

/** Every hour: who ordered nothing for half a year is forgotten, and sessions that ended. */
export const forgetCustomersJob = (parts: ForgetParts): Job => ({
  name: 'forget-market-customers',
  everyMinutes: 60,
  run: async () => {
    await inEveryVillage(await parts.villageIds(), (villageId) => forgetCustomers(parts, villageId))
  },
})

export async function forgetCustomers(parts: ForgetParts, villageId: string): Promise<void> {
  const now = parts.clock.now()
  const before = (days: number) => new Date(now.getTime() - days * DAY_MILLISECONDS)
  const customerIds = await parts.database.inVillage(villageId, async (db) => {
    await deleteEnded(db, villageId, { now, requestedBefore: before(1) })
    return selectToForget(db, villageId, before(REMEMBERED_DAYS))
  })
  for (const customerId of customerIds) await forgetCustomer(parts, villageId, { customerId })
}

/**
 * Takes out everything that tells who a customer was, and destroys their key: what the log holds of
 * their orders names nobody any more. Repeated, it changes nothing.
 */
export async function forgetCustomer(
  { act }: Pick<MarketParts, 'act'>,
  villageId: string,
  { customerId }: { readonly customerId: string },
): Promise<Record<string, never>> {
  const actor = systemActor(villageId)
  const key = `market-forget-${customerId}`
  return act({ name: 'forget-market-customer', actor, key, input: { customerId } }, async (tx) => {
    await takeOut(tx.db, villageId, customerId, tx.now)
    await erasePersonKey(tx, customerId)
    return {}
  })
}
