import type { Actor } from '../../../../platform/actor.ts'
import type { MarketCommands } from '../parts.ts'
import type { PointKind } from '../tables.ts'
import { insertPoint } from './point.store.ts'

export interface OpenPointInput {
  readonly kind: PointKind
  readonly name: string
  readonly place: string
}

/** Opens a point where orders are fetched, or a round that takes them to the door. */
export async function openPoint(
  { act }: Pick<MarketCommands, 'act'>,
  actor: Actor,
  key: string,
  input: OpenPointInput,
): Promise<{ readonly pointId: string }> {
  return act({ name: 'open-market-point', actor, key, input: { ...input } }, async (tx) => {
    const pointId = tx.newId()
    const opened = { openedBy: actor.personId, openedAt: tx.now }
    await insertPoint(tx.db, tx.villageId, { ...input, pointId, ...opened })
    return { pointId }
  })
}
