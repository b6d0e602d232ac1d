import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { openDatabase } from './database.ts'

const VILLAGE = '330109102259'

async function useMarks() {
  const { connection, owner } = await useTestDatabase()
  await owner.query('CREATE TABLE mark (no int PRIMARY KEY); GRANT ALL ON mark TO azalea_app')
  return { connection, owner, database: openDatabase(connection, { maxConnections: 2 }) }
}

type MarkTables = { mark: { no: number } }

test('statements begun side by side run in the order in which they were begun', async () => {
  const { database } = await useMarks()
  const counts = await database.inVillage(VILLAGE, async (db) => {
    const marks = db.withTables<MarkTables>()
    const [, first, , second] = await Promise.all([
      sql`INSERT INTO mark SELECT generate_series(1, 1000)`.execute(db),
      marks
        .selectFrom('mark')
        .select(sql<number>`count(*)`.as('count'))
        .executeTakeFirstOrThrow(),
      marks.deleteFrom('mark').where('no', '>', 10).execute(),
      sql<{ count: number }>`SELECT count(*) FROM mark`.execute(db),
    ])
    return [first.count, second.rows[0]?.count]
  })
  expect(counts).toEqual([1000, 10])
  await database.close()
})

test('of statements begun side by side, one that fails undoes all and is the one that is told', async () => {
  const { database, owner } = await useMarks()
  const work = database.inVillage(VILLAGE, (db) =>
    Promise.all([
      sql`INSERT INTO mark VALUES (1)`.execute(db),
      sql`INSERT INTO mark VALUES (1)`.execute(db),
      sql`INSERT INTO mark VALUES (2)`.execute(db),
    ]),
  )
  await expect(work).rejects.toMatchObject({ code: '23505' })
  const { rows } = await owner.query('SELECT no FROM mark')
  expect(rows).toEqual([])
  await database.close()
})

test('whoever waits for a later statement alone is told what failed first', async () => {
  const { database } = await useMarks()
  const insert = (no: number) => sql`INSERT INTO mark VALUES (${no})`
  await insert(1).execute(database.statements)
  const inOneGo = database.inVillage(VILLAGE, async (db) => {
    insert(1)
      .execute(db)
      .catch(() => undefined)
    await insert(2).execute(db)
  })
  await expect(inOneGo).rejects.toMatchObject({ code: '23505' })
  const atTheEnd = database.inVillage(VILLAGE, async (db) => {
    await insert(3).execute(db)
    await insert(1)
      .execute(db)
      .catch(() => undefined)
  })
  await expect(atTheEnd).rejects.toMatchObject({ code: '23505' })
  await database.close()
})

test('gives connections back, also after statements that failed', async () => {
  const { database } = await useMarks()
  for (let no = 1; no <= 3; no += 1) {
    await sql`INSERT INTO mark VALUES (${no})`.execute(database.statements)
    const again = sql`INSERT INTO mark VALUES (${no})`
    await expect(again.execute(database.statements)).rejects.toMatchObject({ code: '23505' })
    await expect(database.outsideVillages((db) => again.execute(db))).rejects.toThrow()
  }
  const { rows } = await sql<{ count: number }>`SELECT count(*) FROM mark`.execute(
    database.statements,
  )
  expect(rows).toEqual([{ count: 3 }])
  await database.close()
})

test('a transaction that reads sees its village, and PostgreSQL refuses what would write', async () => {
  const { database, owner } = await useMarks()
  const village = await database.readInVillage(VILLAGE, async (db) => {
    const { rows } = await sql<{
      id: string
    }>`SELECT current_setting('azalea.village_id') AS id`.execute(db)
    return rows[0]?.id
  })
  expect(village).toBe(VILLAGE)
  const writing = database.readInVillage(VILLAGE, (db) =>
    sql`INSERT INTO mark VALUES (1)`.execute(db),
  )
  await expect(writing).rejects.toMatchObject({ code: '25006' })
  for (let no = 1; no <= 3; no += 1)
    await database.readInVillage(VILLAGE, (db) => sql`SELECT count(*) FROM mark`.execute(db))
  await database.close()
  expect((await owner.query('SELECT no FROM mark')).rows).toEqual([])
})
