import type { Tx } from '../../../record/index.ts'
import { selectMerchants, type Merchant } from '../merchants/merchant.store.ts'
import { refuse } from '../refusals.ts'

/** Of the merchants that a kind of voucher names, those that take vouchers still. */
export function takersOf(
  merchantIds: readonly string[],
  merchants: ReadonlyMap<string, Merchant>,
): Merchant[] {
  return merchantIds.flatMap((merchantId) => {
    const merchant = merchants.get(merchantId)
    return merchant === undefined || merchant.endedAt !== null ? [] : [merchant]
  })
}

/** @throws Refusal 'unknown_merchant', 'merchant_ended' */
export async function requireTakers(
  { db, villageId }: Tx,
  merchantIds: readonly string[],
): Promise<void> {
  const merchants = await selectMerchants(db, villageId)
  for (const merchantId of merchantIds) {
    const merchant = merchants.get(merchantId)
    if (merchant === undefined) throw refuse('unknown_merchant')
    if (merchant.endedAt !== null) throw refuse('merchant_ended')
  }
}
