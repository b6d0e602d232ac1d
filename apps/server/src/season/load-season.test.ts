import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { auditSource, sequenceAll, servedLog, trustedPolicy } from '../../test/audited-log.ts'
import { testDependencies } from '../../test/server.ts'
import { checkLedger } from '../modules/ledger/index.ts'
import { checkAwards } from '../modules/scoring/index.ts'
import { ManualClock } from '../platform/clock.ts'
import { openDatabase, type Database } from '../platform/database/database.ts'
import { openEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { DEMONSTRATION_VILLAGE } from './demonstration.ts'
import { loadSeason } from './load-season.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** As the set-up of the journeys provides it. */
    season: string | null
  }
}

// The season is the one of the village in which the journeys go on, as it was before them: its
// server was killed in the middle of loading it, so everything below holds for one begun twice.
const folder = inject('season')
let test: { database: Database; owner: pg.Client; close(): Promise<void> }
let masterKey: Buffer
let endedAt: Date

beforeAll(async () => {
  if (folder === null) throw new Error('whoever serves the village has no copy of its season')
  const postgres = await openEmbeddedPostgres({ dataDir: folder, isThrownAway: true })
  const database = openDatabase(postgres)
  const owner = new pg.Client({ ...postgres })
  await owner.connect()
  const close = async () => {
    await database.close()
    await owner.end()
    await postgres.stop()
  }
  test = { database, owner, close }
  masterKey = Buffer.from(await readFile(join(folder, 'keys/master.key'), 'utf8'), 'hex')
  const { rows } = await owner.query('SELECT season_loaded_at AS at FROM village')
  endedAt = rows[0].at
}, 60_000)
afterAll(() => test.close())

const count = async (from: string): Promise<number> =>
  Number((await test.owner.query(`SELECT count(*) AS n FROM ${from}`)).rows[0].n)

async function load(): ReturnType<typeof loadSeason> {
  const { dependencies } = testDependencies(test.database, new ManualClock(endedAt))
  return loadSeason({ ...dependencies, masterKey }, endedAt)
}

it('makes a village of the real one’s size, with plates and posts', async () => {
  expect(await count('person WHERE NOT is_outsider')).toBe(1_700)
  expect(await count("household WHERE house_no <> '村委'")).toBe(520)
  expect(await count("subject WHERE kind = 'plot'")).toBe(108)
  expect(await count("subject WHERE kind = 'yard'")).toBe(61)
  expect(await count("subject WHERE kind = 'post'")).toBe(6)
  expect([await count('plot'), await count('lease')]).toEqual([110, 49])
})

it('fills ninety days: ratings, activities in every state, attendances, awards in every state', async () => {
  expect(await count('rating')).toBeGreaterThanOrEqual(6_000)
  expect(await count('activity')).toBe(41)
  expect(await count('attendance')).toBeGreaterThanOrEqual(1_500)
  const { rows } = await test.owner.query('SELECT DISTINCT state FROM award ORDER BY 1')
  expect(rows.map((row) => row.state)).toEqual(['final', 'on_notice', 'reversed', 'scored'])
  const states = await test.owner.query('SELECT DISTINCT state FROM activity ORDER BY 1')
  expect(states.rows.map((row) => row.state)).toEqual([
    'approved',
    'cancelled',
    'closed',
    'proposed',
    'refused',
  ])
})

it('has heard objections: one upheld with a new award, one refused, one still open', async () => {
  const { rows } = await test.owner.query(`
    SELECT o.state, award.state AS award, (made.points_hundredths / award.points_hundredths)::int AS times
    FROM objection o JOIN award USING (village_id, award_id)
    LEFT JOIN award made ON made.village_id = o.village_id AND made.award_id = o.new_award_id
    ORDER BY o.raised_at`)
  expect(rows).toEqual([
    { state: 'upheld', award: 'reversed', times: 2 },
    { state: 'refused', award: 'final', times: null },
    { state: 'open', award: 'on_notice', times: null },
  ])
})

