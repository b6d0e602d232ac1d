import type pg from 'pg'
import { civilDay } from '@azalea/text'
import type { BenefitsVillage } from '../benefits-village.ts'
import { VILLAGE } from '../village-fixture.ts'

/** Everybody who was called takes it. */
export async function acceptAll(owner: pg.Client, offerId: string): Promise<void> {
  await owner.query(
    `UPDATE offer_turn SET state = 'accepted', ended_at = now() WHERE village_id = $1 AND offer_id = $2 AND given_quantity > 0`,
    [VILLAGE, offerId],
  )
}

/**
 * A plot of each household but the committee's, and its harvest of today.
 * @returns the harvests, in the order of households
 */
export async function growOnPlots({
  server,
  clock,
  committee,
}: BenefitsVillage): Promise<readonly string[]> {
  const { owner } = server
  const own = committee.map(({ householdId }) => householdId)
  const now = clock.now()
  await owner.query(
    `CREATE TEMP TABLE grown AS
     SELECT household_id, person_id, gen_random_uuid() AS plot_id, gen_random_uuid() AS harvest_id
     FROM person WHERE village_id = $1 AND NOT household_id = any($2::uuid[])`,
    [VILLAGE, own],
  )
  await owner.query(
    `INSERT INTO subject (village_id, subject_id, kind, label, keeper_household_id)
     SELECT $1, plot_id, 'plot', '地' || plot_id, household_id FROM grown`,
    [VILLAGE],
  )
  await owner.query(
    `INSERT INTO plot (village_id, plot_id, tenure, ring_e7, west_e7, south_e7, east_e7, north_e7,
       area_square_metres, drawn_by, drawn_at)
     SELECT $1, plot_id, 'household', '{0,0,1000,0,1000,1000}', 0, 0, 1000, 1000, 600, person_id, $2
     FROM grown`,
    [VILLAGE, now],
  )
  await owner.query(
    `INSERT INTO harvest_declaration SELECT $1, harvest_id, plot_id, $2, '白菜', 10000, person_id,
       household_id, $3 FROM grown`,
    [VILLAGE, civilDay(now), now],
  )
  await owner.query('ANALYZE')
  const { rows } = await owner.query<{ harvest_id: string }>('SELECT harvest_id FROM grown')
  return rows.map((row) => row.harvest_id)
}

export async function photoOf(owner: pg.Client, personId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO file SELECT $1, gen_random_uuid(), $2, 'image/webp', '', 10, 10, now()
     RETURNING file_id AS id`,
    [VILLAGE, personId],
  )
  const [row] = rows
  if (row === undefined) throw new Error('no photo')
  return row.id
}

/** What the others brought, as it would have been weighed: copies of one weigh-in, without its lot. */
export async function weighOthers(owner: pg.Client, roundId: string): Promise<void> {
  await owner.query(
    `INSERT INTO weigh_in
     SELECT one.village_id, gen_random_uuid(), one.round_id, grown.household_id, grown.person_id,
       grown.harvest_id, grown.plot_id, one.scale_id, one.weighed_how, one.grade, one.gross_grams,
       one.tare_grams, one.net_grams, one.photo_file_id, one.outcome, one.because, NULL, NULL, NULL,
       one.weighed_by, one.weighed_at, NULL
     FROM grown, (SELECT * FROM weigh_in WHERE village_id = $1 AND round_id = $2 LIMIT 1) AS one
     WHERE NOT EXISTS (SELECT FROM weigh_in AS had WHERE had.village_id = $1 AND had.harvest_id = grown.harvest_id)`,
    [VILLAGE, roundId],
  )
}
