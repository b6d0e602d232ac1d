import { canonicalJson } from '@azalea/text'
import type { Db } from '../../../../platform/database/database.ts'
import { selectPayoutAccounts, type PayoutAccount } from '../../../money/index.ts'
import { selectRedemptionsIn, type Taking } from '../issued/redemption.store.ts'
import { selectMerchants, type Merchant } from '../merchants/merchant.store.ts'
import { sha256 } from './merchant-statement.ts'

/** What one merchant is to be paid for a month. */
export interface MerchantMonth {
  readonly merchant: Merchant
  /** Null: it is paid in cash. */
  readonly account: PayoutAccount | null
  readonly takings: readonly Taking[]
  readonly amountFen: number
}

export interface MonthTerms {
  readonly lines: readonly MerchantMonth[]
  readonly redemptionCount: number
  readonly totalFen: number
  /** Of whom how much and where to. */
  readonly termsHash: Buffer
}

/** What each merchant is owed for a month that is over, by what was taken in it alone. */
export async function workOutSettlement(
  db: Db,
  villageId: string,
  month: string,
): Promise<MonthTerms> {
  const taken = await selectRedemptionsIn(db, villageId, month)
  const merchants = await selectMerchants(db, villageId)
  const accounts = await selectPayoutAccounts(db, villageId, 'merchant', [...merchants.keys()])
  const lines = [...merchants.values()].flatMap((merchant): MerchantMonth[] => {
    const takings = taken.filter(({ merchantId }) => merchantId === merchant.merchantId)
    if (takings.length === 0) return []
    const account = accounts.get(merchant.merchantId) ?? null
    return [{ merchant, account, takings, amountFen: sumOf(takings) }]
  })
  const terms = lines.map(({ merchant: { merchantId, nameZh }, account, takings, amountFen }) => ({
    merchantId,
    nameZh,
    account: account === null ? null : { ...account },
    redemptions: takings.map(({ redemptionId }) => redemptionId),
    amountFen,
  }))
  return {
    lines,
    redemptionCount: lines.reduce((sum, { takings }) => sum + takings.length, 0),
    totalFen: sumOf(lines),
    termsHash: sha256(canonicalJson({ month, terms })),
  }
}

function sumOf(lines: readonly { readonly amountFen: number }[]): number {
  return lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
