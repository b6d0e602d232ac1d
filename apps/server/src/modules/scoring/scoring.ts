import type { EventBus } from '../../platform/events.ts'
import { houseNumberingChanging, personErased } from '../community/index.ts'
import type { Tx, VillageSecrets } from '../record/index.ts'
import { hasStandingAward } from './awards/award-sums.store.ts'
import { clearWordsOf, keepWordsToTheAnswer } from './objections/erased-words.store.ts'
import { refuse } from './refusals.ts'
import { AdoptedSheets } from './rules/adopted-sheets.ts'

/** What this module's functions share in one process: made once, by the composition root. */
export interface Scoring {
  readonly secrets: VillageSecrets
  readonly sheets: AdoptedSheets
}

export function createScoring(secrets: VillageSecrets, events: EventBus<Tx>): Scoring {
  events.on(personErased, async (tx, { personId, keptFileIds }) => {
    for (const fileId of await keepWordsToTheAnswer(tx.db, tx.villageId, personId))
      keptFileIds.add(fileId)
    await clearWordsOf(tx.db, tx.villageId, personId)
  })
  events.on(houseNumberingChanging, async (tx) => {
    if (await hasStandingAward(tx.db, tx.villageId)) throw refuse('numbering_settled')
  })
  return { secrets, sheets: new AdoptedSheets() }
}
