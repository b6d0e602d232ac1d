import type { Actor } from '../../../../platform/actor.ts'
import type { MarketCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { insertSlot, selectPoints } from './point.store.ts'

export interface OpenSlotInput {
  readonly pointId: string
  readonly ordersUntil: string
  readonly startsAt: string
  readonly endsAt: string
  readonly capacity: number
}

/** Opens hours at a point. @throws Refusal 'unknown_point', 'slot_hours_wrong' */
export async function openSlot(
  { act }: Pick<MarketCommands, 'act'>,
  actor: Actor,
  key: string,
  input: OpenSlotInput,
): Promise<{ readonly slotId: string }> {
  return act({ name: 'open-market-slot', actor, key, input: { ...input } }, async (tx) => {
    const points = await selectPoints(tx.db, tx.villageId)
    if (!points.some(({ pointId }) => pointId === input.pointId)) throw refuse('unknown_point')
    const [ordersUntil, startsAt, endsAt] = [
      new Date(input.ordersUntil),
      new Date(input.startsAt),
      new Date(input.endsAt),
    ]
    if (startsAt <= tx.now || endsAt <= startsAt || ordersUntil > startsAt)
      throw refuse('slot_hours_wrong')
    const slotId = tx.newId()
    const { pointId, capacity } = input
    const opened = { openedBy: actor.personId, openedAt: tx.now }
    const slot = { slotId, pointId, ordersUntil, startsAt, endsAt, capacity, ...opened }
    await insertSlot(tx.db, tx.villageId, slot)
    return { slotId }
  })
}
