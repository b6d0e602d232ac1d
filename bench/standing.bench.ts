import { randomUUID } from 'node:crypto'
import { civilDay } from '@azalea/text'
import pg from 'pg'
import { selectBoardPage } from '../apps/server/src/modules/standing/board.store.ts'
import { foldStanding } from '../apps/server/src/modules/standing/fold-standing.ts'
import { LEVEL_BITS, levels } from '../apps/server/src/modules/standing/levels.ts'
import { periodKey, periodsOf } from '../apps/server/src/modules/standing/period.ts'
import { selectRank } from '../apps/server/src/modules/standing/rank.store.ts'
import { systemClock } from '../apps/server/src/platform/clock.ts'
import type { BenchPostgres, BenchServer } from './bench-server.ts'
import { HttpConnection } from './http-connection.ts'
import { round, summarise, timeEach, type Latency } from './measure.ts'
import { foundBenchVillage, signInPeople, VILLAGE, type BenchPerson } from './village-fixture.ts'

const ROUNDS = 7
const OPERATIONS = 300
const MOST_HUNDREDTHS = 200_000
const FOLDED_POSTINGS = 10_000

export interface StandingOptions {
  /** How many households stand on the board. */
  readonly accounts: number
}

/**
 * "My rank" and "board page" on one large board, through HTTP and at the store, beside a bare
 * SELECT by primary key on the same database, in interleaved rounds. The ranks
 * are compared with counting every row before anything is timed.
 */
export async function benchStanding(postgres: BenchPostgres, { accounts }: StandingOptions) {
  const server = await postgres.openServer()
  try {
    await foundBenchVillage(server, accounts)
    await fillBoard(server)
    const foldedPostingsPerSecond = await timeFolding(server)
    const people = await signInPeople(server.owner, 1_000)
    await checkRanks(server, people.slice(0, 20))
    const kinds = await timeKinds(server, people)
    const bare = kinds.get('bare primary-key SELECT')
    if (!bare) throw new Error('nothing to compare with')
    const compared = [...kinds].map(([kind, latency]) => [kind, beside(latency, bare)] as const)
    return { accounts, foldedPostingsPerSecond, ...Object.fromEntries(compared) }
  } finally {
    await server.close()
  }
}

function beside(latency: Latency, bare: Latency) {
  return {
    ...latency,
    p50Ratio: round(latency.p50Milliseconds / bare.p50Milliseconds),
    p99Ratio: round(latency.p99Milliseconds / bare.p99Milliseconds),
  }
}

/**
 * Puts every household on the board of all three periods, many low and few high, as the folder
 * would leave them.
 */
async function fillBoard({ owner }: BenchServer): Promise<void> {
  const periods = periodsOf(today())
  await owner.query(
    `INSERT INTO standing_household SELECT village_id, household_id, group_no, true FROM household`,
  )
  await owner.query(
    `INSERT INTO standing_score (village_id, board, period, competitor_id, points_hundredths, postings)
     SELECT $1, 'household', period, household_id, points, 1
     FROM (SELECT household_id, 1 + floor(power(random(), 3) * ${MOST_HUNDREDTHS}) AS points FROM household) AS p
     CROSS JOIN unnest($2::text[]) AS period`,
    [VILLAGE, periods],
  )
  await owner.query(
    `INSERT INTO standing_count (village_id, board, period, level, bucket, competitors)
     SELECT village_id, board, period, level, points_hundredths >> (${LEVEL_BITS} * level), count(*)
     FROM standing_score CROSS JOIN generate_series(0, ${levels.length - 1}) AS level GROUP BY 1, 2, 3, 4, 5`,
  )
  await owner.query('VACUUM ANALYZE')
}