it('has spot checks: drawn by a checkpoint of the log, in awards of every stage, and one list announced', async () => {
  const { rows } = await test.owner.query(`
    SELECT stage -> 'reason' ->> 'code' AS code, count(*)::int AS n
    FROM award, jsonb_array_elements(calibration -> 'stages') AS stage
    WHERE stage ->> 'stage' IN ('circumstances', 'spot_check', 'passers_by', 'upheld_reports')
      AND EXISTS (SELECT FROM contribution c WHERE c.contribution_id = award.contribution_id
        AND c.judgements ? 'spotCheck')
    GROUP BY 1 ORDER BY 1`)
  const [{ n: checked }] = rows
  expect(checked).toBeGreaterThanOrEqual(3)
  expect(rows).toEqual(
    ['circumstances_counted', 'passers_by_rated', 'reports_none', 'spot_checked'].map((code) => ({
      code,
      n: checked,
    })),
  )
  expect(await count('spot_draw WHERE drawn_at IS NULL')).toBe(1)
  expect(await count('subject_score')).toBeGreaterThan(100)
})

it('has heard reports: one upheld and made good, one dismissed on appeal too, one still open', async () => {
  const { rows } = await test.owner.query(`
    SELECT r.state, r.outcome, r.appeal_outcome AS appeal, award.state AS award, award.points_hundredths::int AS points,
      (SELECT sum(given.points_hundredths)::int FROM deduction_repair d
        JOIN award given ON given.award_id = d.repair_award_id WHERE d.award_id = r.award_id) AS repaired
    FROM breach_report r LEFT JOIN award USING (village_id, award_id) ORDER BY r.reported_at`)
  const none = { appeal: null, award: null, points: null, repaired: null }
  expect(rows).toEqual([
    {
      state: 'settled',
      outcome: 'upheld',
      appeal: null,
      award: 'final',
      points: -300,
      repaired: 300,
    },
    { ...none, state: 'settled', outcome: 'dismissed', appeal: 'confirmed' },
    { ...none, state: 'open', outcome: null },
  ])
})

it('has offers of seven kinds: settled, one drawn by lot, turns taken, passed on, lapsed, and claims open now', async () => {
  const { rows } = await test.owner.query(
    'SELECT kind, state, count(*)::int AS n FROM offer GROUP BY 1, 2 ORDER BY 1, 2',
  )
  expect(rows).toEqual([
    { kind: 'course', state: 'settled', n: 2 },
    { kind: 'house_for_rent', state: 'settled', n: 1 },
    { kind: 'plot', state: 'settled', n: 1 },
    { kind: 'produce_sale', state: 'drawn', n: 2 },
    { kind: 'produce_sale', state: 'published', n: 1 },
    { kind: 'produce_sale', state: 'settled', n: 3 },
    { kind: 'tool', state: 'drawn', n: 1 },
    { kind: 'trip_place', state: 'published', n: 1 },
    { kind: 'village_job', state: 'settled', n: 1 },
  ])
  const turns = await test.owner.query('SELECT DISTINCT state FROM offer_turn ORDER BY 1')
  expect(turns.rows.map(({ state }) => state)).toEqual([
    'accepted',
    'called',
    'declined',
    'lapsed',
    'waiting',
  ])
  const lot = `offer_turn JOIN offer USING (village_id, offer_id) WHERE kind = 'plot' AND ahead_by = 'lot'`
  expect(await count(lot)).toBeGreaterThan(0)
  expect(await count(`order_rule WHERE state = 'adopted'`)).toBe(4)
  const comparable = `(SELECT kind FROM offer WHERE drawn_at IS NOT NULL GROUP BY 1 HAVING count(*) > 1) AS k`
  expect(await count(comparable)).toBe(2)
})

it('has shared a pool by points: signed for in cash by most, some payments with the bank', async () => {
  const { rows } = await test.owner.query(`
    SELECT means, payment.state, sum(amount_fen)::int AS fen FROM payment_run JOIN payment USING (village_id, run_id)
    WHERE cause_kind = 'year-end' GROUP BY 1, 2 ORDER BY 1, 2`)
  expect(rows.map(({ means, state }) => `${means} ${state}`)).toEqual([
    'bank pending',
    'cash paid',
    'cash pending',
  ])
  expect(rows.reduce((sum, { fen }) => sum + fen, 0)).toBe(3_000_000)
})

