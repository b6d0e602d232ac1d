import { earliestHarvest, possibleAgainWords } from '@azalea/produce-rules'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { selectPublishedLists } from '../lists/approved-list.store.ts'
import { selectApplied, selectLastOutcome } from '../plot-story.store.ts'
import { refuse } from '../refusals.ts'

/**
 * The one door to a harvest, a pack and a sale: why nothing of a plot may be harvested on a day, or
 * null. Whoever decides by it holds the plot's story (`lockPlotStory`).
 */
export async function whyNotHarvesting(
  db: Db,
  villageId: string,
  plotId: string,
  day: string,
): Promise<Refusal | null> {
  if ((await selectLastOutcome(db, villageId, plotId)) === 'failed') return refuse('harvest_held')
  const from = await readEarliestHarvest(db, villageId, plotId)
  if (from === null || from <= day) return null
  const again = possibleAgainWords(from)
  return refuse('harvest_too_early', { again: again.zh, againEn: again.en })
}

/** @throws Refusal 'harvest_held', 'harvest_too_early' */
export async function mayHarvest(
  db: Db,
  villageId: string,
  plotId: string,
  day: string,
): Promise<void> {
  const refusal = await whyNotHarvesting(db, villageId, plotId, day)
  if (refusal !== null) throw refusal
}

/** The first day on which every interval has passed; null when nothing was put on the plot. */
export async function readEarliestHarvest(
  db: Db,
  villageId: string,
  plotId: string,
): Promise<string | null> {
  const applied = await selectApplied(db, villageId, plotId)
  return earliestHarvest(applied, await selectPublishedLists(db, villageId))
}
