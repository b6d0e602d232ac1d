import { voucherIssued } from '@azalea/records'
import { formatHundredths } from '@azalea/scoring'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { requireJoinedBringer, type Bringer, type OnBehalf } from '../../../cases/index.ts'
import { readPeopleNames, sendMessage } from '../../../community/index.ts'
import { lockWallets, spendPoints } from '../../../ledger/index.ts'
import { reserveFromBudget } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { takersOf } from '../kinds/takers-of.ts'
import { lockVoucherKind, type VoucherKind } from '../kinds/voucher-kind.store.ts'
import { selectMerchants } from '../merchants/merchant.store.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import { MOST_OPEN } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { VOUCHERS } from '../seller.ts'
import { voucherCode, voucherCodeHash } from '../voucher-code.ts'
import { countOpenVouchers, insertVoucher, type NewVoucher } from './voucher.store.ts'

export interface IssueVoucherInput {
  readonly voucherKindId: string
  /** For whom a cadre enters it, and how they said so; absent for one's own household. */
  readonly onBehalf?: OnBehalf | undefined
}

/**
 * Issues a voucher to a household: its points are spent, and what a merchant will be owed is set
 * aside of the budget, or nothing happens.
 * @throws Refusal 'unknown_voucher_kind', 'voucher_kind_closed', 'voucher_taken_nowhere',
 *   'too_many_vouchers', 'voucher_points_short', 'voucher_wallet_owes', 'voucher_for_oneself',
 *   'voucher_not_for_others', 'own_merchant', those of requireJoinedMember and reserveFromBudget
 *   ('budget_exceeded')
 */
export async function issueVoucher(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { voucherKindId, onBehalf }: IssueVoucherInput,
): Promise<{ readonly voucherId: string }> {
  const input = { voucherKindId, ...(onBehalf && { onBehalf: { ...onBehalf } }) }
  return act({ name: 'issue-voucher', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const { householdId, personId, channel, enteredBy } = await requireBuyer(tx, actor, onBehalf)
    const kind = await requireKind(tx, voucherKindId)
    // Who sees the code at the desk is nobody who could take it at a till.
    const bar = enteredBy === null ? null : await whyNotForMerchants(db, actor, kind.merchantIds)
    if (bar !== null) throw bar
    const voucher: NewVoucher = {
      voucherId: tx.newId(),
      voucherKindId,
      householdId,
      personId,
      channel,
      enteredBy,
      pointsHundredths: kind.pointsHundredths,
      valueFen: kind.valueFen,
      inParts: kind.inParts,
      unspent: kind.unspent,
      budgetId: kind.budgetId,
      expiresOn: addCivilDays(civilDay(tx.now), kind.validDays),
      issuedAt: tx.now,
    }
    const secret = await secrets.of(db, villageId)
    const codeHash = voucherCodeHash(secret, voucherCode(secret, villageId, voucher.voucherId))
    await requirePayable(tx, voucher)
    await insertVoucher(db, villageId, { ...voucher, codeHash })
    const spending = { spendId: voucher.voucherId, from: { householdId }, sellerId: VOUCHERS }
    await spendPoints(tx, { ...spending, pointsHundredths: voucher.pointsHundredths })
    // Last, since the budget is shared by all: its rows are held for the shortest time.
    const { voucherId, budgetId, valueFen: amountFen } = voucher
    await reserveFromBudget(tx, { budgetId, reservationId: voucherId, amountFen })
    tx.append(
      voucherIssued({
        public: { voucher: secret.pseudonym('voucher', voucherId) },
        parts: [{ personId, payload: sealedOf(voucher) }],
      }),
    )
    await notifyBuyer(tx, voucher, kind)
    return { voucherId }
  })
}

async function requireKind({ db, villageId }: Tx, voucherKindId: string): Promise<VoucherKind> {
  const kind = await lockVoucherKind(db, villageId, voucherKindId, 'shared')
  if (kind === null) throw refuse('unknown_voucher_kind')
  if (kind.state !== 'offered') throw refuse('voucher_kind_closed')
  const merchants = await selectMerchants(db, villageId)
  if (takersOf(kind.merchantIds, merchants).length === 0) throw refuse('voucher_taken_nowhere')
  return kind
}

async function requireBuyer(
  tx: Tx,
  actor: Actor,
  onBehalf: OnBehalf | undefined,
): Promise<Bringer> {
  return requireJoinedBringer(tx, actor, onBehalf, {
    forOneself: () => refuse('voucher_for_oneself'),
    notForOthers: () => refuse('voucher_not_for_others'),
    forHousehold: () => refuse('voucher_for_oneself'),
  })
}

function sealedOf(voucher: NewVoucher) {
  const { voucherId, voucherKindId, pointsHundredths, valueFen, expiresOn } = voucher
  const { channel, enteredBy } = voucher
  return { voucherId, voucherKindId, pointsHundredths, valueFen, expiresOn, channel, enteredBy }
}

/** For whom a cadre had a voucher issued learns that, and from whom. */
async function notifyBuyer(
  tx: Tx,
  { voucherId, personId, enteredBy, valueFen, pointsHundredths }: NewVoucher,
  { nameZh, nameEn }: VoucherKind,
): Promise<void> {
  if (enteredBy === null) return
  const names = await readPeopleNames(tx.db, tx.villageId, [enteredBy])
  const about = { voucherId, nameZh, nameEn, valueFen, pointsHundredths }
  const byName = names.get(enteredBy) ?? null
  await sendMessage(tx, personId, 'voucher.entered', { ...about, byName })
}

/** The wallet's row makes a household's telephones take turns: whoever comes later counts what came before. */
async function requirePayable(
  { db, villageId }: Tx,
  { householdId, pointsHundredths }: NewVoucher,
): Promise<void> {
  const walletHundredths = (await lockWallets(db, villageId, [householdId])).get(householdId) ?? 0
  const open = await countOpenVouchers(db, villageId, householdId)
  if (open >= MOST_OPEN) throw refuse('too_many_vouchers', { most: MOST_OPEN })
  if (walletHundredths < 0)
    throw refuse('voucher_wallet_owes', { owed: formatHundredths(-walletHundredths) })
  if (walletHundredths < pointsHundredths)
    throw refuse('voucher_points_short', {
      needed: formatHundredths(pointsHundredths),
      balance: formatHundredths(walletHundredths),
    })
}
