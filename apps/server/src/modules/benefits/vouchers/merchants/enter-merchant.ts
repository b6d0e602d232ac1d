import { merchantEntered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { openPayee } from '../../../money/index.ts'
import type { Commands } from '../../parts.ts'
import { insertMerchant } from './merchant.store.ts'

export interface EnterMerchantInput {
  readonly nameZh: string
  readonly nameEn: string | null
  /** Where people find it. */
  readonly place: string
}

/** Enters a shop of the village or the town; it takes vouchers once somebody is bound to it. */
export async function enterMerchant(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: EnterMerchantInput,
): Promise<{ readonly merchantId: string }> {
  return act({ name: 'enter-merchant', actor, key, input: { ...input } }, async (tx) => {
    const merchantId = tx.newId()
    const enteredBy = actor.personId
    const entered = { enteredBy, enteredAt: tx.now }
    await insertMerchant(tx.db, tx.villageId, { merchantId, ...input, ...entered })
    openPayee(tx, { kind: 'merchant', id: merchantId })
    const merchant = (await secrets.of(tx.db, tx.villageId)).pseudonym('merchant', merchantId)
    const payload = { merchantId, name: input.nameZh, enteredBy }
    tx.append(merchantEntered({ public: { merchant }, parts: [{ personId: enteredBy, payload }] }))
    return { merchantId }
  })
}
