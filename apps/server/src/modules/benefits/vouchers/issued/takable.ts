import { yuanText } from '@azalea/scoring/sharing'
import { civilDay, toLocalText } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { areKin, concernsKin } from '../../../community/index.ts'
import { takersOf } from '../kinds/takers-of.ts'
import { selectVoucherKinds } from '../kinds/voucher-kind.store.ts'
import { selectMerchants, type Merchant } from '../merchants/merchant.store.ts'
import { refuse } from '../refusals.ts'
import { selectRedemptionsOf } from './redemption.store.ts'
import type { Voucher } from './voucher.store.ts'

/** What bars a merchant's person from taking a voucher now. Null when nothing does. */
export async function whyNotTaking(
  db: Db,
  actor: Actor,
  merchant: Merchant,
  voucher: Voucher,
  now: Date,
): Promise<Refusal | null> {
  const { villageId, personId } = actor
  if (voucher.state === 'spent')
    return refuse('voucher_spent', await lastUse(db, villageId, voucher))
  if (voucher.state === 'expired' || voucher.expiresOn < civilDay(now))
    return refuse('voucher_expired', { date: voucher.expiresOn })
  const kind = (await selectVoucherKinds(db, villageId)).get(voucher.voucherKindId)
  const merchantIds = kind?.merchantIds ?? []
  if (!merchantIds.includes(merchant.merchantId)) {
    const known = takersOf(merchantIds, await selectMerchants(db, villageId))
    if (known.length === 0) return refuse('voucher_taken_nowhere')
    const where = known.map(({ nameZh }) => nameZh).join('、')
    const whereEn = known.map(({ nameZh, nameEn }) => nameEn ?? nameZh).join(', ')
    return refuse('voucher_not_taken_here', { where, whereEn })
  }
  if (await concernsKin(db, villageId, personId, voucher)) return refuse('own_household_voucher')
  const { enteredBy } = voucher
  // Who printed the code may take vouchers since: the one it was entered for must have brought it.
  const isEntered = enteredBy !== null && (await areKin(db, villageId, personId, [enteredBy]))
  return isEntered ? refuse('voucher_entered_by_household') : null
}

/** Why so much cannot be taken of a voucher of which the taker saw so much left. Null when it can. */
export async function whyNotSoMuch(
  db: Db,
  villageId: string,
  voucher: Voucher,
  { amountFen, leftFen }: { readonly amountFen: number; readonly leftFen: number },
): Promise<Refusal | null> {
  const left = yuanText(voucher.leftFen)
  if (leftFen !== voucher.leftFen && voucher.leftFen < voucher.valueFen)
    return refuse('voucher_changed', { left, ...(await lastUse(db, villageId, voucher)) })
  if (amountFen > voucher.leftFen) return refuse('voucher_left_too_low', { left })
  if (!voucher.inParts && amountFen !== voucher.valueFen)
    return refuse('voucher_not_in_parts', { value: yuanText(voucher.valueFen) })
  return null
}

/** When and where something was taken of a voucher last. */
async function lastUse(db: Db, villageId: string, { voucherId }: Voucher) {
  const [last] = await selectRedemptionsOf(db, villageId, [voucherId])
  if (last === undefined) throw new Error(`nothing was taken of ${voucherId}`)
  const merchant = (await selectMerchants(db, villageId)).get(last.merchantId)
  const where = merchant?.nameZh ?? ''
  const when = toLocalText(last.redeemedAt).replace('T', ' ')
  return { when, where, whereEn: merchant?.nameEn ?? where }
}
