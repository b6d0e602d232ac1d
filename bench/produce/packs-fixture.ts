import type pg from 'pg'
import { VILLAGE } from '../village-fixture.ts'

const PACKS_A_PACKING = 50
const LOTS_A_PACKING = 2
const DAYS = 360

/** The same id for the same words, of the form of version 4. */
const id = (words: string) =>
  `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`

export interface PackedVillage {
  readonly packs: number
  readonly packings: number
  readonly lots: number
  readonly applications: number
}

/**
 * A year of a village that packs: a plot of each household, what was put on it in the year, its lots,
 * and packings of two lots with fifty packs each. Of products and substances one in a hundred is rare.
 */
export async function packForAYear(owner: pg.Client, packs: number): Promise<PackedVillage> {
  const packings = Math.ceil(packs / PACKS_A_PACKING)
  const lots = packings * LOTS_A_PACKING
  // Rows this many are not worth their foreign keys' checks one by one; all refer to what is there.
  await owner.query(`SET session_replication_role = replica`)
  await plots(owner)
  const applications = await whatWasApplied(owner)
  await owner.query(
    `INSERT INTO harvest_lot (village_id, lot_id, number, harvest_id, plot_id, crop, harvested_on,
       origin, grade, grams, left_grams, grower_id, household_id, opened_by, opened_at)
     SELECT $1, ${id("'lot ' || n")}, day || '-' || lpad((n / ${DAYS})::text, 4, '0'),
       ${id("'harvest ' || n")}, plot_id, '青菜', to_date(day, 'YYMMDD'), 'brought', 'first',
       20000, 0, person_id, household_id, person_id, to_date(day, 'YYMMDD') + interval '6 hours'
     FROM generate_series(0, $2::int - 1) AS n
     JOIN grower ON grower.no = n % (SELECT count(*) FROM grower),
     LATERAL (SELECT to_char(current_date - ${DAYS} + (n % ${DAYS})::int, 'YYMMDD') AS day) AS days`,
    [VILLAGE, lots],
  )
  await owner.query(
    `INSERT INTO packing (village_id, packing_id, number, crop, pack_count, loss_grams, best_before,
       packed_by, packed_at)
     SELECT $1, ${id("'packing ' || n")}, day || '-' || lpad((n / ${DAYS})::text, 4, '0'), '青菜',
       ${PACKS_A_PACKING}, 0, to_date(day, 'YYMMDD') + 7, gen_random_uuid(),
       to_date(day, 'YYMMDD') + interval '8 hours'
     FROM generate_series(0, $2::int - 1) AS n,
     LATERAL (SELECT to_char(current_date - ${DAYS} + (n % ${DAYS})::int, 'YYMMDD') AS day) AS days`,
    [VILLAGE, packings],
  )
  await owner.query(
    `INSERT INTO packing_lot SELECT $1, ${id("'packing ' || n % $2::int")}, ${id("'lot ' || n")}, 20000
     FROM generate_series(0, $3::int - 1) AS n`,
    [VILLAGE, packings, lots],
  )
  await owner.query(
    `INSERT INTO pack SELECT $1, gen_random_uuid(), ${id("'packing ' || n")}, serial, 800
     FROM generate_series(0, $2::int - 1) AS n, generate_series(1, ${PACKS_A_PACKING}) AS serial`,
    [VILLAGE, packings],
  )
  await owner.query('RESET session_replication_role')
  await owner.query('VACUUM ANALYZE')
  return { packs: packings * PACKS_A_PACKING, packings, lots, applications }
}

async function plots(owner: pg.Client): Promise<void> {
  await owner.query(
    `CREATE TEMP TABLE grower AS
     SELECT row_number() OVER (ORDER BY household_id) - 1 AS no, household_id, person_id,
       gen_random_uuid() AS plot_id FROM person WHERE village_id = $1`,
    [VILLAGE],
  )
  await owner.query('CREATE INDEX ON grower (no)')
  await owner.query(
    `INSERT INTO subject (village_id, subject_id, kind, label, keeper_household_id)
     SELECT $1, plot_id, 'plot', '地' || no, household_id FROM grower`,
    [VILLAGE],
  )
  await owner.query(
    `INSERT INTO plot (village_id, plot_id, tenure, ring_e7, west_e7, south_e7, east_e7, north_e7,
       area_square_metres, drawn_by, drawn_at)
     SELECT $1, plot_id, 'household', '{0,0,1000,0,1000,1000}', 0, 0, 1000, 1000, 600, person_id, now()
     FROM grower`,
    [VILLAGE],
  )
}

/** Two dozen times a plot and year; the rare product and substance on a hundredth of the plots. */
async function whatWasApplied(owner: pg.Client): Promise<number> {
  const { rowCount } = await owner.query(
    `INSERT INTO application (village_id, application_id, plot_id, season, crop, edition, kind, name,
       registration_number, substances, unit, thousandths, area_square_metres, most_uses,
       pre_harvest_days, re_entry_hours, applied_at, record_id, approved_by, photo_file_id)
     SELECT $1, gen_random_uuid(), plot_id, '2026', '青菜', 1, 'pesticide', '农药' || product,
       'PD2026' || lpad(product::text, 4, '0'), ARRAY['有效成分' || product], 'ml', 40000, 600, 2, 7, 24,
       current_date - ${DAYS} + (no * 7 + time * 15)::int % ${DAYS} + interval '1 hour', gen_random_uuid(), person_id,
       gen_random_uuid()
     FROM grower, generate_series(0, 23) AS time,
     LATERAL (SELECT CASE WHEN time = 0 AND no % 100 = 0 THEN 0 ELSE 1 + (no + time) % 40 END AS product) AS products`,
    [VILLAGE],
  )
  return rowCount ?? 0
}
