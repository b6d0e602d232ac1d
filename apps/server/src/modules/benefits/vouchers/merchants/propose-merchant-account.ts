import type { Actor } from '../../../../platform/actor.ts'
import { setPayoutAccount, type PayoutAccount } from '../../../money/index.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { lockMerchant } from './merchant.store.ts'
import { whyNotForMerchants } from './own-merchant.ts'

export interface SetMerchantAccountInput {
  readonly merchantId: string
  readonly account: PayoutAccount
}

/**
 * Enters where a merchant has its money sent; until then it is paid in cash. Whoever confirms a month
 * sees the account, and one that was changed since it was proposed is not paid.
 * @throws Refusal 'unknown_merchant', 'own_merchant'
 */
export async function setMerchantAccount(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { merchantId, account }: SetMerchantAccountInput,
): Promise<Record<string, never>> {
  const input = { merchantId, account: { ...account } }
  return act({ name: 'set-merchant-account', actor, key, input }, async (tx) => {
    const merchant = await lockMerchant(tx.db, tx.villageId, merchantId)
    if (merchant === null) throw refuse('unknown_merchant')
    const bar = await whyNotForMerchants(tx.db, actor, [merchantId])
    if (bar !== null) throw bar
    const said = { ...account, saidBy: actor.personId, saidAt: tx.now }
    await setPayoutAccount(tx.db, tx.villageId, { kind: 'merchant', id: merchantId }, said)
    return {}
  })
}
