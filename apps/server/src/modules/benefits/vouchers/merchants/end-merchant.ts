import { merchantEnded } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { takeMerchantRole } from '../../../community/index.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import {
  deleteMerchantPerson,
  endMerchantAt,
  lockMerchant,
  selectMerchantPeople,
} from './merchant.store.ts'

/**
 * A merchant takes vouchers no more; what it is owed is settled with its month.
 * @throws Refusal 'unknown_merchant', 'merchant_ended'
 */
export async function endMerchant(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { merchantId }: { readonly merchantId: string },
): Promise<Record<string, never>> {
  return act({ name: 'end-merchant', actor, key, input: { merchantId } }, async (tx) => {
    const { db, villageId } = tx
    const merchant = await lockMerchant(db, villageId, merchantId)
    if (merchant === null) throw refuse('unknown_merchant')
    if (merchant.endedAt !== null) throw refuse('merchant_ended')
    await endMerchantAt(db, villageId, merchantId, tx.now)
    for (const bound of await selectMerchantPeople(db, villageId)) {
      if (bound.merchantId !== merchantId) continue
      const { personId } = bound
      await takeMerchantRole(tx, actor, { personId, reason: merchant.nameZh })
      await deleteMerchantPerson(db, villageId, personId)
    }
    const name = (await secrets.of(db, villageId)).pseudonym('merchant', merchantId)
    const payload = { merchantId, endedBy: actor.personId }
    const parts = [{ personId: actor.personId, payload }]
    tx.append(merchantEnded({ public: { merchant: name }, parts }))
    return {}
  })
}
