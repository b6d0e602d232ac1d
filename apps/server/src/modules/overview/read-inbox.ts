import type { Actor } from '../../platform/actor.ts'
import type { Language } from '../../platform/http/language.ts'
import type { OverviewParts } from './parts.ts'

/** What waits for this cadre to decide, the nearest deadline first, and what is yet to set up. */
export async function readInbox(
  { database, clock, contributions }: Pick<OverviewParts, 'database' | 'clock' | 'contributions'>,
  actor: Actor,
  language: Language,
) {
  return database.inVillage(actor.villageId, async (db) => ({
    items: await contributions.inbox({ db, actor, language, now: clock.now() }),
    setUp: await contributions.setUp({ db, actor }),
  }))
}
