import { randomUUID } from 'node:crypto'
import pg from 'pg'
import {
  announceOpening,
  chooseBudget,
  enterLot,
} from '../apps/server/src/modules/benefits/index.ts'
import { openBudget } from '../apps/server/src/modules/money/index.ts'
import { householdOf, issuerOf, transfer } from '../apps/server/src/modules/ledger/index.ts'
import { systemActor } from '../apps/server/src/platform/actor.ts'
import type { BenchPostgres, BenchServer } from './bench-server.ts'
import { openBenefitsVillage, resolution, type BenefitsVillage } from './benefits-village.ts'
import { idsMadeIn, insertOf, patternOf, uuid, type TemplateTable } from './command-pattern.ts'
import { cpuTime, cpuTimePer } from './cpu-time.ts'
import { HttpConnection } from './http-connection.ts'
import { median, ratePerSecond, round } from './measure.ts'
import { adoptSheet, signInPeople, VILLAGE, type BenchPerson } from './village-fixture.ts'

const RIVALS = 64
const FEW = 8
const LAST = 10
const BATTLES = 5
const ROUNDS = 3
const SECONDS = 4
const GOOD = 'r182'
/** No household keeps more than ten reservations at a time. */
const EACH = 10
const PEOPLE = 800
/** In the order in which foreign keys allow them to be written. */
const TABLES = [
  'command',
  'ledger_account',
  'transfer',
  'entry',
  'purchase',
  'purchase_lot',
  'budget_reservation',
  'record',
  'record_pending',
  'record_part',
]

/**
 * Sixty-four connections reserve the last ten pieces of a good at the same moment, again and again;
 * then they reserve from one lot that lasts, beside bare SQL that holds the same lot and writes the
 * same rows, in interleaved rounds.
 */
export async function benchLastGoods(postgres: BenchPostgres) {
  const server = await postgres.openServer()
  try {
    const village = await openBenefitsVillage(server, PEOPLE)
    await adoptSheet(server.owner)
    await openShop(village)
    const buyers = new Buyers(server, await signInPeople(server.owner, PEOPLE))
    await giveWallets(village)
    await stock(village, PEOPLE)
    await buyers.reserveEveryonesFirst()
    const battles: number[] = []
    for (let battle = 0; battle < BATTLES; battle += 1) battles.push(await fight(village, buyers))
    await stock(village, PEOPLE * EACH)
    const lot = await lastLot(server.owner)
    const compared = await compare(server, lot, buyers)
    buyers.close()
    const lastPieces = { sold: LAST, battles: battles.length, medianMilliseconds: median(battles) }
    return { rivals: RIVALS, lastPieces, ...compared }
  } finally {
    await server.close()
  }
}

async function compare(server: BenchServer, lotId: string, buyers: Buyers) {
  const bare = await openBareReservations(server, lotId, () => buyers.reserveAsOne())
  try {
    const http: number[] = []
    const sql: number[] = []
    const cpu: Record<string, unknown> = {}
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      http.push(await rate(cpu, 'http', (lane) => buyers.reserveNext(lane)))
      sql.push(await rate(cpu, 'bare', (lane) => bare.run(lane)))
    }
    return {
      ratio: round(median(http.map((perSecond, turn) => perSecond / (sql[turn] ?? Number.NaN)))),
      httpPerSecond: http.map((one) => round(one, 0)),
      barePerSecond: sql.map((one) => round(one, 0)),
      cpuMillisecondsEach: cpu,
      rowsPerCommand: bare.rowsPerCommand,
    }
  } finally {
    await bare.close()
  }
}

async function openShop({ doors, clock, committee: [manager] }: BenefitsVillage): Promise<void> {
  const { budgetId } = await openBudget(doors, manager, randomUUID(), {
    nameZh: '积分超市',
    nameEn: null,
    mostFen: 1_000_000_000,
    resolution,
  })
  await chooseBudget(doors, manager, randomUUID(), { budgetId })
  const opensAt = new Date(clock.now().getTime() + 86_400_000)
  const closesAt = new Date(opensAt.getTime() + 4 * 3_600_000)
  await announceOpening(doors, manager, randomUUID(), { opensAt, closesAt })
}

function stock({ doors, committee: [manager] }: BenefitsVillage, quantity: number) {
  const lot = { goodRef: GOOD, quantity, unitCostFen: 100, expiresOn: null }
  return enterLot(doors, manager, randomUUID(), lot)
}

async function lastLot(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ lot_id: string }>(
    'SELECT lot_id FROM stock_lot WHERE village_id = $1 AND left_quantity > 0',
    [VILLAGE],
  )
  return rows[0]?.lot_id ?? ''
}

/** Every household gets points enough for all that it may reserve. */
async function giveWallets({ doors, householdIds }: BenefitsVillage): Promise<void> {
  const actor = systemActor(VILLAGE)
  await doors.act({ name: 'bench', actor, key: randomUUID(), input: null }, async (tx) => {
    for (const householdId of householdIds) {
      const cause = { kind: 'bench', id: tx.newId(), mayLeaveDebt: true }
      await transfer(tx, cause, [
        { account: householdOf('wallet', householdId), amount: 1_000_000, earnerId: householdId },
        { account: issuerOf('wallet'), amount: -1_000_000 },
      ])
    }
  })
}

