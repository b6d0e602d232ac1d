import { voucherKindWithdrawn } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { changeVoucherKind, lockVoucherKind } from './voucher-kind.store.ts'

/**
 * No more vouchers of a kind are issued; what was issued holds until it ends. A proposal that nobody
 * confirmed is dropped so, and the log tells nothing of it.
 * @throws Refusal 'unknown_voucher_kind', 'voucher_kind_decided'
 */
export async function withdrawVoucherKind(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { voucherKindId }: { readonly voucherKindId: string },
): Promise<Record<string, never>> {
  const command = { name: 'withdraw-voucher-kind', actor, key, input: { voucherKindId } }
  return act(command, async (tx) => {
    const { db, villageId } = tx
    const kind = await lockVoucherKind(db, villageId, voucherKindId, 'alone')
    if (kind === null) throw refuse('unknown_voucher_kind')
    if (kind.state === 'withdrawn') throw refuse('voucher_kind_decided')
    const withdrawnBy = actor.personId
    const change = { state: 'withdrawn', by: withdrawnBy, at: tx.now } as const
    await changeVoucherKind(db, villageId, voucherKindId, change)
    if (kind.state === 'proposed') return {}
    const voucherKind = (await secrets.of(db, villageId)).pseudonym('voucherKind', voucherKindId)
    const parts = [{ personId: withdrawnBy, payload: { voucherKindId, withdrawnBy } }]
    tx.append(voucherKindWithdrawn({ public: { voucherKind }, parts }))
    return {}
  })
}
