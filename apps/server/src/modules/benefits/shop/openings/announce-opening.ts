import { instantAfterDays } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { insertOpening } from './opening.store.ts'

export interface AnnounceOpeningInput {
  readonly opensAt: Date
  readonly closesAt: Date
}

const HOUR_MILLISECONDS = 3_600_000
const MOST_HOURS = 12
const WITHIN_DAYS = 92

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
    const hours = (closesAt.getTime() - opensAt.getTime()) / HOUR_MILLISECONDS
    const isAhead = closesAt > tx.now && opensAt <= instantAfterDays(tx.now, WITHIN_DAYS)
    if (hours <= 0 || hours > MOST_HOURS || !isAhead)
      throw refuse('opening_times_wrong', { hours: MOST_HOURS, days: WITHIN_DAYS })
    const openingId = tx.newId()
    const announced = { announcedBy: actor.personId, announcedAt: tx.now }
    await insertOpening(tx.db, tx.villageId, { openingId, opensAt, closesAt, ...announced })
    return { openingId }
  })
}
