import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { readPeople } from '../../../community/index.ts'
import { presentVoucherKind } from '../kinds/present-voucher-kind.ts'
import { selectVoucherKinds } from '../kinds/voucher-kind.store.ts'
import { selectMerchants } from '../merchants/merchant.store.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import type { VoucherReaders } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { voucherCode } from '../voucher-code.ts'
import { selectVoucher } from './voucher.store.ts'

/**
 * A voucher on paper, with its code, for who has no telephone to show it on: to the cadre who entered
 * it, on that day, while nothing is spent of it, and they could not take it at a till.
 * @throws Refusal 'slip_not_printed', 'own_merchant'
 */
export async function readSlip(
  { database, clock, secrets }: VoucherReaders,
  actor: Actor,
  language: Language,
  voucherId: string,
) {
  const { villageId, personId } = actor
  return database.inVillage(villageId, async (db) => {
    const voucher = await selectVoucher(db, villageId, voucherId)
    const isTheirs = voucher !== null && voucher.enteredBy === personId
    if (!isTheirs || civilDay(voucher.issuedAt) !== civilDay(clock.now()))
      throw refuse('slip_not_printed')
    if (voucher.state !== 'issued' || voucher.leftFen !== voucher.valueFen)
      throw refuse('slip_not_printed')
    const kind = (await selectVoucherKinds(db, villageId)).get(voucher.voucherKindId)
    if (kind === undefined) throw new Error(`no kind of voucher ${voucher.voucherKindId}`)
    const bar = await whyNotForMerchants(db, actor, kind.merchantIds)
    if (bar !== null) throw bar
    const merchants = await selectMerchants(db, villageId)
    const { name, merchants: takers } = presentVoucherKind(kind, merchants, language)
    const people = await readPeople(db, villageId, [voucher.personId, personId])
    return {
      voucherId,
      name,
      merchants: takers,
      code: voucherCode(await secrets.of(db, villageId), villageId, voucherId),
      valueFen: voucher.valueFen,
      inParts: voucher.inParts,
      unspent: voucher.unspent,
      expiresOn: voucher.expiresOn,
      issuedAt: voucher.issuedAt.toISOString(),
      buyerName: people.get(voucher.personId)?.name ?? null,
      enteredByName: people.get(personId)?.name ?? null,
    }
  })
}
