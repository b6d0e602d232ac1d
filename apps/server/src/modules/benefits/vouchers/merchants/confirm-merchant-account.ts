import { merchantAccountSet } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { whyNotSecondPerson } from '../../../community/index.ts'
import { setPayoutAccount } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { voucherOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  deleteAccountChange,
  selectAccountChanges,
  type AccountChange,
} from './account-change.store.ts'
import { lockMerchant } from './merchant.store.ts'
import { whyNotForMerchants } from './own-merchant.ts'

export interface AccountChangeInput {
  readonly merchantId: string
  /** The one that was looked at: another may have been proposed since. */
  readonly changeId: string
}

/**
 * Sends a merchant's money to the account that another proposed, as the second person. Until the first
 * is confirmed it is paid in cash. Whoever confirms a month sees the account, and one that was changed
 * since it was proposed is not paid.
 * @throws Refusal 'unknown_merchant', 'no_account_waits', 'own_merchant', those of requireSecondPerson
 */
export async function confirmMerchantAccount(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { merchantId, changeId }: AccountChangeInput,
): Promise<Record<string, never>> {
  const input = { merchantId, changeId }
  return act({ name: 'confirm-merchant-account', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const change = await lockAccountChange(tx, input)
    const bar = await whyNotConfirmingAccount(db, actor, change)
    if (bar !== null) throw bar
    const said = { ...change.account, saidBy: change.proposedBy, saidAt: tx.now }
    await setPayoutAccount(db, villageId, { kind: 'merchant', id: merchantId }, said)
    await deleteAccountChange(db, villageId, merchantId)
    const { proposedBy } = change
    const confirmedBy = actor.personId
    tx.append(
      merchantAccountSet({
        public: { merchant: (await secrets.of(db, villageId)).pseudonym('merchant', merchantId) },
        parts: [
          { personId: proposedBy, payload: { merchantId, proposedBy } },
          { personId: confirmedBy, payload: { merchantId, confirmedBy } },
        ],
      }),
    )
    return {}
  })
}

/** The account that waits for a merchant, locked. @throws Refusal 'unknown_merchant', 'no_account_waits' */
export async function lockAccountChange(
  { db, villageId }: Tx,
  { merchantId, changeId }: AccountChangeInput,
): Promise<AccountChange> {
  const merchant = await lockMerchant(db, villageId, merchantId)
  if (merchant === null) throw refuse('unknown_merchant')
  const change = (await selectAccountChanges(db, villageId)).get(merchantId)
  if (change?.changeId !== changeId) throw refuse('no_account_waits')
  return change
}

/** Why somebody cannot confirm where a merchant's money is to be sent; null when they can. */
export async function whyNotConfirmingAccount(
  db: Db,
  actor: Actor,
  change: AccountChange,
): Promise<Refusal | null> {
  const { villageId, personId } = actor
  const why = await whyNotSecondPerson({ db, villageId }, voucherOffices, change, personId)
  return why ?? whyNotForMerchants(db, actor, [change.merchantId])
}
