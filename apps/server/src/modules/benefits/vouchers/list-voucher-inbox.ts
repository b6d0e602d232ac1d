import { inLanguage, type Language } from '../../../platform/http/language.ts'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import { waitsUntil } from '../../community/index.ts'
import { whyNotConfirmingKind } from './kinds/read-voucher-kinds.ts'
import { selectVoucherKinds } from './kinds/voucher-kind.store.ts'
import { selectAccountChanges } from './merchants/account-change.store.ts'
import { whyNotConfirmingAccount } from './merchants/confirm-merchant-account.ts'
import { selectMerchants } from './merchants/merchant.store.ts'
import { voucherOffices } from './policy.ts'
import { whyNotConfirmingSettlement } from './settlements/read-settlements.ts'
import { selectSettlements } from './settlements/settlement.store.ts'
import { workOutSettlement } from './settlements/work-out-settlement.ts'

/** Kinds of vouchers, settlements and accounts of merchants that the reader could confirm as the second person. */
export const voucherInbox: InboxPart<unknown> = {
  kinds: [
    'voucher_kind_to_confirm',
    'voucher_settlement_to_confirm',
    'merchant_account_to_confirm',
  ],
  list: async (_, { db, actor, language }) => {
    if (!hasAnyRole(actor, voucherOffices.confirming)) return []
    const { villageId } = actor
    const items = []
    for (const kind of (await selectVoucherKinds(db, villageId)).values()) {
      if (kind.state !== 'proposed') continue
      if ((await whyNotConfirmingKind(db, actor, kind)) !== null) continue
      items.push({
        kind: 'voucher_kind_to_confirm',
        id: kind.voucherKindId,
        title: inLanguage(language, kind.nameZh, kind.nameEn),
        dueAt: waitsUntil(kind.proposedAt).toISOString(),
        count: 1,
      } as const)
    }
    for (const settlement of await selectSettlements(db, villageId)) {
      if (settlement.state !== 'proposed') continue
      const { lines } = await workOutSettlement(db, villageId, settlement.month)
      if ((await whyNotConfirmingSettlement(db, actor, settlement, lines)) !== null) continue
      items.push({
        kind: 'voucher_settlement_to_confirm',
        id: settlement.settlementId,
        title: settlement.month,
        dueAt: waitsUntil(settlement.proposedAt).toISOString(),
        count: 1,
      } as const)
    }
    return [...items, ...(await accountsToConfirm(db, actor, language))]
  },
}

async function accountsToConfirm(db: Db, actor: Actor, language: Language) {
  const { villageId } = actor
  const merchants = await selectMerchants(db, villageId)
  const items = []
  for (const [merchantId, change] of await selectAccountChanges(db, villageId)) {
    const merchant = merchants.get(merchantId)
    if (merchant === undefined) continue
    if ((await whyNotConfirmingAccount(db, actor, change)) !== null) continue
    items.push({
      kind: 'merchant_account_to_confirm',
      id: change.changeId,
      title: inLanguage(language, merchant.nameZh, merchant.nameEn),
      dueAt: waitsUntil(change.proposedAt).toISOString(),
      count: 1,
    } as const)
  }
  return items
}
