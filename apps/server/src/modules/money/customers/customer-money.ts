import { readBalance, transfer } from '../../ledger/index.ts'
import type { Tx } from '../../record/index.ts'
import type { Db } from '../../../platform/database/database.ts'
import { accountOf, outside, villageCompany } from '../money-accounts.ts'

/** Money of one order of a customer: what was paid, and is neither earned nor given back. */
export interface CustomerMoney {
  /** Each acts once. */
  readonly causeId: string
  readonly orderId: string
  readonly amountFen: number
}

const customer = (orderId: string) => accountOf({ kind: 'customer', id: orderId })

/** A customer has paid, over the bank or in cash: it is owed to them until they have the goods. */
export async function receiveFromCustomer(
  tx: Tx,
  { causeId, orderId, amountFen }: CustomerMoney,
  place: 'bank' | 'cash',
): Promise<void> {
  await transfer(tx, { kind: 'customer-payment', id: causeId, mayLeaveDebt: false }, [
    { account: outside(place), amount: -amountFen },
    { account: customer(orderId), amount: amountFen },
  ])
}

/** The customer has the goods: what they paid for them is the company's, which was opened before. */
export async function earnFromCustomer(tx: Tx, money: CustomerMoney): Promise<void> {
  const { causeId, orderId, amountFen } = money
  await transfer(tx, { kind: 'customer-earning', id: causeId, mayLeaveDebt: false }, [
    { account: customer(orderId), amount: -amountFen },
    { account: accountOf(villageCompany), amount: amountFen },
  ])
}

/** What was given back has reached the customer. */
export async function payBackCustomer(tx: Tx, money: CustomerMoney): Promise<void> {
  const { causeId, orderId, amountFen } = money
  await transfer(tx, { kind: 'customer-refund', id: causeId, mayLeaveDebt: false }, [
    { account: customer(orderId), amount: -amountFen },
    { account: outside('bank'), amount: amountFen },
  ])
}

/** What a customer has paid for an order and neither got goods for nor back. */
export function readCustomerMoney(db: Db, villageId: string, orderId: string): Promise<number> {
  return readBalance(db, villageId, customer(orderId))
}