it('has three merchants, vouchers in every state, and every month that is over settled and paid', async () => {
  expect(await count('merchant')).toBe(3)
  expect(await count('person WHERE is_outsider')).toBe(1)
  expect(await count("voucher_kind WHERE state = 'offered'")).toBe(3)
  const { rows } = await test.owner.query(
    'SELECT state, count(*)::int AS n FROM voucher GROUP BY 1 ORDER BY 1',
  )
  expect(rows.map(({ state }) => state)).toEqual(['expired', 'issued', 'spent'])
  expect(rows.find(({ state }) => state === 'spent').n).toBeGreaterThanOrEqual(8)
  expect(await count("voucher WHERE state = 'issued' AND expires_on < '2026-05-31'")).toBe(0)
  const { rows: months } = await test.owner.query(`
    SELECT month, state, total_fen::int = (SELECT sum(amount_fen)::int FROM voucher_redemption r
      WHERE r.village_id = s.village_id AND r.month = s.month) AS whole,
      (SELECT array_agg(DISTINCT means || ' ' || payment.state ORDER BY means || ' ' || payment.state)
        FROM payment_run JOIN payment USING (village_id, run_id)
        WHERE cause_kind = 'voucher-settlement' AND cause_id = settlement_id) AS payments
    FROM voucher_settlement s ORDER BY month`)
  const settled = { state: 'confirmed', whole: true }
  const payments = ['bank pending', 'cash paid']
  expect(months).toContainEqual({ month: '2026-04', ...settled, payments })
  const over = "(SELECT DISTINCT month FROM voucher_redemption WHERE month < '2026-05') AS months"
  expect(await count(over)).toBe(months.length)
})

it('has wallets: each household started once, four that joined later too, gifts, and their yearly close announced', async () => {
  const joined = await count('household WHERE joined_at IS NOT NULL')
  const started = "transfer WHERE cause_kind = 'start'"
  expect(await count(started)).toBe(joined)
  expect(await count(`${started} AND posted_at > '2026-03-10'`)).toBe(4)
  expect(await count('gift')).toBeGreaterThanOrEqual(8)
  const { rows } = await test.owner.query(
    'SELECT closes_on::text AS on, state, is_told FROM wallet_closing',
  )
  expect(rows).toEqual([{ on: '2026-06-20', state: 'announced', is_told: true }])
})

it('has packs of lots that were mixed and split, with what was lost; a lot on hold, a recall lifted, one that stands', async () => {
  expect(await count('harvest_lot')).toBe(12)
  expect([await count('packing'), await count('pack')]).toEqual([4, 105])
  expect(await count('packing WHERE loss_grams > 0')).toBe(4)
  const { rows } = await test.owner.query(
    'SELECT reach, lifted_at IS NULL AS stands FROM hold ORDER BY placed_at',
  )
  expect(rows).toEqual([
    { reach: 'lot', stands: true },
    { reach: 'plot', stands: false },
    { reach: 'pack', stands: true },
  ])
})

it('has a plan: tasks on time, late, open and given up, plots free and barred, fact beside plan', async () => {
  expect([await count('crop'), await count('planting'), await count('planting_end')]).toEqual([
    5, 12, 1,
  ])
  const ended = await test.owner.query(`
    SELECT DISTINCT e.ended_as || CASE WHEN (e.occurred_at + interval '8 hours')::date > t.due_to
      THEN ' late' ELSE '' END AS how
    FROM farm_task_end e JOIN farm_task t USING (village_id, task_id) ORDER BY 1`)
  expect(ended.rows.map(({ how }) => how)).toEqual(['done', 'done late', 'given_up'])
  const open = `farm_task t WHERE due_to < '2026-05-31' AND NOT EXISTS
    (SELECT FROM farm_task_end e WHERE e.task_id = t.task_id)`
  expect(await count(open)).toBeGreaterThan(0)
  const { rows } = await test.owner.query(
    'SELECT state, count(*)::int AS n FROM application_request GROUP BY 1 ORDER BY 1',
  )
  expect(rows).toEqual([
    { state: 'approved', n: 5 },
    { state: 'asked', n: 2 },
    { state: 'declined', n: 1 },
    { state: 'withdrawn', n: 1 },
  ])
  const barred = "application WHERE (applied_at + interval '8 hours')::date + pre_harvest_days"
  expect(await count(`${barred} > '2026-05-31'`)).toBe(1)
  expect(await count("residue_test WHERE outcome = 'failed'")).toBe(1)
  expect(await count('harvest_declaration')).toBe(67)
})

