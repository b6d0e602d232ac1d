import type pg from 'pg'
import type { BenchPostgres } from '../bench-server.ts'
import { HttpConnection } from '../http-connection.ts'
import { round, summarise, timeEach } from '../measure.ts'
import { foundBenchVillage, signInPerson, VILLAGE } from '../village-fixture.ts'
import { timeEvents } from './epcis.bench.ts'
import { packForAYear } from './packs-fixture.ts'

const GROWERS = 2_000
const ROUNDS = 5
const PAGES_A_ROUND = 400
const RECALLS = 7
const WARM_UP = 100

/**
 * The public trace page of packs drawn by lot, and recalls of everything that can be recalled, over
 * HTTP in a village that has packed so many; each beside bare SQL of the same question.
 */
export async function benchPacks(postgres: BenchPostgres, packs: number) {
  const server = await postgres.openServer()
  const http = new HttpConnection(server.port)
  try {
    await foundBenchVillage(server, GROWERS)
    const began = performance.now()
    const filled = await packForAYear(server.owner, packs)
    const fillSeconds = round((performance.now() - began) / 1000, 1)
    const trace = await timeTrace(server.owner, http)
    const recall = await timeRecalls(server.owner, http)
    const epcis = await timeEvents(server)
    return { growers: GROWERS, ...filled, fillSeconds, trace, recall, epcis }
  } finally {
    http.close()
    await server.close()
  }
}

async function timeTrace(owner: pg.Client, http: HttpConnection) {
  const drawn = await owner.query<{ number: string; serial: number }>(
    `SELECT number, 1 + (random() * 49)::int AS serial FROM packing WHERE village_id = $1
     ORDER BY random() LIMIT $2`,
    [VILLAGE, ROUNDS * PAGES_A_ROUND + WARM_UP],
  )
  const read = async (at: number) => {
    const { number = '', serial = 1 } = drawn.rows[at % drawn.rows.length] ?? {}
    const pack = `${number}-${String(serial).padStart(3, '0')}`
    const answer = await http.get(`/api/villages/${VILLAGE}/packs/${pack}`)
    if (answer.status !== 200) throw new Error(`${pack}: ${answer.status}`)
  }
  const bare = async (at: number) => {
    const { number = '', serial = 1 } = drawn.rows[at % drawn.rows.length] ?? {}
    await owner.query(
      `SELECT * FROM packing JOIN pack USING (village_id, packing_id)
       JOIN packing_lot USING (village_id, packing_id) JOIN harvest_lot USING (village_id, lot_id)
       LEFT JOIN application ON application.village_id = packing.village_id
         AND application.plot_id = harvest_lot.plot_id
       WHERE packing.village_id = $1 AND packing.number = $2 AND serial = $3`,
      [VILLAGE, number, serial],
    )
  }
  await timeEach(WARM_UP, read)
  const rounds: number[][] = []
  const bareRounds: number[][] = []
  for (let at = 0; at < ROUNDS; at += 1) {
    rounds.push(await timeEach(PAGES_A_ROUND, (one) => read(at * PAGES_A_ROUND + one)))
    bareRounds.push(await timeEach(PAGES_A_ROUND, (one) => bare(at * PAGES_A_ROUND + one)))
  }
  return { ...summarise(rounds), targetP99Milliseconds: 100, bare: summarise(bareRounds) }
}

/** The lots that something reaches, in plain SQL: what the packs are then counted from. */
const lotsOf = {
  pack: `SELECT lot_id FROM packing JOIN packing_lot USING (village_id, packing_id)
    WHERE packing.village_id = $1 AND packing.number = split_part($2, '-', 1) || '-' || split_part($2, '-', 2)`,
  lot: `SELECT lot_id FROM harvest_lot WHERE village_id = $1 AND number = $2`,
  plot: `SELECT lot_id FROM harvest_lot WHERE village_id = $1 AND plot_id = $2::uuid`,
  product: `SELECT lot_id FROM application JOIN harvest_lot USING (village_id, plot_id)
    WHERE village_id = $1 AND registration_number = $2 AND harvested_on >= applied_at::date`,
  substance: `SELECT lot_id FROM application JOIN harvest_lot USING (village_id, plot_id)
    WHERE village_id = $1 AND substances @> ARRAY[$2] AND harvested_on >= applied_at::date`,
} as const

async function timeRecalls(owner: pg.Client, http: HttpConnection) {
  const { rows } = await owner.query<{ person_id: string; household_id: string }>(
    'SELECT person_id, household_id FROM person WHERE village_id = $1 LIMIT 1',
    [VILLAGE],
  )
  const [row] = rows
  if (row === undefined) throw new Error('nobody lives there')
  await owner.query(
    `INSERT INTO role_grant (village_id, person_id, role, granted_at) VALUES ($1, $2, 'committee', now())`,
    [VILLAGE, row.person_id],
  )
  const { cookie } = await signInPerson(owner, {
    personId: row.person_id,
    householdId: row.household_id,
  })
  const one = async (sql: string) => String((await owner.query(sql, [VILLAGE])).rows[0]?.of)
  const lot = `FROM harvest_lot WHERE village_id = $1 ORDER BY lot_id LIMIT 1`
  const asked = [
    ['pack', `${await one('SELECT number AS of FROM packing WHERE village_id = $1 LIMIT 1')}-007`],
    ['lot', await one(`SELECT number AS of ${lot}`)],
    ['plot', await one(`SELECT plot_id AS of ${lot}`)],
    ['product', 'PD20260007'],
    ['substance', '有效成分7'],
    ['rare substance', '有效成分0'],
  ] as const
  const told: Record<string, unknown> = {}
  for (const [name, target] of asked) {
    const reach = name === 'rare substance' ? 'substance' : name
    told[name] = await timeRecall(owner, { http, cookie }, reach, target)
  }
  return { targetSeconds: 2, ...told }
}

async function timeRecall(
  owner: pg.Client,
  { http, cookie }: { http: HttpConnection; cookie: string },
  reach: keyof typeof lotsOf,
  target: string,
) {
  let reached: object = {}
  const took = await timeEach(RECALLS, async () => {
    const query = `reach=${reach}&target=${encodeURIComponent(target)}`
    const answer = await http.get(`/api/recalls?${query}`, cookie)
    if (answer.status !== 200) throw new Error(`${reach}: ${JSON.stringify(answer.body)}`)
    const { packCount, packingCount, lotCount, growers } = answer.body as {
      packCount: number
      packingCount: number
      lotCount: number
      growers: unknown[]
    }
    reached = { packCount, packingCount, lotCount, growers: growers.length }
  })
  const bare = await timeEach(RECALLS, () =>
    owner.query(
      `SELECT count(*) FROM pack JOIN (SELECT DISTINCT packing_id FROM packing_lot
         WHERE village_id = $1 AND lot_id IN (${lotsOf[reach]})) AS reached USING (packing_id)
       WHERE pack.village_id = $1`,
      [VILLAGE, target],
    ),
  )
  const worst = (all: readonly number[]) => round(Math.max(...all) / 1000, 3)
  return { ...reached, worstSeconds: worst(took), bareWorstSeconds: worst(bare) }
}
