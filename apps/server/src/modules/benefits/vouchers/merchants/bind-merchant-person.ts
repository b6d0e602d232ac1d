import type { Actor } from '../../../../platform/actor.ts'
import { enterOutsider, giveMerchantRole } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { MerchantCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import {
  insertMerchantPerson,
  lockMerchant,
  selectMerchantOf,
  type Merchant,
} from './merchant.store.ts'

export interface BindMerchantPersonInput {
  readonly merchantId: string
  /** Somebody of the roster, or somebody from elsewhere, who is invited with a telephone. */
  readonly who: { readonly personId: string } | { readonly name: string; readonly phone: string }
}

/**
 * Lets a person take vouchers for a merchant, on their own telephone.
 * @throws Refusal 'unknown_merchant', 'merchant_ended', 'merchant_person_elsewhere', those of
 *   enterOutsider and giveMerchantRole
 */
export async function bindMerchantPerson(
  { act, keyring }: MerchantCommands,
  actor: Actor,
  key: string,
  { merchantId, who }: BindMerchantPersonInput,
): Promise<{ readonly personId: string }> {
  // The key's request must not hold a telephone, not even hashed without one.
  const asked =
    'personId' in who
      ? { personId: who.personId }
      : { mark: keyring.hashOf('entry', JSON.stringify([who.name, who.phone])) }
  const command = { name: 'bind-merchant-person', actor, key, input: { merchantId, ...asked } }
  return act(command, async (tx) => {
    const merchant = await requireTaking(tx, merchantId)
    const personId =
      'personId' in who
        ? who.personId
        : await enterOutsider(tx, keyring, actor, { ...who, reason: merchant.nameZh })
    const before = await selectMerchantOf(tx.db, tx.villageId, personId)
    if (before !== null) throw refuse('merchant_person_elsewhere')
    await giveMerchantRole(tx, actor, personId)
    const bound = { boundBy: actor.personId, boundAt: tx.now }
    await insertMerchantPerson(tx.db, tx.villageId, { merchantId, personId, ...bound })
    return { personId }
  })
}

async function requireTaking(tx: Tx, merchantId: string): Promise<Merchant> {
  const merchant = await lockMerchant(tx.db, tx.villageId, merchantId)
  if (merchant === null) throw refuse('unknown_merchant')
  if (merchant.endedAt !== null) throw refuse('merchant_ended')
  return merchant
}
