import type { Actor } from '../../../../platform/actor.ts'
import type { RoundCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endSettlement, lockSettlement } from './settlement.store.ts'

/**
 * Drops a settlement that nobody confirmed; the round can be proposed again.
 * @throws Refusal 'unknown_round_settlement', 'round_settlement_over'
 */
export async function dropRoundSettlement(
  { act }: Pick<RoundCommands, 'act'>,
  actor: Actor,
  key: string,
  { settlementId }: { readonly settlementId: string },
): Promise<Record<string, never>> {
  const command = { name: 'drop-round-settlement', actor, key, input: { settlementId } }
  return act(command, async (tx) => {
    const settlement = await lockSettlement(tx.db, tx.villageId, settlementId)
    if (settlement === null) throw refuse('unknown_round_settlement')
    if (settlement.state !== 'proposed') throw refuse('round_settlement_over')
    const how = { state: 'dropped', by: actor.personId, at: tx.now } as const
    await endSettlement(tx.db, tx.villageId, settlementId, how)
    return {}
  })
}
