import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { openDatabase, type Db } from './database.ts'
import { underLock } from './under-lock.ts'

const VILLAGE = '330109102259'

async function useMarks() {
  const { connection, owner } = await useTestDatabase()
  await owner.query('CREATE TABLE mark (no int PRIMARY KEY); GRANT ALL ON mark TO azalea_app')
  return { owner, database: openDatabase(connection, { maxConnections: 8 }) }
}

const lockMarks = (db: Db) => sql`SELECT pg_advisory_xact_lock(7)`.execute(db)

async function countMarks(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) FROM mark`.execute(db)
  return rows[0]?.count ?? 0
}

test('what is read under a lock is what rivals left: they count one by one', async () => {
  const { database } = await useMarks()
  const seen = await Promise.all(
    Array.from({ length: 8 }, () =>
      database.inVillage(VILLAGE, async (db) => {
        const [, count] = await underLock(db, lockMarks, () => countMarks(db))
        await sql`INSERT INTO mark VALUES (${count})`.execute(db)
        return count
      }),
    ),
  )
  expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  await database.close()
})

test('a lock that takes its time to begin is sent before the reads all the same', async () => {
  const { database } = await useMarks()
  const lockSlowly = async (db: Db) => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    await sql`INSERT INTO mark VALUES (1)`.execute(db)
  }
  const [, count] = await database.inVillage(VILLAGE, (db) =>
    underLock(db, lockSlowly, () => countMarks(db)),
  )
  expect(count).toBe(1)
  await database.close()
})

test('refuses a lock of two statements, the second of which the reads would not wait for', async () => {
  const { database } = await useMarks()
  const lockTwice = async (db: Db) => {
    await lockMarks(db)
    await lockMarks(db)
  }
  const work = database.inVillage(VILLAGE, (db) => underLock(db, lockTwice, () => countMarks(db)))
  await expect(work).rejects.toThrow('a lock is one statement')
  await database.close()
})

test('refuses a lock that sends nothing on its handle', async () => {
  const { database } = await useMarks()
  const work = database.inVillage(VILLAGE, (db) =>
    underLock(
      db,
      () => Promise.resolve(),
      () => countMarks(db),
    ),
  )
  await expect(work).rejects.toThrow('nothing was locked')
  await database.close()
})

test('tells why the lock failed, and leaves nothing unhandled', async () => {
  const { database } = await useMarks()
  const work = database.inVillage(VILLAGE, (db) =>
    underLock(
      db,
      (lock) => sql`SELECT 1 / 0`.execute(lock),
      () => countMarks(db),
    ),
  )
  await expect(work).rejects.toMatchObject({ code: '22012' })
  await database.close()
})
