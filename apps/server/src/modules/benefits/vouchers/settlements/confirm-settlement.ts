import { voucherMonthSettled } from '@azalea/records'
import { civilDay, toLocalText } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readVillage, requireSecondPerson } from '../../../community/index.ts'
import { holdForRun, orderPayments, type OrderedPayment } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { selectVoucherKinds } from '../kinds/voucher-kind.store.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import { voucherOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { sha256, statementBytes, type MerchantStatement } from './merchant-statement.ts'
import {
  endSettlement,
  insertStatements,
  lockMonths,
  lockSettlement,
  type Settlement,
  type StatementRow,
} from './settlement.store.ts'
import { workOutSettlement, type MerchantMonth } from './work-out-settlement.ts'

/**
 * Settles a month as the second person: what each merchant is owed is ordered, by the bank where it
 * has said where to, else in cash against a signature, and each has a statement that says what for.
 * @throws Refusal 'unknown_settlement', 'settlement_over', 'settlement_changed', 'own_merchant', those
 *   of requireSecondPerson
 */
export async function confirmSettlement(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { settlementId }: { readonly settlementId: string },
): Promise<{ readonly runIds: string[] }> {
  return act({ name: 'confirm-settlement', actor, key, input: { settlementId } }, async (tx) => {
    const { db, villageId } = tx
    await lockMonths(db, villageId, 'alone')
    const settlement = await lockSettlement(db, villageId, settlementId)
    if (settlement === null) throw refuse('unknown_settlement')
    if (settlement.state !== 'proposed') throw refuse('settlement_over')
    await requireSecondPerson(tx, voucherOffices, settlement, actor.personId)
    const { lines, termsHash } = await workOutSettlement(db, villageId, settlement.month)
    if (!termsHash.equals(settlement.termsHash)) throw refuse('settlement_changed')
    const merchantIds = lines.map(({ merchant }) => merchant.merchantId)
    const taken = lines.flatMap(({ takings }) => takings)
    const bar = await whyNotForMerchants(db, actor, merchantIds, taken)
    if (bar !== null) throw bar
    const runs = runsOf(tx, settlement, lines)
    const statements: StatementRow[] = []
    for (const run of runs) {
      await holdForRun(tx, run)
      const order = {
        title: `${settlement.month} 消费券结算`,
        titleEn: `Vouchers of ${settlement.month}`,
        corrects: null,
      }
      await orderPayments(tx, secrets, { ...run, ...order, orderedBy: actor.personId })
      statements.push(...(await statementsOf(tx, settlement, run)))
    }
    await insertStatements(db, villageId, settlementId, statements)
    const how = { state: 'confirmed', endedBy: actor.personId, endedAt: tx.now } as const
    await endSettlement(db, villageId, settlementId, how)
    await record(tx, secrets, settlement, statements, actor.personId)
    return { runIds: runs.map(({ runId }) => runId) }
  })
}

interface MonthRun {
  readonly runId: string
  readonly means: 'bank' | 'cash'
  readonly lines: readonly MerchantMonth[]
  readonly payments: readonly OrderedPayment[]
}

/** One run for the bank, one for cash, where there is anybody to pay so. */
function runsOf(tx: Tx, settlement: Settlement, lines: readonly MerchantMonth[]): MonthRun[] {
  return (['bank', 'cash'] as const)
    .map((means) => ({
      means,
      lines: lines.filter(({ account }) => (account === null) === (means === 'cash')),
    }))
    .filter((run) => run.lines.length > 0)
    .map((run) => ({
      ...run,
      runId: tx.newId(),
      payments: run.lines.map(({ merchant, account, takings, amountFen }) => ({
        payee: { kind: 'merchant', id: merchant.merchantId },
        payeeName: merchant.nameZh,
        place: merchant.place,
        account,
        amountFen,
        reason: `${settlement.month} 消费券 ${takings.length} 笔`,
        cause: { kind: 'voucher-settlement', id: settlement.settlementId },
        attempt: 1,
      })),
    }))
}

async function statementsOf(
  tx: Tx,
  { settlementId, month }: Settlement,
  { runId, means, lines }: MonthRun,
): Promise<StatementRow[]> {
  const village = await readVillage(tx.db, tx.villageId)
  const kinds = await selectVoucherKinds(tx.db, tx.villageId)
  return lines.map(({ merchant, account, takings, amountFen }) => {
    const statement: MerchantStatement = {
      schema: 'azalea-merchant-statement/1',
      settlement: settlementId,
      villageName: village?.name ?? '',
      merchantName: merchant.nameZh,
      month,
      settledOn: civilDay(tx.now),
      run: runId,
      means,
      holderName: account?.holderName ?? '',
      bankName: account?.bankName ?? '',
      accountEnds: account?.accountNumber.slice(-4) ?? '',
      lines: takings.map((taking, at) => ({
        no: at + 1,
        at: toLocalText(taking.redeemedAt),
        voucherName: kinds.get(taking.voucherKindId)?.nameZh ?? '',
        amountFen: taking.amountFen,
      })),
    }
    const bytes = statementBytes(statement)
    return {
      merchantId: merchant.merchantId,
      amountFen,
      redemptionCount: takings.length,
      runId,
      statement: bytes,
      statementHash: sha256(bytes),
    }
  })
}

async function record(
  tx: Tx,
  secrets: VillageSecrets,
  { settlementId, month, redemptionCount, totalFen, proposedBy }: Settlement,
  statements: readonly StatementRow[],
  confirmedBy: string,
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  const hashes = statements.map(({ statementHash }) => `${statementHash.toString('hex')}\n`)
  tx.append(
    voucherMonthSettled({
      public: {
        voucherMonth: secret.pseudonym('voucherMonth', settlementId),
        month,
        merchantCount: statements.length,
        redemptionCount,
        totalFen,
        statements: sha256(hashes.join('')).toString('hex'),
      },
      parts: [
        { personId: proposedBy, payload: { settlementId, proposedBy } },
        { personId: confirmedBy, payload: { settlementId, confirmedBy } },
      ],
    }),
  )
}
