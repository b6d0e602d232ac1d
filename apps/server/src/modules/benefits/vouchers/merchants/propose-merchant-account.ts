import type { Actor } from '../../../../platform/actor.ts'
import type { PayoutAccount } from '../../../money/index.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { replaceAccountChange } from './account-change.store.ts'
import { lockMerchant } from './merchant.store.ts'
import { whyNotForMerchants } from './own-merchant.ts'

export interface ProposeMerchantAccountInput {
  readonly merchantId: string
  readonly account: PayoutAccount
}

/**
 * Proposes where a merchant is to have its money sent; it counts once somebody of another household has
 * confirmed it. What was proposed before and waits is given up for it.
 * @throws Refusal 'unknown_merchant', 'own_merchant'
 */
export async function proposeMerchantAccount(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { merchantId, account }: ProposeMerchantAccountInput,
): Promise<{ readonly changeId: string }> {
  const input = { merchantId, account: { ...account } }
  return act({ name: 'propose-merchant-account', actor, key, input }, async (tx) => {
    const merchant = await lockMerchant(tx.db, tx.villageId, merchantId)
    if (merchant === null) throw refuse('unknown_merchant')
    const bar = await whyNotForMerchants(tx.db, actor, [merchantId])
    if (bar !== null) throw bar
    const changeId = tx.newId()
    await replaceAccountChange(tx.db, tx.villageId, {
      changeId,
      merchantId,
      account,
      proposedBy: actor.personId,
      proposerHouseholdId: actor.householdId,
      proposedAt: tx.now,
    })
    return { changeId }
  })
}
