import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { deleteAccountChange } from './account-change.store.ts'
import { lockAccountChange, type AccountChangeInput } from './confirm-merchant-account.ts'

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
    await lockAccountChange(tx, input)
    await deleteAccountChange(tx.db, tx.villageId, merchantId)
    return {}
  })
}
