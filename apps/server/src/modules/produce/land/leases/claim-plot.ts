import type { Actor } from '../../../../platform/actor.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import type { OnBehalf } from '../../../cases/index.ts'
import { readTaken } from '../../../benefits/index.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { LandCommands } from '../parts.ts'
import { lockPlot, selectPlotsOf, type Plot } from '../plots/plot.store.ts'
import { refuse } from '../refusals.ts'
import { lockSeasons, type GrowingSeason } from '../seasons/growing-season.store.ts'
import { beginLease, requireSeason } from './begin-lease.ts'
import { selectLeases } from './lease.store.ts'
import { behalfOf, requireGrower } from './require-grower.ts'

export interface ClaimPlotInput {
  readonly plotId: string
  readonly growingSeasonId: string
  /** The convention that was read and is accepted. */
  readonly edition: number
  readonly onBehalf?: OnBehalf | undefined
}

/**
 * Leases a plot for a season, accepting the convention: one plot a person, one person a plot.
 * @throws Refusal 'unknown_plot', 'plot_not_for_lease', 'plot_resting', 'plot_taken', 'second_plot',
 *   'plot_by_waiting_list', those of requireGrower and requireSeason
 */
export async function claimPlot(
  { act, secrets }: LandCommands,
  actor: Actor,
  key: string,
  { plotId, growingSeasonId, edition, onBehalf }: ClaimPlotInput,
): Promise<{ readonly leaseId: string }> {
  const input = { plotId, growingSeasonId, edition, ...behalfOf(onBehalf) }
  return act({ name: 'claim-plot', actor, key, input }, async (tx) => {
    const holder = await requireGrower(tx, actor, onBehalf)
    const season = await requireSeason(tx, growingSeasonId, edition)
    if (season.offerId !== null) await lockSeasons(tx.db, tx.villageId)
    const plot = await lockPlot(tx.db, tx.villageId, plotId)
    if (plot === null) throw refuse('unknown_plot')
    const bar = whyNotLeased(plot)
    if (bar !== null) throw bar
    const taking = { season, plotId, holder, edition, fromLeaseId: null }
    const leaseId = await beginLease(tx, secrets, taking)
    const queued = await whyNotInTurn(tx.db, tx.villageId, season, holder.householdId)
    if (queued !== null) throw queued
    return { leaseId }
  })
}

/** Why nobody may lease a plot; null when somebody may. */
export function whyNotLeased({ tenure, isResting }: Plot): Refusal | null {
  if (tenure === 'household') return refuse('plot_not_for_lease')
  return isResting ? refuse('plot_resting') : null
}

/**
 * With a waiting list plots are for whoever took a turn of it; once it is over, the others choose from
 * what no turn waits for. Asked once the lease is in.
 */
async function whyNotInTurn(
  db: Db,
  villageId: string,
  { growingSeasonId, offerId }: GrowingSeason,
  householdId: string,
): Promise<Refusal | null> {
  if (offerId === null) return null
  const list = await readTaken(db, villageId, offerId)
  if (list === null) return null
  const leases = await selectLeases(db, villageId, growingSeasonId)
  const leasedBy = (household: string) =>
    leases.filter((lease) => lease.householdId === household).length
  if (leasedBy(householdId) <= (list.taken.get(householdId) ?? 0)) return null
  if (!list.isOver) return refuse('plot_by_waiting_list')
  const waiting = [...list.taken].reduce(
    (sum, [household, taken]) => sum + Math.max(0, taken - leasedBy(household)),
    0,
  )
  const plots = await selectPlotsOf(db, villageId)
  const free = plots.filter((plot) => whyNotLeased(plot) === null).length - leases.length
  return free < waiting ? refuse('plot_by_waiting_list') : null
}
