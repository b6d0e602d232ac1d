import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import { selectVoucherKinds } from '../kinds/voucher-kind.store.ts'
import { merchantName } from '../merchants/read-merchants.ts'
import type { VoucherReaders } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectStatementsOf } from '../settlements/settlement.store.ts'
import { readVoucherCode, voucherCodeHash } from '../voucher-code.ts'
import { requireMerchantOf } from './redeem-voucher.ts'
import { selectTakings, sumMonths, type Taking } from './redemption.store.ts'
import { whyNotTaking } from './takable.ts'
import { selectVoucherByCode } from './voucher.store.ts'

/**
 * What a merchant's telephone shows: what it took on a day, and its months. Nothing of who bought.
 * @throws Refusal 'no_merchant_of_yours'
 */
export async function readTill(
  { database, clock }: Pick<VoucherReaders, 'database' | 'clock'>,
  actor: Actor,
  language: Language,
  asked: string | undefined,
) {
  const { villageId } = actor
  const day = asked ?? civilDay(clock.now())
  return database.inVillage(villageId, async (db) => {
    const merchant = await requireMerchantOf(db, actor)
    const { merchantId, place } = merchant
    const between = { from: startOfCivilDay(day), to: startOfCivilDay(addCivilDays(day, 1)) }
    const takings = await selectTakings(db, villageId, merchantId, between)
    return {
      merchant: { name: merchantName(merchant, language), place },
      day,
      takings: await presentTakings(db, villageId, takings, language),
      totalFen: takings.reduce((sum, { amountFen }) => sum + amountFen, 0),
      months: await readMonths(db, villageId, merchantId),
    }
  })
}

async function presentTakings(
  db: Db,
  villageId: string,
  takings: readonly Taking[],
  language: Language,
) {
  const names = await namesOfVouchers(db, villageId, language)
  return takings.map(({ redemptionId, voucherKindId, amountFen, leftFen, redeemedAt }) => ({
    redemptionId,
    voucherName: names.get(voucherKindId) ?? '',
    amountFen,
    leftFen,
    redeemedAt: redeemedAt.toISOString(),
  }))
}

async function readMonths(db: Db, villageId: string, merchantId: string) {
  const statements = await selectStatementsOf(db, villageId, merchantId)
  return (await sumMonths(db, villageId, merchantId)).map((month) => {
    const statement = statements.find((one) => one.month === month.month)
    return { ...month, settlementId: statement?.settlementId ?? null }
  })
}

/**
 * A voucher as a merchant sees it before taking it.
 * @throws Refusal 'no_merchant_of_yours', 'voucher_code_mistyped', 'voucher_of_other_village',
 *   'unknown_voucher'
 */
export async function readVoucherAtTill(
  { database, clock, secrets }: VoucherReaders,
  actor: Actor,
  language: Language,
  typed: string,
) {
  const { villageId } = actor
  const code = readVoucherCode(villageId, typed)
  return database.inVillage(villageId, async (db) => {
    const merchant = await requireMerchantOf(db, actor)
    const secret = await secrets.of(db, villageId)
    const voucher = await selectVoucherByCode(db, villageId, voucherCodeHash(secret, code))
    if (voucher === null) throw refuse('unknown_voucher')
    const names = await namesOfVouchers(db, villageId, language)
    const bar = await whyNotTaking(db, actor, merchant, voucher, clock.now())
    return {
      name: names.get(voucher.voucherKindId) ?? '',
      valueFen: voucher.valueFen,
      leftFen: voucher.leftFen,
      inParts: voucher.inParts,
      expiresOn: voucher.expiresOn,
      canTake: permission(bar, language),
    }
  })
}

async function namesOfVouchers(db: Db, villageId: string, language: Language) {
  const kinds = await selectVoucherKinds(db, villageId)
  return new Map(
    [...kinds].map(([id, { nameZh, nameEn }]) => [id, inLanguage(language, nameZh, nameEn)]),
  )
}
