import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readSubjects } from '../../../community/index.ts'
import { selectRunningLeases } from '../leases/lease.store.ts'
import type { LandCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockPlot, setResting } from './plot.store.ts'

/**
 * Lets a plot rest, or ends its rest.
 * @throws Refusal 'unknown_plot', 'plot_leased_now'
 */
export async function restPlot(
  { act }: Pick<LandCommands, 'act'>,
  actor: Actor,
  key: string,
  { plotId, isResting }: { readonly plotId: string; readonly isResting: boolean },
): Promise<Record<string, never>> {
  return act({ name: 'rest-plot', actor, key, input: { plotId, isResting } }, async (tx) => {
    if ((await lockPlot(tx.db, tx.villageId, plotId)) === null) throw refuse('unknown_plot')
    const leases = await selectRunningLeases(tx.db, tx.villageId, civilDay(tx.now))
    if (isResting && leases.some((lease) => lease.plotId === plotId)) {
      const subject = (await readSubjects(tx.db, tx.villageId, [plotId])).get(plotId)
      throw refuse('plot_leased_now', { label: subject?.label ?? '' })
    }
    await setResting(tx.db, tx.villageId, plotId, isResting)
    return {}
  })
}
