import type { Db } from '../../../../platform/database/database.ts'
import { readSubjects } from '../../../community/index.ts'
import { readGrowers, readPlots } from '../../land/index.ts'
import type { AdoptionOffer } from './offer.store.ts'

type OfLand = Pick<AdoptionOffer, 'plotId' | 'growingSeasonId'>

/** The household that grows on the land of an offer in its season; null when nobody does. */
export async function readGrowerOf(
  db: Db,
  villageId: string,
  { plotId, growingSeasonId }: OfLand,
): Promise<string | null> {
  const plot = (await readPlots(db, villageId, [plotId])).get(plotId)
  const subject = (await readSubjects(db, villageId, [plotId])).get(plotId)
  if (plot === undefined || subject === undefined) return null
  const growers = await readGrowers(db, villageId, [{ ...plot, subject }], growingSeasonId)
  return growers.get(plotId) ?? null
}
