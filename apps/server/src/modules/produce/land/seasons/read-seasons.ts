import type { Actor } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import type { LandReaders } from '../parts.ts'
import { presentSeason } from '../plots/read-land.ts'
import { selectSeasons } from './growing-season.store.ts'

/** The growing seasons of a village, the latest first. */
export async function readSeasons(
  { database }: Pick<LandReaders, 'database'>,
  { villageId }: Actor,
  language: Language,
) {
  const seasons = await database.inVillage(villageId, (db) => selectSeasons(db, villageId))
  return { items: seasons.map((season) => presentSeason(season, language)) }
}