/** Leaves postings of random households and gives how many of them the folder takes in a second. */
async function timeFolding({ owner, database }: BenchServer): Promise<number> {
  await owner.query(
    `INSERT INTO standing_pending (village_id, pending_id, household_id, person_id, points_hundredths, posted_on)
     SELECT $1, gen_random_uuid(), household_id, person_id, 20, $2
     FROM person WHERE village_id = $1 ORDER BY random() LIMIT ${FOLDED_POSTINGS}`,
    [VILLAGE, today()],
  )
  const began = performance.now()
  await foldStanding(database, systemClock, VILLAGE)
  return round((FOLDED_POSTINGS * 1000) / (performance.now() - began), 0)
}

/** The counts give the rank that counting every row gives; a wrong answer is not worth timing. */
async function checkRanks(server: BenchServer, people: readonly BenchPerson[]): Promise<void> {
  for (const { householdId } of people) {
    const { above } = await readRank(server, householdId)
    const { rows } = await server.owner.query<{ above: string }>(
      `SELECT count(*) AS above FROM standing_score WHERE village_id = $1 AND board = 'household' AND period = $2
         AND points_hundredths > (SELECT points_hundredths FROM standing_score
           WHERE village_id = $1 AND board = 'household' AND period = $2 AND competitor_id = $3)`,
      [VILLAGE, period(), householdId],
    )
    if (Number(rows[0]?.above) !== above) throw new Error(`wrong rank for ${householdId}`)
  }
}

const today = () => civilDay(systemClock.now())
const period = () => periodKey('month', today())

function readRank({ database }: BenchServer, householdId: string) {
  const key = { board: 'household', period: period(), competitorId: householdId } as const
  return database.inVillage(VILLAGE, (db) => selectRank(db, VILLAGE, key))
}

async function timeKinds(
  server: BenchServer,
  people: readonly BenchPerson[],
): Promise<Map<string, Latency>> {
  const bare = new pg.Client({ ...server.connection })
  await bare.connect()
  const http = new HttpConnection(server.port)
  const anyone = () => people[Math.floor(Math.random() * people.length)] as BenchPerson
  const kinds: Record<string, () => Promise<unknown>> = {
    'bare primary-key SELECT': () =>
      bare.query({
        name: 'bare',
        text: `SELECT points_hundredths FROM standing_score WHERE village_id = $1 AND board = 'household' AND period = $2 AND competitor_id = $3`,
        values: [VILLAGE, period(), anyone().householdId],
      }),
    'my rank, store': () => readRank(server, anyone().householdId),
    'my rank, HTTP': () => ok(http.get('/api/me/rank', anyone().cookie)),
    'board page, store': () => readPage(server),
    'board page, HTTP': pageAfterPage(http),
  }
  const rounds = new Map<string, number[][]>(Object.keys(kinds).map((kind) => [kind, []]))
  for (const operation of Object.values(kinds)) await timeEach(50, operation) // warm
  for (let turn = 0; turn < ROUNDS; turn += 1)
    for (const [kind, operation] of Object.entries(kinds))
      rounds.get(kind)?.push(await timeEach(OPERATIONS, operation))
  http.close()
  await bare.end()
  return new Map([...rounds].map(([kind, took]) => [kind, summarise(took)]))
}

/** A page from somewhere in the board. */
function readPage({ database }: BenchServer) {
  const after = {
    pointsHundredths: 1 + Math.floor(Math.random() ** 3 * MOST_HUNDREDTHS),
    competitorId: randomUUID(),
  }
  const page = { board: 'household', period: period(), after, limit: 21 } as const
  return database.inVillage(VILLAGE, (db) => selectBoardPage(db, VILLAGE, page))
}

/** Goes through the board page by page, and after fifty pages from the top again. */
function pageAfterPage(http: HttpConnection) {
  let cursor: string | null = null
  let pages = 0
  return async () => {
    const path: string = `/api/villages/${VILLAGE}/boards/households${cursor ? `?cursor=${cursor}` : ''}`
    const body = (await ok(http.get(path))) as { nextCursor: string | null }
    pages += 1
    cursor = pages % 50 === 0 ? null : body.nextCursor
  }
}

async function ok(answer: ReturnType<HttpConnection['get']>): Promise<unknown> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  return body
}
