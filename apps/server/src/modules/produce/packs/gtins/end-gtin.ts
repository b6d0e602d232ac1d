import { gtinEnded } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { PackCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endTradeItem, lockTradeItems, selectTradeItems } from './gtin.store.ts'

/**
 * Ends a GTIN: what is packed from now on has the village's own address again. Labels that were
 * printed lead to their packs for good.
 * @throws Refusal 'unknown_gtin', 'gtin_ended'
 */
export async function endGtin(
  { act }: Pick<PackCommands, 'act'>,
  actor: Actor,
  key: string,
  { tradeItemId }: { readonly tradeItemId: string },
): Promise<Record<string, never>> {
  return act({ name: 'end-gtin', actor, key, input: { tradeItemId } }, async (tx) => {
    const { db, villageId, now } = tx
    await lockTradeItems(db, villageId, 'alone')
    const items = await selectTradeItems(db, villageId)
    const item = items.find((one) => one.tradeItemId === tradeItemId)
    if (item === undefined) throw refuse('unknown_gtin')
    if (item.endedAt !== null) throw refuse('gtin_ended')
    const endedBy = actor.personId
    await endTradeItem(db, villageId, tradeItemId, { endedBy, endedAt: now })
    const { gtin } = item
    const parts = [{ personId: endedBy, payload: { gtin, endedBy } }]
    tx.append(gtinEnded({ public: { gtin }, parts }))
    return {}
  })
}
