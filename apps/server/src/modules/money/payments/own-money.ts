import type { Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/http/language.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readHousemates, sendMessages } from '../../community/index.ts'
import type { Commands, Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { titleIn } from './read-runs.ts'
import { selectPaymentsTo } from './payment.store.ts'
import {
  deletePayoutAccount,
  selectPayoutAccounts,
  setPayoutAccount,
  type PayoutAccount,
} from './payout-account.store.ts'

/** What one's household was paid and is to be paid, and where it is sent. */
export async function readOwnMoney(
  { database }: Readers,
  { villageId, householdId }: Actor,
  language: Language,
) {
  if (householdId === null) return { payoutAccount: null, payments: [] }
  return database.inVillage(villageId, (db) =>
    readMoneyOf(db, { villageId, householdId, language }),
  )
}

export async function readMoneyOf(
  db: Db,
  of: { readonly villageId: string; readonly householdId: string; readonly language: Language },
) {
  const { villageId, householdId, language } = of
  const accounts = await selectPayoutAccounts(db, villageId, 'household', [householdId])
  const account = accounts.get(householdId)
  const payee = { kind: 'household', id: householdId } as const
  const payments = await selectPaymentsTo(db, villageId, payee)
  return {
    payoutAccount: account === undefined ? null : masked(account),
    payments: payments.map(({ paymentId, means, amountFen, state, failure, endedAt, ...run }) => ({
      paymentId,
      title: titleIn(language, run),
      means,
      amountFen,
      state,
      failure,
      endedAt: endedAt?.toISOString() ?? null,
    })),
  }
}

/** The last four digits tell whose account it is to who knows it. */
const masked = ({ accountNumber, ...rest }: PayoutAccount) => ({
  ...rest,
  accountNumber: `${'*'.repeat(accountNumber.length - 4)}${accountNumber.slice(-4)}`,
})

/**
 * Says where one's household has its money sent; the others of the household are told.
 * @throws Refusal 'no_household_of_payments'
 */
export async function setOwnAccount(
  { act }: Commands,
  actor: Actor,
  key: string,
  input: PayoutAccount,
): Promise<Record<string, never>> {
  return changeAccount({ act }, actor, key, input)
}

/** From now on it is paid in cash. @throws Refusal 'no_household_of_payments' */
export async function removeOwnAccount(
  { act }: Commands,
  actor: Actor,
  key: string,
): Promise<Record<string, never>> {
  return changeAccount({ act }, actor, key, null)
}

async function changeAccount(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  account: PayoutAccount | null,
): Promise<Record<string, never>> {
  const input = { account: account === null ? null : { ...account } }
  return act({ name: 'set-payout-account', actor, key, input }, async (tx) => {
    const { householdId, personId } = actor
    if (householdId === null) throw refuse('no_household_of_payments')
    const payee = { kind: 'household', id: householdId } as const
    if (account === null) await deletePayoutAccount(tx.db, tx.villageId, payee)
    else {
      const said = { ...account, saidBy: personId, saidAt: tx.now }
      await setPayoutAccount(tx.db, tx.villageId, payee, said)
    }
    const { personIds } = await readHousemates(tx.db, tx.villageId, personId)
    await sendMessages(
      tx,
      personIds
        .filter((member) => member !== personId)
        .map((member) => ({
          personId: member,
          kind: 'payout_account.changed',
          params: { ends: account?.accountNumber.slice(-4) ?? null },
        })),
    )
    return {}
  })
}
