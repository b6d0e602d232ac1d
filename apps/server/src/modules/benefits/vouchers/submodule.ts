import { anyRows } from '../../../platform/contributions.ts'
import type { NewId } from '../../../platform/identity.ts'
import type { Module } from '../../../platform/module.ts'
import { checkVouchers } from './check-vouchers.ts'
import { voucherDuties } from './duties.ts'
import { expireVouchersJob } from './issued/expire-vouchers.ts'
import { readVouchersOf } from './issued/read-vouchers.ts'
import { registerTillRoutes } from './issued/till.routes.ts'
import { registerVoucherRoutes } from './issued/voucher.routes.ts'
import { registerVoucherKindRoutes } from './kinds/voucher-kind.routes.ts'
import { deleteAccountChangesOf } from './merchants/account-change.store.ts'
import { deleteMerchantPerson } from './merchants/merchant.store.ts'
import { registerMerchantRoutes } from './merchants/merchant.routes.ts'
import { voucherInbox } from './list-voucher-inbox.ts'
import type { VoucherParts } from './parts.ts'
import { readMerchantStatement, readOwnStatement } from './settlements/read-settlements.ts'
import { registerSettlementRoutes } from './settlements/settlement.routes.ts'

/** More than a household buys in ten years. */
const EVERY = 5_000

export const vouchersSubmodule: Module<VoucherParts & { readonly newId: NewId }> = {
  name: 'vouchers',
  routes: (http, parts) => {
    registerVoucherRoutes(http, parts)
    registerTillRoutes(http, parts)
    registerMerchantRoutes(http, parts)
    registerVoucherKindRoutes(http, parts)
    registerSettlementRoutes(http, parts)
  },
  jobs: (parts) => [expireVouchersJob(parts)],
  checks: [checkVouchers],
  inbox: [voucherInbox],
  duties: [voucherDuties],
  dataBank: [
    {
      shape: { vouchers: anyRows },
      counted: { vouchers: { zh: '消费券', en: 'Vouchers' } },
      read: async (_, { db, actor: { villageId, householdId }, language }) => ({
        vouchers:
          householdId === null
            ? []
            : await readVouchersOf(db, { villageId, householdId }, language, EVERY),
      }),
    },
  ],
  erase: [
    (_, { db, villageId }, { personId }) => deleteMerchantPerson(db, villageId, personId),
    (_, { db, villageId }, { personId }) => deleteAccountChangesOf(db, villageId, personId),
  ],
  paper: [
    {
      merchantStatement: (parts, actor, { settlementId, merchantId }) =>
        merchantId === null
          ? readOwnStatement(parts, actor, settlementId)
          : readMerchantStatement(parts, actor.villageId, settlementId, merchantId),
    },
  ],
}
