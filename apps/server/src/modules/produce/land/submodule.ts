import { civilDay } from '@azalea/text'
import { anyRows, type HomePart } from '../../../platform/contributions.ts'
import type { Module } from '../../../platform/module.ts'
import { landDuties } from './duties.ts'
import { registerLeaseRoutes } from './leases/lease.routes.ts'
import { selectLeasesOf } from './leases/lease.store.ts'
import { listenToCommunity } from './leases/listen-to-community.ts'
import { takeOverPlotsJob } from './leases/take-over-plots.ts'
import type { LandParts } from './parts.ts'
import { readSubjects } from '../../community/index.ts'
import { readOffered } from './plots/read-land.ts'
import { registerPlotRoutes } from './plots/plot.routes.ts'
import { registerSeasonRoutes } from './seasons/growing-season.routes.ts'

/** More than a household leases in a lifetime. */
const EVERY = 1_000

/** A plot that somebody would pass on to this person. */
const offeredLeases: HomePart<LandParts> = {
  waiting: {
    kinds: { lease_offered: 15 },
    list: async (_, { db, actor, now }) => {
      const offered = await readOffered(db, actor, civilDay(now))
      const ids = offered.map(({ plotId }) => plotId)
      const subjects = await readSubjects(db, actor.villageId, ids)
      return offered.map(({ leaseId, plotId }) => ({
        kind: 'lease_offered',
        id: leaseId,
        title: subjects.get(plotId)?.label ?? '',
        at: null,
        count: 1,
      }))
    },
  },
}

export const landSubmodule: Module<LandParts> = {
  name: 'land',
  listen: ({ events, secrets }) => listenToCommunity(events, secrets),
  routes: (http, parts) => {
    registerPlotRoutes(http, parts)
    registerSeasonRoutes(http, parts)
    registerLeaseRoutes(http, parts)
  },
  jobs: (parts) => [takeOverPlotsJob(parts)],
  duties: [landDuties],
  home: [offeredLeases],
  dataBank: [
    {
      shape: { leases: anyRows },
      counted: { leases: { zh: '认领过的地', en: 'Plots that were leased' } },
      read: async (_, { db, actor: { villageId, householdId } }) => ({
        leases:
          householdId === null
            ? []
            : (await selectLeasesOf(db, villageId, householdId, EVERY)).map((lease) => ({
                ...lease,
                begunAt: lease.begunAt.toISOString(),
                endedAt: lease.endedAt?.toISOString() ?? null,
              })),
      }),
    },
  ],
}