/** Who reserves, one piece after another. */
class Buyers {
  readonly #connections: readonly HttpConnection[]
  readonly #people: readonly BenchPerson[]
  /** Whose command is the pattern of the bare ones, which are all for this household. */
  readonly #pattern: BenchPerson | undefined
  #next = 0

  constructor(server: BenchServer, people: readonly BenchPerson[]) {
    this.#connections = Array.from({ length: RIVALS }, () => new HttpConnection(server.port))
    this.#people = people.slice(1)
    this.#pattern = people[0]
  }

  reserve(lane: number): Promise<number> {
    return this.#reserveFor(this.#people[this.#next++ % this.#people.length], lane)
  }

  async #reserveFor(person: BenchPerson | undefined, lane: number): Promise<number> {
    const body = { goodRef: GOOD, quantity: 1 }
    const cookie = person?.cookie ?? ''
    const connection = this.#connections[lane]
    const answer = await connection?.post('/api/shop/purchases', cookie, randomUUID(), body)
    const code = (answer?.body as { code?: string } | null)?.code
    if (answer?.status !== 200 && code !== 'out_of_stock')
      throw new Error(`answered ${answer?.status}: ${JSON.stringify(answer?.body)}`)
    return answer?.status ?? 0
  }

  /** A person's first command makes their key, which no later one does; it is not timed. */
  async reserveEveryonesFirst(): Promise<void> {
    const lane = async (index: number) => {
      while (this.#next < this.#people.length) await this.reserveNext(index)
    }
    await this.#reserveFor(this.#pattern, 0)
    await Promise.all(Array.from({ length: FEW }, (_, index) => lane(index)))
  }

  async reserveNext(lane: number): Promise<void> {
    if ((await this.reserve(lane)) !== 200) throw new Error('nothing is left')
  }

  async reserveAsOne(): Promise<void> {
    if ((await this.#reserveFor(this.#pattern, 0)) !== 200) throw new Error('nothing is left')
  }

  close(): void {
    for (const connection of this.#connections) connection.close()
  }
}

/** @returns milliseconds until the last of the rivals was answered */
async function fight(village: BenefitsVillage, buyers: Buyers): Promise<number> {
  await stock(village, LAST)
  const began = performance.now()
  const answers = await Promise.all(
    Array.from({ length: RIVALS }, (_, lane) => buyers.reserve(lane)),
  )
  const took = performance.now() - began
  const sold = answers.filter((status) => status === 200).length
  if (sold !== LAST) throw new Error(`${sold} of the last ${LAST} pieces were sold`)
  return round(took, 0)
}

async function rate(
  cpu: Record<string, unknown>,
  name: string,
  task: (lane: number) => Promise<void>,
): Promise<number> {
  const before = await cpuTime()
  let done = 0
  const perSecond = await ratePerSecond(RIVALS, SECONDS, async (lane) => {
    await task(lane)
    done += 1
  })
  const after = await cpuTime()
  const used = before && after && cpuTimePer(done, before, after)
  cpu[name] = used && {
    client: round(used.client),
    server: round(used.server),
    postgres: round(used.postgres),
  }
  return perSecond
}

/**
 * The durable writes of one reservation again and again: the lot is locked, its piece taken, and the
 * rows that the real command left are written anew, with other identifiers and for another household.
 */
async function openBareReservations(
  server: BenchServer,
  lotId: string,
  reserveOne: () => Promise<void>,
) {
  const pattern = await patternOf(server.owner, [...TABLES, 'stock_lot'], reserveOne)
  const written = pattern.filter(({ table }) => table !== 'stock_lot')
  const clients = await Promise.all(
    Array.from({ length: RIVALS }, async () => {
      const options = '-c role=azalea_app -c timezone=UTC'
      const client = new pg.Client({ ...server.connection, options })
      await client.connect()
      return client
    }),
  )
  const statements = written.map(insertOf)
  const made = [...new Set(written.flatMap(idsMadeIn))]
  const values = [VILLAGE, lotId]
  return {
    rowsPerCommand: Object.fromEntries(pattern.map(({ table, rows }) => [table, rows.length])),
    run: async (lane: number) => {
      const client = clients[lane]
      if (!client) throw new Error(`no connection ${lane}`)
      await client.query(`BEGIN; SET LOCAL azalea.village_id = '${VILLAGE}'`)
      const lock =
        'SELECT left_quantity FROM stock_lot WHERE village_id = $1 AND lot_id = $2 FOR UPDATE'
      await client.query({ name: 'lock', text: lock, values })
      const take =
        'UPDATE stock_lot SET left_quantity = left_quantity - 1 WHERE village_id = $1 AND lot_id = $2'
      await client.query({ name: 'take', text: take, values })
      const copies = copiesOf(written, made)
      for (const [index, { name, text }] of statements.entries())
        await client.query({ name, text, values: copies[index] ?? [] })
      await client.query('COMMIT')
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}

function copiesOf(pattern: readonly TemplateTable[], made: readonly string[]) {
  const renamed = new Map(made.map((id) => [id, randomUUID()]))
  const rename = (value: string | null) =>
    value && value.replaceAll(uuid, (id) => renamed.get(id) ?? id)
  return pattern.map(({ rows }) => rows.flatMap((row) => row.map(rename)))
}
