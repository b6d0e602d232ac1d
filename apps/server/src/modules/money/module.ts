import { z } from 'zod'
import { anyRows, type Erasure } from '../../platform/contributions.ts'
import type { EventBus } from '../../platform/events.ts'
import type { Module } from '../../platform/module.ts'
import { householdLeft } from '../community/index.ts'
import type { Tx } from '../record/index.ts'
import { registerBudgetRoutes } from './budgets/budget.routes.ts'
import { checkBudgets } from './budgets/check-budgets.ts'
import { moneyDuties } from './duties.ts'
import type { MoneyParts } from './parts.ts'
import { checkPayments } from './payments/check-payments.ts'
import { readMoneyOf } from './payments/own-money.ts'
import { paymentsInbox } from './payments/list-payments-inbox.ts'
import { registerPaymentRoutes } from './payments/payment.routes.ts'
import { deletePayoutAccount, deletePayoutAccountsOf } from './payments/payout-account.store.ts'
import { readStatement } from './payments/read-runs.ts'

export const moneyModule: Module<MoneyParts & { readonly events: EventBus<Tx> }> = {
  name: 'money',
  listen: ({ events }) => listenToCommunity(events),
  routes: (http, parts) => {
    registerBudgetRoutes(http, parts)
    registerPaymentRoutes(http, parts)
  },
  inbox: [paymentsInbox],
  checks: [checkBudgets, checkPayments],
  duties: [moneyDuties],
  erase: [erasePayoutAccounts()],
  dataBank: [
    {
      shape: {
        money: z.object({ payoutAccount: z.looseObject({}).nullable(), payments: anyRows }),
      },
      read: async (_, { db, language, actor: { villageId, householdId } }) => ({
        money:
          householdId === null
            ? { payoutAccount: null, payments: [] }
            : await readMoneyOf(db, { villageId, householdId, language }),
      }),
    },
  ],
  paper: [
    {
      paymentSheet: (parts, { villageId }, runId) => readStatement(parts, villageId, runId),
    },
  ],
}

/** Where money was to be sent goes with the household, and with who said it. */
function listenToCommunity(events: EventBus<Tx>): void {
  events.on(householdLeft, async ({ db, villageId }, { householdId }) => {
    await deletePayoutAccount(db, villageId, { kind: 'household', id: householdId })
  })
}

function erasePayoutAccounts(): Erasure<unknown> {
  return (_, { db, villageId }, { personId }) => deletePayoutAccountsOf(db, villageId, personId)
}
