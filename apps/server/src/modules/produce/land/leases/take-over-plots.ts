import { civilDay } from '@azalea/text'
import { systemActor } from '../../../../platform/actor.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { changeKeeper } from '../../../community/index.ts'
import type { LandCommands, LandParts, LandReaders } from '../parts.ts'
import { selectPlotsOf } from '../plots/plot.store.ts'
import { selectSeasons } from '../seasons/growing-season.store.ts'
import { selectLeases } from './lease.store.ts'

/**
 * On the first day of a season whoever leased a plot before becomes its keeper; done once more it
 * changes nothing.
 */
export async function takeOverPlots(
  { act, secrets, clock, database }: LandCommands & LandReaders,
  villageId: string,
): Promise<void> {
  const today = civilDay(clock.now())
  const isDue = await database.inVillage(villageId, async (db) =>
    (await selectSeasons(db, villageId)).find(({ beginsOn }) => beginsOn === today),
  )
  if (isDue === undefined) return
  const { growingSeasonId } = isDue
  const input = { growingSeasonId }
  const key = `take-over-plots-${growingSeasonId}`.slice(0, 64)
  await act({ name: 'take-over-plots', actor: systemActor(villageId), key, input }, async (tx) => {
    const leases = await selectLeases(tx.db, villageId, growingSeasonId)
    const plots = await selectPlotsOf(tx.db, villageId)
    const keepers = new Map(plots.map(({ plotId, subject }) => [plotId, subject.keeperHouseholdId]))
    for (const { plotId, householdId } of leases)
      if (keepers.get(plotId) !== householdId) await changeKeeper(tx, secrets, plotId, householdId)
    return {}
  })
}

export function takeOverPlotsJob(
  parts: LandCommands & LandReaders & Pick<LandParts, 'villageIds'>,
): Job {
  return {
    name: 'take-over-plots',
    everyMinutes: 60,
    run: async () =>
      inEveryVillage(await parts.villageIds(), (villageId) => takeOverPlots(parts, villageId)),
  }
}
