import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { endSettlement, lockSettlement } from './settlement.store.ts'

/**
 * Drops a settlement that nobody confirmed; the month can be proposed again.
 * @throws Refusal 'unknown_settlement', 'settlement_over'
 */
export async function dropSettlement(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { settlementId }: { readonly settlementId: string },
): Promise<Record<string, never>> {
  return act({ name: 'drop-settlement', actor, key, input: { settlementId } }, async (tx) => {
    const settlement = await lockSettlement(tx.db, tx.villageId, settlementId)
    if (settlement === null) throw refuse('unknown_settlement')
    if (settlement.state !== 'proposed') throw refuse('settlement_over')
    const how = { state: 'dropped', endedBy: actor.personId, endedAt: tx.now } as const
    await endSettlement(tx.db, tx.villageId, settlementId, how)
    return {}
  })
}
