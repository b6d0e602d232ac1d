import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { readPeopleNames } from '../../../community/index.ts'
import { readBalances } from '../../../ledger/index.ts'
import { readOffered } from '../kinds/read-voucher-kinds.ts'
import { presentVoucherKind } from '../kinds/present-voucher-kind.ts'
import { selectVoucherKinds } from '../kinds/voucher-kind.store.ts'
import { merchantName } from '../merchants/read-merchants.ts'
import { selectMerchants } from '../merchants/merchant.store.ts'
import type { VoucherReaders } from '../parts.ts'
import { MOST_OPEN } from '../policy.ts'
import { voucherCode } from '../voucher-code.ts'
import { selectRedemptionsOf } from './redemption.store.ts'
import { selectVouchersOf, type Voucher } from './voucher.store.ts'

const MOST_SHOWN = 100

/** What can be had, and the vouchers of one's household with their codes. */
export async function readVouchers(
  { database, secrets }: VoucherReaders,
  actor: Actor,
  language: Language,
) {
  const { villageId, householdId } = actor
  return database.inVillage(villageId, async (db) => {
    const kinds = await readOffered(db, villageId, language)
    const shared = { kinds, mostOpen: MOST_OPEN }
    if (householdId === null) return { ...shared, walletHundredths: 0, vouchers: [] }
    const { walletHundredths } = await readBalances(db, villageId, householdId)
    const secret = await secrets.of(db, villageId)
    const vouchers = await readVouchersOf(db, { villageId, householdId }, language, MOST_SHOWN)
    return {
      ...shared,
      walletHundredths,
      vouchers: vouchers.map((voucher) => ({
        ...voucher,
        code: voucher.state === 'issued' ? voucherCode(secret, villageId, voucher.voucherId) : null,
      })),
    }
  })
}

/** A household's vouchers without their codes, with what was taken of each, when and where. */
export async function readVouchersOf(
  db: Db,
  { villageId, householdId }: { readonly villageId: string; readonly householdId: string },
  language: Language,
  most: number,
) {
  const vouchers = await selectVouchersOf(db, villageId, householdId, most)
  const kinds = await selectVoucherKinds(db, villageId)
  const merchants = await selectMerchants(db, villageId)
  const ids = vouchers.map(({ voucherId }) => voucherId)
  const redemptions = await selectRedemptionsOf(db, villageId, ids)
  const writers = vouchers.flatMap(({ enteredBy }) => enteredBy ?? [])
  const names = await readPeopleNames(db, villageId, writers)
  return vouchers.map((voucher) => {
    const kind = kinds.get(voucher.voucherKindId)
    if (kind === undefined) throw new Error(`no kind of voucher ${voucher.voucherKindId}`)
    const { name, merchants: takers } = presentVoucherKind(kind, merchants, language)
    return {
      ...presentTerms(voucher),
      enteredByName: voucher.enteredBy === null ? null : (names.get(voucher.enteredBy) ?? null),
      name,
      merchants: takers,
      redemptions: redemptions
        .filter(({ voucherId }) => voucherId === voucher.voucherId)
        .map(({ amountFen, merchantId, redeemedAt }) => {
          const merchant = merchants.get(merchantId)
          const merchantSaid = merchant === undefined ? '' : merchantName(merchant, language)
          return { amountFen, merchantName: merchantSaid, redeemedAt: redeemedAt.toISOString() }
        }),
    }
  })
}

function presentTerms(voucher: Voucher) {
  return {
    voucherId: voucher.voucherId,
    pointsHundredths: voucher.pointsHundredths,
    valueFen: voucher.valueFen,
    leftFen: voucher.leftFen,
    inParts: voucher.inParts,
    unspent: voucher.unspent,
    expiresOn: voucher.expiresOn,
    state: voucher.state,
    issuedAt: voucher.issuedAt.toISOString(),
    returnedHundredths: voucher.returnedHundredths,
  }
}
