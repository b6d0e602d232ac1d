import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { whyNotForMerchants } from '../merchants/own-merchant.ts'
import { refuse } from '../refusals.ts'
import { insertSettlement } from './settlement.store.ts'
import { workOutSettlement } from './work-out-settlement.ts'

/**
 * Proposes to pay merchants what they took in a month that is over; nothing moves before somebody of
 * another household confirms it.
 * @throws Refusal 'settlement_month_runs', 'nothing_to_settle', 'settlement_exists', 'own_merchant'
 */
export async function proposeSettlement(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { month }: { readonly month: string },
): Promise<{ readonly settlementId: string }> {
  return act({ name: 'propose-settlement', actor, key, input: { month } }, async (tx) => {
    const { db, villageId } = tx
    if (month >= civilDay(tx.now).slice(0, 7)) throw refuse('settlement_month_runs', { month })
    const { lines, ...terms } = await workOutSettlement(db, villageId, month)
    if (lines.length === 0) throw refuse('nothing_to_settle', { month })
    const merchantIds = lines.map(({ merchant }) => merchant.merchantId)
    const taken = lines.flatMap(({ takings }) => takings)
    const bar = await whyNotForMerchants(db, actor, merchantIds, taken)
    if (bar !== null) throw bar
    const settlementId = tx.newId()
    const isNew = await insertSettlement(db, villageId, {
      settlementId,
      month,
      ...terms,
      proposedBy: actor.personId,
      proposerHouseholdId: actor.householdId,
      proposedAt: tx.now,
    })
    if (!isNew) throw refuse('settlement_exists', { month })
    return { settlementId }
  })
}
