import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { readPeopleNames, whyNotSecondPerson } from '../../../community/index.ts'
import { presentAccount } from '../../../money/index.ts'
import { sumMonths } from '../issued/redemption.store.ts'
import { requireMerchantOf } from '../issued/redeem-voucher.ts'
import { merchantName } from '../merchants/read-merchants.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import type { VoucherReaders } from '../parts.ts'
import { voucherOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readStatementBytes, type MerchantStatement } from './merchant-statement.ts'
import {
  selectRunIds,
  selectSettlements,
  selectStatement,
  type Settlement,
} from './settlement.store.ts'
import { workOutSettlement, type MerchantMonth } from './work-out-settlement.ts'

type Reading = Pick<VoucherReaders, 'database'>

/** Months with what merchants took, and each settlement of them, the newest first. */
export async function readSettlements(
  { database, clock }: Pick<VoucherReaders, 'database' | 'clock'>,
  { villageId }: Actor,
) {
  const thisMonth = civilDay(clock.now()).slice(0, 7)
  return database.inVillage(villageId, async (db) => {
    const settlements = (await selectSettlements(db, villageId)).filter(
      ({ state }) => state !== 'dropped',
    )
    const months = await sumMonths(db, villageId, null)
    return {
      items: months.map((month) => {
        const settlement = settlements.find((one) => one.month === month.month)
        return {
          ...month,
          isOver: month.month < thisMonth,
          settlementId: settlement?.settlementId ?? null,
          state: settlement?.state ?? null,
        }
      }),
    }
  })
}

/** What each merchant is paid for a month. @throws Refusal 'unknown_settlement' */
export async function readSettlement(
  { database }: Reading,
  actor: Actor,
  language: Language,
  settlementId: string,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const settlements = await selectSettlements(db, villageId)
    const settlement = settlements.find((one) => one.settlementId === settlementId)
    if (settlement === undefined) throw refuse('unknown_settlement')
    const { lines } = await workOutSettlement(db, villageId, settlement.month)
    const runIds = await selectRunIds(db, villageId, settlementId)
    const names = await readPeopleNames(db, villageId, [settlement.proposedBy])
    const bar = await whyNotConfirmingSettlement(db, actor, settlement, lines)
    return {
      settlementId,
      month: settlement.month,
      redemptionCount: settlement.redemptionCount,
      totalFen: settlement.totalFen,
      state: settlement.state,
      proposedByName: names.get(settlement.proposedBy) ?? null,
      proposedAt: settlement.proposedAt.toISOString(),
      endedAt: settlement.endedAt?.toISOString() ?? null,
      canConfirm: permission(bar, language),
      lines: lines.map(({ merchant, account, takings, amountFen }) => ({
        merchantId: merchant.merchantId,
        name: merchantName(merchant, language),
        redemptionCount: takings.length,
        amountFen,
        runId: runIds.get(merchant.merchantId) ?? null,
        account: account === null ? null : presentAccount(account),
      })),
    }
  })
}

/** Why somebody cannot confirm a settlement; null when they can. */
export async function whyNotConfirmingSettlement(
  db: Db,
  actor: Actor,
  settlement: Settlement,
  lines: readonly MerchantMonth[],
): Promise<Refusal | null> {
  if (settlement.state !== 'proposed') return refuse('settlement_over')
  const { villageId, personId } = actor
  const why = await whyNotSecondPerson({ db, villageId }, voucherOffices, settlement, personId)
  if (why !== null) return why
  const merchantIds = lines.map(({ merchant }) => merchant.merchantId)
  const taken = lines.flatMap(({ takings }) => takings)
  return whyNotForMerchants(db, actor, merchantIds, taken)
}

/** The statement of a merchant, from its snapshot. @throws Refusal 'no_statement' */
export async function readMerchantStatement(
  { database }: Reading,
  villageId: string,
  settlementId: string,
  merchantId: string,
): Promise<MerchantStatement> {
  return database.inVillage(villageId, (db) => statementOf(db, villageId, settlementId, merchantId))
}

/** The same of the merchant for which somebody takes vouchers. @throws Refusal 'no_merchant_of_yours' */
export async function readOwnStatement(
  { database }: Reading,
  actor: Actor,
  settlementId: string,
): Promise<MerchantStatement> {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const { merchantId } = await requireMerchantOf(db, actor)
    return statementOf(db, villageId, settlementId, merchantId)
  })
}

async function statementOf(db: Db, villageId: string, settlementId: string, merchantId: string) {
  const found = await selectStatement(db, villageId, settlementId, merchantId)
  if (found === null) throw refuse('no_statement')
  return readStatementBytes(found.statement, found.statementHash)
}
