import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { loadSeason } from '../apps/server/src/season/load-season.ts'
import { DEMONSTRATION_VILLAGE } from '../apps/server/src/season/demonstration.ts'
import { openDatabase } from '../apps/server/src/platform/database/database.ts'
import { benchSettings, type BenchDatabase, type BenchPostgres } from './bench-server.ts'
import { ratePerSecond, round } from './measure.ts'

const LANES = 8 // as many as the season plays abreast
const BARE_SECONDS = 5

/**
 * Loads the demonstration's ninety days through the real actions, beside transactions that insert
 * one bare record each on the same database; neither waits for the disk.
 */
export async function benchSeason(postgres: BenchPostgres) {
  const bench = await postgres.openDatabase()
  // As the product loads it: a season that is cut off is simply loaded again.
  const database = openDatabase(bench.connection, { waitsForDisk: false })
  try {
    const dependencies = {
      database,
      ...benchSettings,
    }
    const began = performance.now()
    const { commands } = await loadSeason(dependencies, new Date())
    const seconds = (performance.now() - began) / 1000
    await expectBoardsAsLedger(bench)
    const records = await count(bench, 'SELECT count(*) FROM record')
    const bare = await bareRecordsPerSecond(bench)
    return {
      commands,
      records,
      seconds: round(seconds, 1),
      recordsPerSecond: round(records / seconds, 0),
      bareRecordsPerSecond: round(bare, 0),
      ratio: round(records / seconds / bare),
    }
  } finally {
    await database.close()
    await bench.close()
  }
}

/** A season that left boards and ledger apart is not worth timing. */
async function expectBoardsAsLedger(bench: BenchDatabase): Promise<void> {
  const apart = await count(
    bench,
    `SELECT count(*) FROM ledger_account AS account JOIN household
       ON household.village_id = account.village_id AND household.household_id::text = account.owner_id
     LEFT JOIN standing_score AS score ON score.village_id = account.village_id
       AND board = 'household' AND period = 'all' AND competitor_id = account.owner_id
     WHERE account.unit = 'honour' AND household.joined_at IS NOT NULL
       AND account.balance IS DISTINCT FROM points_hundredths`,
  )
  if (apart > 0)
    throw new Error(`${apart} households stand elsewhere on the board than in the ledger`)
}

async function count({ owner }: BenchDatabase, question: string): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(question)
  return Number(rows[0]?.count)
}

async function bareRecordsPerSecond({ connection, owner }: BenchDatabase): Promise<number> {
  const { rows } = await owner.query<{ kind: string; leaf: Buffer }>(
    `SELECT kind, leaf FROM record ORDER BY length(leaf) OFFSET (SELECT count(*) / 2 FROM record) LIMIT 1`,
  )
  const clients = await Promise.all(
    Array.from({ length: LANES }, async () => {
      const client = new pg.Client({ ...connection, options: '-c synchronous_commit=off' })
      await client.connect()
      return client
    }),
  )
  const rate = await ratePerSecond(LANES, BARE_SECONDS, async (lane) => {
    await clients[lane]?.query({
      name: 'record',
      text: 'INSERT INTO record (village_id, record_id, kind, recorded_at, leaf) VALUES ($1, $2, $3, $4, $5)',
      values: [DEMONSTRATION_VILLAGE, randomUUID(), rows[0]?.kind, new Date(), rows[0]?.leaf],
    })
  })
  await Promise.all(clients.map((client) => client.end()))
  return rate
}