it('has a market for people of the city: three products, hours to come, two baskets sold for cash', async () => {
  expect(await count('market_product WHERE confirmed_at IS NOT NULL')).toBe(3)
  expect(await count('market_slot')).toBe(6)
  const { rows } = await test.owner.query(`
    SELECT channel, state, total_fen::int AS fen FROM market_order ORDER BY placed_at`)
  expect(rows).toEqual([
    { channel: 'till', state: 'handed_over', fen: 1_380 },
    { channel: 'till', state: 'handed_over', fen: 2_640 },
  ])
})

it('has a plot with sensors to adopt, of which its grower tells adopters, and partly everybody', async () => {
  expect(await count('adoption_offer WHERE confirmed_at IS NOT NULL')).toBe(1)
  const watched = 'adoption_offer JOIN sensor USING (village_id, plot_id) WHERE is_public'
  expect(await count(watched)).toBe(3)
  expect(await count('adoption_update WHERE photo_file_id IS NOT NULL')).toBe(3)
  expect(await count('adoption_update WHERE is_public')).toBe(2)
})

it('holds the entrance watch: two hundred volunteers, six posts, shifts across midnight', async () => {
  const watch = "activity WHERE title = '村口守护行动'"
  const { rows } = await test.owner.query(`
    SELECT count(DISTINCT a.person_id)::int AS volunteers, count(DISTINCT s.post_subject_id)::int AS posts,
      count(DISTINCT s.shift_id) FILTER (WHERE (s.starts_at + interval '8 hours')::date < (s.ends_at + interval '8 hours')::date)::int AS late
    FROM shift s JOIN sign_up a USING (village_id, shift_id)
    WHERE s.activity_id = (SELECT activity_id FROM ${watch})`)
  expect(rows[0].volunteers).toBeGreaterThanOrEqual(200)
  expect(rows[0].posts).toBe(6)
  expect(rows[0].late).toBeGreaterThan(0)
})

it('leaves data that agree: entries, balances, honour and awards, boards', async () => {
  await test.database.inVillage(DEMONSTRATION_VILLAGE, async (db) => {
    expect(await checkLedger(db, DEMONSTRATION_VILLAGE)).toEqual([])
    expect(await checkAwards(db, DEMONSTRATION_VILLAGE)).toEqual([])
  })
  const { rows } = await test.owner.query(`
    SELECT count(*)::int AS different FROM standing_score s
    JOIN ledger_account a ON a.village_id = s.village_id AND a.owner_id = s.competitor_id AND a.unit = 'honour'
    WHERE s.board = 'household' AND s.period = 'all' AND s.points_hundredths <> a.balance`)
  expect(rows[0].different).toBe(0)
  expect(await count('standing_pending')).toBe(0)
})

it('does nothing when it is complete, and only what is missing when it was cut off', async () => {
  const records = await count('record')
  expect(await load()).toEqual({ commands: 0 })
  await test.owner.query('UPDATE village SET season_loaded_at = NULL')
  await load()
  expect(await count('record')).toBe(records)
}, 600_000)

it('stands in a log that an auditor recomputes from the log alone', async () => {
  const { database } = test
  await sequenceAll(database, DEMONSTRATION_VILLAGE, endedAt, masterKey)
  const source = await servedLog(database, DEMONSTRATION_VILLAGE, endedAt)
  const policy = await trustedPolicy(database, DEMONSTRATION_VILLAGE)
  const { findings, village: audited } = await auditSource(source, policy)
  await source.close()
  expect(findings).toEqual([])
  expect(audited?.tally.statements).toBe(89)
  expect(audited?.tally.awards).toBeGreaterThan(1_500)
  expect(audited?.tally.countedAwards).toBeGreaterThan(5_000)
  expect(audited?.tally).toMatchObject({
    objections: 3,
    upheld: 1,
    reports: 3,
    reportsUpheld: 1,
    repairs: 1,
    spotChecks: 2,
    queues: 11,
  })
  expect(audited?.known.checks.unchecked).toBe(0)
})
