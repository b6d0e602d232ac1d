import type { Actor } from '../../platform/actor.ts'
import type { Language } from '../../platform/http/language.ts'
import type { OverviewParts } from './parts.ts'

/** All that the village holds about a person, as its modules contribute it. */
export type DataBank = Readonly<Record<string, unknown>> & { readonly generatedAt: string }

/**
 * All that the village holds about this person, in one document.
 * @throws Refusal community's 'unknown_person'
 */
export async function readDataBank(
  { database, clock, contributions }: Pick<OverviewParts, 'database' | 'clock' | 'contributions'>,
  actor: Actor,
  language: Language,
): Promise<DataBank> {
  const now = clock.now()
  return database.inVillage(actor.villageId, async (db) => ({
    generatedAt: now.toISOString(),
    ...(await contributions.dataBank({ db, actor, language, now })),
  }))
}
