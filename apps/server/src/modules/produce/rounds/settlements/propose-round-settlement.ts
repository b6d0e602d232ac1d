import type { Actor } from '../../../../platform/actor.ts'
import type { RoundCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockRound } from '../rounds/round.store.ts'
import { countDisputed } from '../weigh-ins/weigh-in.store.ts'
import { insertSettlement, lockSettlements, selectSettlements } from './settlement.store.ts'
import { workOutSettlement } from './work-out-settlement.ts'

/**
 * Proposes to pay growers what a closed round is worth to them, or what has changed of it since it was
 * settled; nothing moves before somebody of another household confirms it.
 * @throws Refusal 'unknown_round', 'round_not_closed', 'round_in_dispute', 'round_settlement_exists',
 *   'nothing_to_settle_of_round'
 */
export async function proposeRoundSettlement(
  { act }: Pick<RoundCommands, 'act'>,
  actor: Actor,
  key: string,
  { roundId }: { readonly roundId: string },
): Promise<{ readonly settlementId: string }> {
  const command = { name: 'propose-round-settlement', actor, key, input: { roundId } }
  return act(command, async (tx) => {
    const { db, villageId } = tx
    await lockSettlements(db, villageId)
    const round = await lockRound(db, villageId, roundId, 'alone')
    if (round === null) throw refuse('unknown_round')
    if (round.closedAt === null) throw refuse('round_not_closed')
    const count = await countDisputed(db, villageId, roundId)
    if (count > 0) throw refuse('round_in_dispute', { count: String(count) })
    const before = await selectSettlements(db, villageId, roundId)
    if (before.some(({ state }) => state === 'proposed')) throw refuse('round_settlement_exists')
    const { lines, weighIns, ...worth } = await workOutSettlement(db, villageId, round)
    if (lines.length === 0) throw refuse('nothing_to_settle_of_round')
    const settlementId = tx.newId()
    const isNew = await insertSettlement(db, villageId, {
      settlementId,
      roundId,
      no: before.length + 1,
      growerCount: lines.length,
      weighInCount: weighIns.length,
      netFen: worth.netFen,
      paidFen: worth.paidFen,
      termsHash: worth.termsHash,
      proposedBy: actor.personId,
      proposerHouseholdId: actor.householdId,
      proposedAt: tx.now,
    })
    if (!isNew) throw refuse('round_settlement_exists')
    return { settlementId }
  })
}
