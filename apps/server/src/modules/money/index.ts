export { refuse as moneyRefusals } from './refusals.ts'
export { moneyModule } from './module.ts'
export { accountOf, villageCompany, type Payee } from './money-accounts.ts'
export type { PayeeParts } from './parts.ts'
export { openBudget } from './budgets/open-budget.ts'
export { readBudgetStates, requireLeft, type BudgetState } from './budgets/read-budgets.ts'
export {
  openPayee,
  releaseReserved,
  reserveFromBudget,
  returnToBudget,
  spendForRuns,
  spendReserved,
} from './budgets/use-budget.ts'
export {
  presentAccount,
  selectPayoutAccounts,
  setPayoutAccount,
  type PayoutAccount,
} from './payments/payout-account.store.ts'
export { setOwnAccount } from './payments/own-money.ts'
export {
  periodTable,
  selectHouseholdIncome,
  type HouseholdIncome,
  type Period,
} from './payments/household-income.store.ts'
export { readRun } from './payments/read-runs.ts'
export { signPayments } from './payments/sign-payments.ts'
export { holdForRun, orderPayments, type OrderedPayment } from './payments/order-payments.ts'
export {
  earnFromCustomer,
  payBackCustomer,
  readCustomerMoney,
  receiveFromCustomer,
} from './customers/customer-money.ts'
