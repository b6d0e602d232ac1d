import { awardsDuties } from './duties.ts'
import { awardsHome, ownAwards } from './own-awards.ts'
import type { Module } from '../../../platform/module.ts'
import type { EventBus } from '../../../platform/events.ts'
import { houseNumberingChanging } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { ScoringParts } from '../rules/index.ts'
import { hasStandingAward } from './award-sums.store.ts'
import { registerAwardRoutes } from './award.routes.ts'
import { checkAwards } from './check-awards.ts'
import { countAwardsJob, type CountParts } from './count-awards.ts'

export const awardsSubmodule: Module<
  ScoringParts & CountParts & { readonly events: EventBus<Tx> }
> = {
  name: 'awards',
  listen: ({ events }) =>
    events.on(houseNumberingChanging, async (tx) => {
      if (await hasStandingAward(tx.db, tx.villageId)) throw refuse('numbering_settled')
    }),
  routes: registerAwardRoutes,
  jobs: (parts) => [countAwardsJob(parts)],
  checks: [checkAwards],
  home: [awardsHome],
  dataBank: [ownAwards],
  duties: [awardsDuties],
}
