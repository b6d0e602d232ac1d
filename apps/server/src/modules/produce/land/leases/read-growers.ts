import type { Db } from '../../../../platform/database/database.ts'
import type { PlotOfSubject } from '../plots/plot.store.ts'
import { selectLeases } from './lease.store.ts'

/** Which household grows on each plot in a season: whose own it is, or who leases it. Plots without one are absent. */
export async function readGrowers(
  db: Db,
  villageId: string,
  plots: readonly Pick<PlotOfSubject, 'plotId' | 'tenure' | 'subject'>[],
  growingSeasonId: string | null,
): Promise<Map<string, string>> {
  const leases = growingSeasonId === null ? [] : await selectLeases(db, villageId, growingSeasonId)
  const leased = new Map(leases.map((lease) => [lease.plotId, lease.householdId]))
  return new Map(
    plots.flatMap(({ plotId, tenure, subject }) => {
      const household =
        tenure === 'household' ? subject.keeperHouseholdId : (leased.get(plotId) ?? null)
      return household === null ? [] : [[plotId, household] as const]
    }),
  )
}
