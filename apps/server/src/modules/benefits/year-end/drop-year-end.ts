import type { Actor } from '../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { refuse } from './refusals.ts'
import { endYearEnd, lockYearEnd } from './year-end.store.ts'

/** Drops a proposal; nothing was spent. @throws Refusal 'unknown_year_end', 'year_end_over' */
export async function dropYearEnd(
  { act }: Commands,
  actor: Actor,
  key: string,
  { yearEndId }: { readonly yearEndId: string },
): Promise<Record<string, never>> {
  return act({ name: 'drop-year-end', actor, key, input: { yearEndId } }, async (tx) => {
    const yearEnd = await lockYearEnd(tx.db, tx.villageId, yearEndId)
    if (yearEnd === null) throw refuse('unknown_year_end')
    if (yearEnd.state !== 'proposed') throw refuse('year_end_over')
    const how = { state: 'dropped', endedBy: actor.personId, endedAt: tx.now } as const
    await endYearEnd(tx.db, tx.villageId, yearEndId, how)
    return {}
  })
}
