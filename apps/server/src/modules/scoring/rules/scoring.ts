import type { VillageSecrets } from '../../record/index.ts'
import { AdoptedSheets } from './adopted-sheets.ts'

/** What this module's functions share in one process: made once, by the composition root. */
export interface Scoring {
  readonly secrets: VillageSecrets
  readonly sheets: AdoptedSheets
}

export function createScoring(secrets: VillageSecrets): Scoring {
  return { secrets, sheets: new AdoptedSheets() }
}
