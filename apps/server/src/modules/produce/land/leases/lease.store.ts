import type { Db } from '../../../../platform/database/database.ts'
import type { Channel, LandTables, LeaseEnd } from '../tables.ts'

const tables = (db: Db) => db.withTables<LandTables>()

/** One person on one plot for one growing season. */
export interface Lease {
  readonly leaseId: string
  readonly growingSeasonId: string
  readonly plotId: string
  readonly householdId: string
  readonly personId: string
  /** Of the convention that was accepted. */
  readonly edition: number
  readonly channel: Channel
  readonly enteredBy: string | null
  readonly begunAt: Date
  readonly fromLeaseId: string | null
  /** To whom its holder would pass it on. */
  readonly toPersonId: string | null
  readonly endedAs: LeaseEnd | null
  readonly endedAt: Date | null
}

/** False when the plot is leased, or the person leases one, in this season. */
export async function insertLease(
  db: Db,
  villageId: string,
  lease: Omit<Lease, 'toPersonId' | 'endedAs' | 'endedAt'>,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('lease')
    .values({
      village_id: villageId,
      lease_id: lease.leaseId,
      growing_season_id: lease.growingSeasonId,
      plot_id: lease.plotId,
      household_id: lease.householdId,
      person_id: lease.personId,
      edition: lease.edition,
      channel: lease.channel,
      entered_by: lease.enteredBy,
      begun_at: lease.begunAt,
      from_lease_id: lease.fromLeaseId,
      to_person_id: null,
      ended_as: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** A lease that has not ended before its season, held until the commit. */
export async function lockLease(db: Db, villageId: string, leaseId: string): Promise<Lease | null> {
  const row = await leaseQuery(db, villageId)
    .where('lease_id', '=', leaseId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ? toLease(row) : null
}

/** The leases of a season that have not ended before it. */
export async function selectLeases(
  db: Db,
  villageId: string,
  growingSeasonId: string,
): Promise<Lease[]> {
  const rows = await leaseQuery(db, villageId)
    .where('growing_season_id', '=', growingSeasonId)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(toLease)
}

/** The leases of every season that is not over on a day. */
export async function selectRunningLeases(
  db: Db,
  villageId: string,
  day: string,
): Promise<Lease[]> {
  const rows = await leaseQuery(db, villageId)
    .innerJoin('growing_season', (join) =>
      join
        .onRef('growing_season.village_id', '=', 'lease.village_id')
        .onRef('growing_season.growing_season_id', '=', 'lease.growing_season_id'),
    )
    .where('growing_season.ends_on', '>=', day)
    .where('lease.ended_at', 'is', null)
    .execute()
  return rows.map(toLease)
}

/** What a household has leased, also what has ended, the latest first. */
export async function selectLeasesOf(
  db: Db,
  villageId: string,
  householdId: string,
  limit: number,
): Promise<Lease[]> {
  const rows = await leaseQuery(db, villageId)
    .where('household_id', '=', householdId)
    .orderBy('begun_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toLease)
}

export async function changeLease(
  db: Db,
  villageId: string,
  leaseId: string,
  change: Partial<{
    readonly to_person_id: string | null
    readonly ended_as: LeaseEnd
    readonly ended_at: Date
  }>,
): Promise<void> {
  await tables(db)
    .updateTable('lease')
    .set(change)
    .where('village_id', '=', villageId)
    .where('lease_id', '=', leaseId)
    .execute()
}

function leaseQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('lease').selectAll('lease').where('lease.village_id', '=', villageId)
}

function toLease(row: LandTables['lease']): Lease {
  return {
    leaseId: row.lease_id,
    growingSeasonId: row.growing_season_id,
    plotId: row.plot_id,
    householdId: row.household_id,
    personId: row.person_id,
    edition: row.edition,
    channel: row.channel,
    enteredBy: row.entered_by,
    begunAt: row.begun_at,
    fromLeaseId: row.from_lease_id,
    toPersonId: row.to_person_id,
    endedAs: row.ended_as,
    endedAt: row.ended_at,
  }
}
