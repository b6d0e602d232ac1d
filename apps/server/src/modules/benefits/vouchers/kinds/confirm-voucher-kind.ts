import { voucherKindOffered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { requireSecondPerson } from '../../../community/index.ts'
import { openAccount, sellerOf } from '../../../ledger/index.ts'
import type { Commands } from '../../parts.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import { voucherOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { VOUCHERS } from '../seller.ts'
import { requireTakers } from './takers-of.ts'
import { changeVoucherKind, lockVoucherKind } from './voucher-kind.store.ts'

/**
 * Offers a kind of voucher, as the second person, of another household than proposed it.
 * @throws Refusal 'unknown_voucher_kind', 'voucher_kind_decided', 'own_merchant', those of
 *   requireSecondPerson and requireTakers
 */
export async function confirmVoucherKind(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { voucherKindId }: { readonly voucherKindId: string },
): Promise<Record<string, never>> {
  const command = { name: 'confirm-voucher-kind', actor, key, input: { voucherKindId } }
  return act(command, async (tx) => {
    const { db, villageId } = tx
    const kind = await lockVoucherKind(db, villageId, voucherKindId, 'alone')
    if (kind === null) throw refuse('unknown_voucher_kind')
    if (kind.state !== 'proposed') throw refuse('voucher_kind_decided')
    await requireSecondPerson(tx, voucherOffices, kind, actor.personId)
    const bar = await whyNotForMerchants(db, actor, kind.merchantIds)
    if (bar !== null) throw bar
    await requireTakers(tx, kind.merchantIds)
    const confirmedBy = actor.personId
    const offered = { state: 'offered', by: confirmedBy, at: tx.now } as const
    await changeVoucherKind(db, villageId, voucherKindId, offered)
    // Nobody pays for vouchers before some can be had.
    openAccount(tx, sellerOf(VOUCHERS))
    const secret = await secrets.of(db, villageId)
    const { pointsHundredths, valueFen, inParts, validDays, unspent, proposedBy } = kind
    tx.append(
      voucherKindOffered({
        public: {
          voucherKind: secret.pseudonym('voucherKind', voucherKindId),
          budget: secret.pseudonym('budget', kind.budgetId),
          pointsHundredths,
          valueFen,
          spentBy: inParts ? 'parts' : 'whole',
          validDays,
          unspent,
        },
        parts: [
          { personId: proposedBy, payload: { voucherKindId, proposedBy } },
          { personId: confirmedBy, payload: { voucherKindId, confirmedBy } },
        ],
      }),
    )
    return {}
  })
}
