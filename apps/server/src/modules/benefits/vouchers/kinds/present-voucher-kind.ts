import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { merchantName } from '../merchants/read-merchants.ts'
import type { Merchant } from '../merchants/merchant.store.ts'
import { takersOf } from './takers-of.ts'
import type { VoucherKind } from './voucher-kind.store.ts'

type Merchants = ReadonlyMap<string, Merchant>

/** What a voucher of this kind is, as it stands on the price list. */
export function presentVoucherKind(kind: VoucherKind, merchants: Merchants, language: Language) {
  return {
    voucherKindId: kind.voucherKindId,
    name: inLanguage(language, kind.nameZh, kind.nameEn),
    pointsHundredths: kind.pointsHundredths,
    valueFen: kind.valueFen,
    inParts: kind.inParts,
    validDays: kind.validDays,
    unspent: kind.unspent,
    merchants: takersOf(kind.merchantIds, merchants).map((merchant) => ({
      name: merchantName(merchant, language),
      place: merchant.place,
    })),
  }
}
