import { anyRows } from '../../../platform/contributions.ts'
import type { Module } from '../../../platform/module.ts'
import { checkRounds } from './check-rounds.ts'
import { roundDuties } from './duties.ts'
import { settlementsInbox, weighInsInbox } from './list-rounds-inbox.ts'
import type { RoundParts } from './parts.ts'
import { giveSlotsJob } from './rounds/give-slots.ts'
import { registerRoundRoutes } from './rounds/round.routes.ts'
import { registerScaleRoutes } from './scales/scale.routes.ts'
import { readGrowerStatement, readGrowerStatements } from './settlements/read-round-settlements.ts'
import { registerRoundSettlementRoutes } from './settlements/round-settlement.routes.ts'
import { presentWeighIns } from './weigh-ins/read-weigh-ins.ts'
import { registerWeighInRoutes } from './weigh-ins/weigh-in.routes.ts'
import {
  clearDisputeWords,
  selectWeighInsOf,
  selectWeighInPhotos,
} from './weigh-ins/weigh-in.store.ts'

/** More than a household brings in ten years. */
const EVERY = 5_000

export const roundsSubmodule: Module<RoundParts> = {
  name: 'rounds',
  routes: (http, parts) => {
    registerRoundRoutes(http, parts)
    registerScaleRoutes(http, parts)
    registerWeighInRoutes(http, parts)
    registerRoundSettlementRoutes(http, parts)
  },
  jobs: (parts) => [giveSlotsJob(parts)],
  checks: [checkRounds],
  inbox: [weighInsInbox, settlementsInbox],
  duties: [roundDuties],
  dataBank: [
    {
      shape: { weighIns: anyRows },
      counted: { weighIns: { zh: '过磅', en: 'Weigh-ins' } },
      read: async (_, { db, actor: { villageId, householdId } }) => ({
        weighIns:
          householdId === null
            ? []
            : await presentWeighIns(
                db,
                villageId,
                await selectWeighInsOf(db, villageId, householdId, EVERY),
              ),
      }),
    },
  ],
  erase: [
    async (_, { db, villageId }, { personId, keptFileIds }) => {
      await clearDisputeWords(db, villageId, personId)
      for (const fileId of await selectWeighInPhotos(db, villageId, personId))
        keptFileIds.add(fileId)
    },
  ],
  paper: [
    {
      growerStatements: (parts, actor, { settlementId, of }) =>
        'householdId' in of
          ? readGrowerStatement(parts, actor, settlementId, of.householdId).then((one) => [one])
          : readGrowerStatements(parts, actor, settlementId, of),
    },
  ],
}
