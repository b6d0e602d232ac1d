import { voucherSpent } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { spendReserved } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { notifyHolders } from '../../turns/notify-holders.ts'
import { selectMerchantOf, type Merchant } from '../merchants/merchant.store.ts'
import { refuse } from '../refusals.ts'
import { isSettled, lockMonths } from '../settlements/settlement.store.ts'
import { readVoucherCode, voucherCodeHash } from '../voucher-code.ts'
import { insertRedemption, type Redemption } from './redemption.store.ts'
import { whyNotSoMuch, whyNotTaking } from './takable.ts'
import { aboutVoucher } from './voucher-messages.ts'
import { changeVoucher, lockVoucherByCode, type Voucher } from './voucher.store.ts'

export interface RedeemVoucherInput {
  /** As it was scanned or typed. */
  readonly code: string
  readonly amountFen: number
  /** What the taker saw was left of it: of two telephones at one moment one is told it has changed. */
  readonly leftFen: number
}

/**
 * Takes a voucher, or a part of one that says so, for the merchant whose person asks: the merchant is
 * owed it from now on.
 * @throws Refusal 'no_merchant_of_yours', 'voucher_code_mistyped', 'voucher_of_other_village',
 *   'unknown_voucher', 'voucher_spent', 'voucher_changed', 'voucher_expired',
 *   'voucher_not_taken_here', 'voucher_not_in_parts', 'voucher_left_too_low', 'own_household_voucher',
 *   'voucher_entered_by_household', 'voucher_month_settled'
 */
export async function redeemVoucher(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: RedeemVoucherInput,
): Promise<{ readonly redemptionId: string; readonly leftFen: number }> {
  const code = readVoucherCode(actor.villageId, input.code)
  const { amountFen, leftFen } = input
  const command = { name: 'redeem-voucher', actor, key, input: { code, amountFen, leftFen } }
  return act(command, async (tx) => {
    const { db, villageId } = tx
    const merchant = await requireMerchantOf(db, actor)
    const secret = await secrets.of(db, villageId)
    const month = civilDay(tx.now).slice(0, 7)
    await requireOpenMonth(tx, month)
    const voucher = await lockVoucherByCode(db, villageId, voucherCodeHash(secret, code))
    if (voucher === null) throw refuse('unknown_voucher')
    const bar =
      (await whyNotTaking(db, actor, merchant, voucher, tx.now)) ??
      (await whyNotSoMuch(db, villageId, voucher, input))
    if (bar !== null) throw bar
    const redemption: Redemption = {
      redemptionId: tx.newId(),
      voucherId: voucher.voucherId,
      merchantId: merchant.merchantId,
      amountFen,
      leftFen: voucher.leftFen - amountFen,
      month,
      redeemedBy: actor.personId,
      redeemedAt: tx.now,
    }
    await take(tx, voucher, redemption)
    await record(tx, secrets, voucher, redemption)
    await notify(tx, voucher, merchant, redemption)
    return { redemptionId: redemption.redemptionId, leftFen: redemption.leftFen }
  })
}

async function notify(
  tx: Tx,
  voucher: Voucher,
  { nameZh, nameEn }: Merchant,
  { amountFen, leftFen }: Redemption,
): Promise<void> {
  const { householdId, personId } = voucher
  const what = { merchantZh: nameZh, merchantEn: nameEn, amountFen, leftFen }
  const params = { ...(await aboutVoucher(tx, voucher)), ...what }
  await notifyHolders(tx, [{ householdId, personId, kind: 'voucher.spent', params }])
}

/** What began before midnight, or by a clock that is slow, must not come into a month that is paid. */
async function requireOpenMonth({ db, villageId }: Tx, month: string): Promise<void> {
  await lockMonths(db, villageId, 'shared')
  if (await isSettled(db, villageId, month)) throw refuse('voucher_month_settled', { month })
}

/** @throws Refusal 'no_merchant_of_yours' */
export async function requireMerchantOf(db: Db, { villageId, personId }: Actor): Promise<Merchant> {
  const merchant = await selectMerchantOf(db, villageId, personId)
  if (merchant === null || merchant.endedAt !== null) throw refuse('no_merchant_of_yours')
  return merchant
}

async function take(tx: Tx, voucher: Voucher, redemption: Redemption): Promise<void> {
  const { db, villageId } = tx
  const { redemptionId, voucherId, merchantId, amountFen, leftFen } = redemption
  await insertRedemption(db, villageId, redemption)
  await changeVoucher(db, villageId, voucher.voucherId, {
    leftFen,
    state: leftFen === 0 ? 'spent' : 'issued',
    endedAt: leftFen === 0 ? tx.now : null,
  })
  const payee = { kind: 'merchant', id: merchantId } as const
  await spendReserved(tx, voucherId, { spendingId: redemptionId, amountFen, payee })
}

async function record(
  tx: Tx,
  secrets: VillageSecrets,
  { personId, budgetId }: Voucher,
  { voucherId, merchantId, amountFen, leftFen, redeemedBy }: Redemption,
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  tx.append(
    voucherSpent({
      public: {
        voucher: secret.pseudonym('voucher', voucherId),
        budget: secret.pseudonym('budget', budgetId),
        amountFen,
        leaves: leftFen === 0 ? 'nothing' : 'rest',
      },
      parts: [
        { personId, payload: { voucherId, merchantId, amountFen, leftFen } },
        { personId: redeemedBy, payload: { voucherId, redeemedBy } },
      ],
    }),
  )
}
