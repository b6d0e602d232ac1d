import { voucherIssued } from '@azalea/records'
import { formatHundredths } from '@azalea/scoring'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { holdHousehold, requireJoinedMember } from '../../../community/index.ts'
import { lockWallets, spendPoints } from '../../../ledger/index.ts'
import { reserveFromBudget } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { takersOf } from '../kinds/takers-of.ts'
import { lockVoucherKind } from '../kinds/voucher-kind.store.ts'
import { selectMerchants } from '../merchants/merchant.store.ts'
import { MOST_OPEN } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { VOUCHERS } from '../seller.ts'
import { voucherCode, voucherCodeHash } from '../voucher-code.ts'
import { countOpenVouchers, insertVoucher, type NewVoucher } from './voucher.store.ts'

/**
 * Issues a voucher to one's household: its points are spent, and what a merchant will be owed is set
 * aside of the budget, or nothing happens.
 * @throws Refusal 'unknown_voucher_kind', 'voucher_kind_closed', 'voucher_taken_nowhere',
 *   'too_many_vouchers', 'voucher_points_short', 'voucher_wallet_owes', those of requireJoinedMember and
 *   reserveFromBudget ('budget_exceeded')
 */
export async function issueVoucher(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { voucherKindId }: { readonly voucherKindId: string },
): Promise<{ readonly voucherId: string }> {
  return act({ name: 'issue-voucher', actor, key, input: { voucherKindId } }, async (tx) => {
    const { db, villageId } = tx
    const householdId = await requireBuyer(tx, actor)
    const kind = await lockVoucherKind(db, villageId, voucherKindId, 'shared')
    if (kind === null) throw refuse('unknown_voucher_kind')
    if (kind.state !== 'offered') throw refuse('voucher_kind_closed')
    const merchants = await selectMerchants(db, villageId)
    if (takersOf(kind.merchantIds, merchants).length === 0) throw refuse('voucher_taken_nowhere')
    const voucher: NewVoucher = {
      voucherId: tx.newId(),
      voucherKindId,
      householdId,
      personId: actor.personId,
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
    const { pointsHundredths, valueFen, expiresOn } = voucher
    const payload = { voucherId, voucherKindId, pointsHundredths, valueFen, expiresOn }
    tx.append(
      voucherIssued({
        public: { voucher: secret.pseudonym('voucher', voucherId) },
        parts: [{ personId: actor.personId, payload }],
      }),
    )
    return { voucherId }
  })
}

async function requireBuyer(tx: Tx, actor: Actor): Promise<string> {
  if (actor.householdId !== null) await holdHousehold(tx.db, tx.villageId, actor.householdId)
  const { householdId } = await requireJoinedMember(tx, actor.personId, actor)
  return householdId
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
