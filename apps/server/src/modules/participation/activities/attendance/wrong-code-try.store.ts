import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { underLock } from '../../../../platform/database/under-lock.ts'
import type { ParticipationTables } from '../../ground/tables.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

/**
 * How many wrong codes this person has entered in a time. Waits until other commands that
 * ask the same about the same person are done, so that tries sent at once are counted one by one.
 */
export async function countWrongCodeTries(
  db: Db,
  villageId: string,
  personId: string,
  { after, until }: { readonly after: Date; readonly until: Date },
): Promise<number> {
  const name = `wrong-code ${villageId} ${personId}`
  const [, counted] = await underLock(
    db,
    (lock) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(lock),
    () =>
      tables(db)
        .selectFrom('wrong_code_try')
        .select((select) => select.fn.countAll<number>().as('tries'))
        .where('village_id', '=', villageId)
        .where('person_id', '=', personId)
        .where('tried_at', '>', after)
        .where('tried_at', '<=', until)
        .executeTakeFirstOrThrow(),
  )
  return counted.tries
}

export async function insertWrongCodeTry(
  db: Db,
  row: { villageId: string; tryId: string; personId: string; triedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('wrong_code_try')
    .values({
      village_id: row.villageId,
      try_id: row.tryId,
      person_id: row.personId,
      tried_at: row.triedAt,
    })
    .execute()
}

/** Forgets a person's tries up to an instant: after a right code, or once they count no more. */
export async function deleteWrongCodeTries(
  db: Db,
  villageId: string,
  personId: string,
  until: Date,
): Promise<void> {
  await tables(db)
    .deleteFrom('wrong_code_try')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('tried_at', '<=', until)
    .execute()
}
