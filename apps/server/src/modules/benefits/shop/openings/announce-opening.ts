import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { insertOpening } from './opening.store.ts'

export interface AnnounceOpeningInput {
  readonly opensAt: Date
  readonly closesAt: Date
}

const HOUR = 3_600_000
const LONGEST = 12 * HOUR
const FARTHEST = 92 * 24 * HOUR

/**
 * Announces when the shop hands over.
 * @throws Refusal 'opening_times_wrong'
 */
export async function announceOpening(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  input: AnnounceOpeningInput,
): Promise<{ readonly openingId: string }> {
  const { opensAt, closesAt } = input
  const asked = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  return act({ name: 'announce-opening', actor, key, input: asked }, async (tx) => {
    const lasts = closesAt.getTime() - opensAt.getTime()
    const isAhead = closesAt > tx.now && opensAt.getTime() - tx.now.getTime() <= FARTHEST
    if (lasts <= 0 || lasts > LONGEST || !isAhead) throw refuse('opening_times_wrong')
    const openingId = tx.newId()
    const announced = { announcedBy: actor.personId, announcedAt: tx.now }
    await insertOpening(tx.db, tx.villageId, { openingId, opensAt, closesAt, ...announced })
    return { openingId }
  })
}
