import type { Actor } from '../../../../platform/actor.ts'
import { takeMerchantRole } from '../../../community/index.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { deleteMerchantPerson, lockMerchant, selectMerchantOf } from './merchant.store.ts'

/**
 * A person takes vouchers for a merchant no more; somebody of elsewhere is erased with it.
 * @throws Refusal 'unknown_merchant', 'not_of_this_merchant'
 */
export async function unbindMerchantPerson(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { merchantId, personId }: { readonly merchantId: string; readonly personId: string },
): Promise<Record<string, never>> {
  const command = { name: 'unbind-merchant-person', actor, key, input: { merchantId, personId } }
  return act(command, async (tx) => {
    const merchant = await lockMerchant(tx.db, tx.villageId, merchantId)
    if (merchant === null) throw refuse('unknown_merchant')
    const bound = await selectMerchantOf(tx.db, tx.villageId, personId)
    if (bound?.merchantId !== merchantId) throw refuse('not_of_this_merchant')
    await takeMerchantRole(tx, actor, { personId, reason: merchant.nameZh })
    await deleteMerchantPerson(tx.db, tx.villageId, personId)
    return {}
  })
}
