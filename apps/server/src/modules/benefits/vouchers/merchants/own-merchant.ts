import type { Db } from '../../../../platform/database/database.ts'
import { areKin } from '../../../community/index.ts'
import type { Actor } from '../../../../platform/actor.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { refuse } from '../refusals.ts'
import { selectMerchantPeople, selectMerchants } from './merchant.store.ts'

/**
 * What bars somebody from deciding about these merchants: they, or somebody of their household, take
 * vouchers for one. Null when nothing does.
 */
export async function whyNotForMerchants(
  db: Db,
  { villageId, personId }: Actor,
  merchantIds: readonly string[],
): Promise<Refusal | null> {
  const people = await selectMerchantPeople(db, villageId)
  for (const merchantId of merchantIds) {
    const ofIt = people.filter((one) => one.merchantId === merchantId)
    const ids = ofIt.map((one) => one.personId)
    if (!(await areKin(db, villageId, personId, ids))) continue
    const merchant = (await selectMerchants(db, villageId)).get(merchantId)
    const name = merchant?.nameZh ?? ''
    return refuse('own_merchant', { name, nameEn: merchant?.nameEn ?? name })
  }
  return null
}
