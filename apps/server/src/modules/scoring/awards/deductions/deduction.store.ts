import { type CivilDay, civilDay } from '@azalea/text'
import type { Db } from '../../../../platform/database/database.ts'
import type { RepairWay, ScoringTables } from '../../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

/** A final deduction, as long as it may count against the next of its kind. */
export interface StandingDeduction {
  readonly awardId: string
  /** The civil day on which it became final. */
  readonly countsFrom: CivilDay
  readonly mendedOn: CivilDay | null
}

/** The final deductions of a household under one item; the caller judges which are in force. */
export async function selectStandingDeductions(
  db: Db,
  villageId: string,
  account: { readonly householdId: string; readonly itemRef: string },
): Promise<StandingDeduction[]> {
  const rows = await tables(db)
    .selectFrom('award')
    .select(['award_id', 'final_at'])
    .where('village_id', '=', villageId)
    .where('household_id', '=', account.householdId)
    .where('item_ref', '=', account.itemRef)
    .where('state', '=', 'final')
    .where('points_hundredths', '<', 0)
    .execute()
  const standing: StandingDeduction[] = []
  for (const { award_id: awardId, final_at: finalAt } of rows) {
    if (finalAt === null) continue
    const repairs = await selectRepairs(db, villageId, awardId)
    const mended = repairs.find(({ way }) => way === 'mending')
    standing.push({
      awardId,
      countsFrom: civilDay(finalAt),
      mendedOn: mended?.repairedOn ?? null,
    })
  }
  return standing
}

/** What has been made good of a deduction, with the points that the award for it gave back. */
export interface Repair {
  readonly repairAwardId: string
  readonly way: RepairWay
  readonly minutes: number | null
  readonly repairedOn: string
  readonly restoredHundredths: number
}

/** The repairs of a deduction that stand, oldest first. */
export async function selectRepairs(db: Db, villageId: string, awardId: string): Promise<Repair[]> {
  const rows = await tables(db)
    .selectFrom('deduction_repair')
    .innerJoin('award', (join) =>
      join
        .onRef('award.village_id', '=', 'deduction_repair.village_id')
        .onRef('award.award_id', '=', 'deduction_repair.repair_award_id'),
    )
    .select(['repair_award_id', 'way', 'minutes', 'repaired_on', 'award.points_hundredths'])
    .where('deduction_repair.village_id', '=', villageId)
    .where('deduction_repair.award_id', '=', awardId)
    .where('award.state', '=', 'final')
    .orderBy('repaired_on')
    .orderBy('repair_award_id')
    .execute()
  return rows.map((row) => ({
    repairAwardId: row.repair_award_id,
    way: row.way,
    minutes: row.minutes,
    repairedOn: row.repaired_on,
    restoredHundredths: row.points_hundredths,
  }))
}

export async function insertRepair(
  db: Db,
  villageId: string,
  awardId: string,
  repair: Omit<Repair, 'restoredHundredths'>,
): Promise<void> {
  await tables(db)
    .insertInto('deduction_repair')
    .values({
      village_id: villageId,
      repair_award_id: repair.repairAwardId,
      award_id: awardId,
      way: repair.way,
      minutes: repair.minutes,
      repaired_on: repair.repairedOn,
    })
    .execute()
}
