import type { Actor } from '../../../../platform/actor.ts'
import { requireLeft } from '../../../money/index.ts'
import type { Commands } from '../../parts.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import { requireTakers } from './takers-of.ts'
import { insertVoucherKind, type VoucherTerms } from './voucher-kind.store.ts'

export type ProposeVoucherKindInput = VoucherTerms

/**
 * Proposes a kind of voucher: its price, its value, who takes it, and from which money of a resolution
 * merchants are paid. It is offered once a second person has confirmed it.
 * @throws Refusal 'unknown_merchant', 'merchant_ended', 'own_merchant', 'unknown_budget',
 *   'budget_closed', 'budget_exceeded'
 */
export async function proposeVoucherKind(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  input: ProposeVoucherKindInput,
): Promise<{ readonly voucherKindId: string }> {
  const merchantIds = [...new Set(input.merchantIds)].toSorted()
  const asked = { ...input, merchantIds }
  return act({ name: 'propose-voucher-kind', actor, key, input: asked }, async (tx) => {
    await requireTakers(tx, merchantIds)
    const bar = await whyNotForMerchants(tx.db, actor, merchantIds)
    if (bar !== null) throw bar
    await requireLeft(tx, input.budgetId, input.valueFen)
    const voucherKindId = tx.newId()
    await insertVoucherKind(tx.db, tx.villageId, {
      ...asked,
      voucherKindId,
      proposedBy: actor.personId,
      proposerHouseholdId: actor.householdId,
      proposedAt: tx.now,
    })
    return { voucherKindId }
  })
}
