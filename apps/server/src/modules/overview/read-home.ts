import type { Actor } from '../../platform/actor.ts'
import type { Language } from '../../platform/http/language.ts'
import type { OverviewParts } from './parts.ts'

const NEWS = 4

/** What a villager sees first: honour, rank, what waits, and the village's news. */
export async function readHome(
  { database, clock, contributions }: Pick<OverviewParts, 'database' | 'clock' | 'contributions'>,
  actor: Actor,
  language: Language,
) {
  return database.inVillage(actor.villageId, async (db) => {
    const reading = { db, actor, language, now: clock.now() }
    return {
      ...(await contributions.home(reading)),
      waiting: await contributions.waiting(reading),
      news: await contributions.news(reading, NEWS),
    }
  })
}
