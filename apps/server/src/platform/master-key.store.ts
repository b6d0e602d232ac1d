import type { Db } from './database/database.ts'

type MasterKeyTables = {
  master_key_check: { only_row?: boolean; check_value: string }
}

const tables = (db: Db) => db.withTables<MasterKeyTables>()

/** What the key that sealed this database answers to the check; null when none has sealed it yet. */
export async function selectKeyCheck(db: Db): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('master_key_check')
    .select('check_value')
    .executeTakeFirst()
  return row?.check_value ?? null
}

/** Keeps the check for good, unless another server has kept one meanwhile. */
export async function insertKeyCheck(db: Db, checkValue: string): Promise<void> {
  await tables(db)
    .insertInto('master_key_check')
    .values({ check_value: checkValue })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
