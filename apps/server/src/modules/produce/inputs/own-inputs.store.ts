import type { Db } from '../../../platform/database/database.ts'
import type { InputTables } from './tables.ts'

const tables = (db: Db) => db.withTables<InputTables>()

/** What a household asked for and declared, the latest first. */
export async function selectOwnInputs(db: Db, villageId: string, householdId: string) {
  const applications = await tables(db)
    .selectFrom('application_request')
    .select([
      'plot_id as plotId',
      'registration_number as registrationNumber',
      'crop',
      'unit',
      'thousandths',
      'state',
      'asked_at as askedAt',
    ])
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .orderBy('asked_at', 'desc')
    .execute()
  const harvests = await tables(db)
    .selectFrom('harvest_declaration')
    .select([
      'plot_id as plotId',
      'harvest_on as on',
      'crop',
      'expected_grams as expectedGrams',
      'declared_at as declaredAt',
    ])
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .orderBy('declared_at', 'desc')
    .execute()
  return {
    applications: applications.map((one) => ({ ...one, askedAt: one.askedAt.toISOString() })),
    harvests: harvests.map((one) => ({ ...one, declaredAt: one.declaredAt.toISOString() })),
  }
}
