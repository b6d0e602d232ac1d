import { leaseBegun } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Bringer } from '../../../cases/index.ts'
import { changeKeeper } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { selectConvention } from '../conventions/convention.store.ts'
import { refuse } from '../refusals.ts'
import { selectSeason, type GrowingSeason } from '../seasons/growing-season.store.ts'
import { insertLease, selectLeases } from './lease.store.ts'

/**
 * The season that plots are leased for, and the edition that its growers accept.
 * @throws Refusal 'unknown_growing_season', 'growing_season_over', 'no_convention',
 *   'convention_changed' when another edition was accepted than is in force
 */
export async function requireSeason(
  { db, villageId, now }: Pick<Tx, 'db' | 'villageId' | 'now'>,
  growingSeasonId: string,
  edition: number,
): Promise<GrowingSeason> {
  const season = await selectSeason(db, villageId, growingSeasonId)
  if (season === null) throw refuse('unknown_growing_season')
  if (season.endsOn < civilDay(now)) throw refuse('growing_season_over')
  const convention = await selectConvention(db, villageId)
  if (convention === null) throw refuse('no_convention')
  if (convention.edition !== edition) throw refuse('convention_changed')
  return season
}

/**
 * Begins a lease under the plot's lock: its holder keeps the plot from now on, or from the first day of
 * a season to come.
 * @throws Refusal 'second_plot', 'plot_taken'
 */
export async function beginLease(
  tx: Tx,
  secrets: VillageSecrets,
  {
    season,
    plotId,
    holder,
    edition,
    fromLeaseId,
  }: {
    readonly season: GrowingSeason
    readonly plotId: string
    readonly holder: Bringer
    readonly edition: number
    readonly fromLeaseId: string | null
  },
): Promise<string> {
  const { db, villageId } = tx
  const { growingSeasonId } = season
  const { personId, householdId, channel, enteredBy } = holder
  const leaseId = tx.newId()
  const lease = { leaseId, growingSeasonId, plotId, householdId, personId, edition, fromLeaseId }
  if (!(await insertLease(db, villageId, { ...lease, channel, enteredBy, begunAt: tx.now }))) {
    const leases = await selectLeases(db, villageId, growingSeasonId)
    const isSecond = leases.some((other) => other.personId === personId)
    throw refuse(isSecond ? 'second_plot' : 'plot_taken')
  }
  if (season.beginsOn <= civilDay(tx.now)) await changeKeeper(tx, secrets, plotId, householdId)
  const secret = await secrets.of(db, villageId)
  const from = fromLeaseId === null ? {} : { from: secret.pseudonym('lease', fromLeaseId) }
  tx.append(
    leaseBegun({
      public: {
        lease: secret.pseudonym('lease', leaseId),
        growingSeason: secret.pseudonym('growingSeason', growingSeasonId),
        subject: secret.pseudonym('subject', plotId),
        holder: secret.pseudonym('holder', `${growingSeasonId} ${personId}`),
        edition,
        ...from,
      },
      parts: [{ personId, payload: { leaseId, plotId, channel, enteredBy } }],
    }),
  )
  return leaseId
}
