import type { Db } from '../../../../platform/database/database.ts'
import { areKin, readKinship } from '../../../community/index.ts'
import type { Payee } from '../../../money/index.ts'
import type { Actor } from '../../../../platform/actor.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { refuse } from '../refusals.ts'
import { selectMerchantPeople, selectMerchants, selectMerchantTakers } from './merchant.store.ts'

/**
 * What bars somebody from deciding about these merchants: they, or somebody of their household, take
 * vouchers for one, or took some of what is decided on. Null when nothing does.
 * @param taken by whom what is decided on was taken, also by who has left the merchant since
 */
export async function whyNotForMerchants(
  db: Db,
  { villageId, personId }: Actor,
  merchantIds: readonly string[],
  taken: readonly { readonly merchantId: string; readonly redeemedBy: string }[] = [],
): Promise<Refusal | null> {
  const people = await selectMerchantPeople(db, villageId)
  for (const merchantId of merchantIds) {
    const ofIt = people.filter((one) => one.merchantId === merchantId)
    const took = taken.filter((one) => one.merchantId === merchantId)
    const ids = [...ofIt.map((one) => one.personId), ...took.map((one) => one.redeemedBy)]
    if (!(await areKin(db, villageId, personId, ids))) continue
    const merchant = (await selectMerchants(db, villageId)).get(merchantId)
    const name = merchant?.nameZh ?? ''
    return refuse('own_merchant', { name, nameEn: merchant?.nameEn ?? name })
  }
  return null
}

/** The merchants, as payees, for whom somebody or kin of theirs take vouchers, or took some before. */
export async function readOwnMerchants(
  db: Db,
  { villageId, personId }: Pick<Actor, 'villageId' | 'personId'>,
): Promise<Payee[]> {
  const people = [
    ...(await selectMerchantPeople(db, villageId)),
    ...(await selectMerchantTakers(db, villageId)),
  ]
  const ids = people.map((one) => one.personId)
  const kinship = await readKinship(db, villageId, [personId, ...ids])
  const own = people.filter((one) => kinship(personId, one.personId))
  return [...new Set(own.map(({ merchantId }) => merchantId))].map((id) => ({
    kind: 'merchant',
    id,
  }))
}
