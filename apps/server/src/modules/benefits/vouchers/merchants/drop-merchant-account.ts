import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { deleteAccountChange, selectAccountChanges } from './account-change.store.ts'
import type { AccountChangeInput } from './confirm-merchant-account.ts'
import { lockMerchant } from './merchant.store.ts'

/**
 * Drops an account that was proposed and waits; the one before goes on.
 * @throws Refusal 'unknown_merchant', 'no_account_waits'
 */
export async function dropMerchantAccount(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { merchantId, changeId }: AccountChangeInput,
): Promise<Record<string, never>> {
  const input = { merchantId, changeId }
  return act({ name: 'drop-merchant-account', actor, key, input }, async (tx) => {
    const merchant = await lockMerchant(tx.db, tx.villageId, merchantId)
    if (merchant === null) throw refuse('unknown_merchant')
    const change = (await selectAccountChanges(tx.db, tx.villageId)).get(merchantId)
    if (change?.changeId !== changeId) throw refuse('no_account_waits')
    await deleteAccountChange(tx.db, tx.villageId, merchantId)
    return {}
  })
}
