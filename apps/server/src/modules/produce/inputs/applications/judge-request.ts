import {
  decideApplication,
  possibleAgainWords,
  reasonWords,
  type Amount,
  type Decision,
} from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { selectPublishedLists } from '../lists/approved-list.store.ts'
import { seasonOf, type GrownPlot } from '../plot-grower.ts'
import { readPlannedHarvestDays } from '../../plan/index.ts'
import { selectApplied, selectHarvestDays } from '../plot-story.store.ts'
import { refuse } from '../refusals.ts'

/** What somebody would put on a plot. */
export interface AskedProduct {
  readonly registrationNumber: string
  readonly crop: string
  readonly amount: Amount
}

/** What the rules say of it at this moment. */
export async function judgeRequest(
  db: Db,
  villageId: string,
  grown: GrownPlot,
  asked: AskedProduct,
  now: Date,
): Promise<Decision> {
  const { plotId, areaSquareMetres } = grown.plot
  const lists = await selectPublishedLists(db, villageId)
  const applied = await selectApplied(db, villageId, plotId)
  const declared = await selectHarvestDays(db, villageId, plotId)
  const planned = await readPlannedHarvestDays(db, villageId, plotId, civilDay(now))
  const request = {
    ...asked,
    ...seasonOf(grown, civilDay(now)),
    at: now,
    areaSquareMetres,
    harvestDays: [...declared, ...planned],
  }
  return decideApplication(lists, request, applied)
}

/** A decision as a refusal with all its reasons; null when it allows. */
export function refusalOf({ isAllowed, reasons, possibleAgainFrom }: Decision): Refusal | null {
  if (isAllowed) return null
  const words = reasons.map(reasonWords)
  if (possibleAgainFrom !== null) words.push(possibleAgainWords(possibleAgainFrom))
  return refuse('application_not_possible', {
    reasons: words.map(({ zh }) => zh).join('；'),
    reasonsEn: words.map(({ en }) => en).join('; '),
  })
}
