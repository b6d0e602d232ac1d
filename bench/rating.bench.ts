import { randomUUID } from 'node:crypto'
import { makePlateCode } from '../apps/server/src/modules/community/plates/plate-code.ts'
import { systemRandomness } from '../apps/server/src/platform/identity.ts'
import type { BenchPostgres, BenchServer } from './bench-server.ts'
import { openBareCommands } from './bare-commands.ts'
import { cpuTime, cpuTimePer, type CpuTime } from './cpu-time.ts'
import { HttpConnection } from './http-connection.ts'
import { median, ratePerSecond, round } from './measure.ts'
import {
  adoptSheet,
  foundBenchVillage,
  signInPeople,
  VILLAGE,
  type BenchPerson,
} from './village-fixture.ts'

const CONNECTIONS = 16
const ROUNDS = 5
const SECONDS = 4
const PEOPLE = 3_000
const SUBJECTS = 300
/** The rule sheet pays this many ratings a person and day: only those post an award. */
const PAID_A_DAY = 5

/**
 * Ratings through HTTP, each with its award posted to the ledger, beside bare SQL that writes the
 * same rows to the same tables in transactions of the same shape; 16 connections each, rounds
 * interleaved.
 */
export async function benchRating(postgres: BenchPostgres) {
  const server = await postgres.openServer()
  try {
    await foundBenchVillage(server, PEOPLE)
    await adoptSheet(server.owner)
    const codes = await fixPlates(server)
    const people = await signInPeople(server.owner, PEOPLE)
    const ratings = new Ratings(server.port, people, codes)
    await ratings.giveEveryonesFirst()
    // As autovacuum does within a minute: plans made while the tables were empty read them whole.
    await server.owner.query('ANALYZE')
    const bare = await openBareCommands(server, people, () => ratings.giveOne())
    const http: Round[] = []
    const sql: Round[] = []
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      http.push(await runRound((lane) => ratings.giveNext(lane)))
      sql.push(await runRound((lane) => bare.run(lane)))
      await bare.dropPending()
    }
    ratings.close()
    await bare.close()
    const ratios = http.map(
      ({ perSecond }, turn) => perSecond / (sql[turn]?.perSecond ?? Number.NaN),
    )
    return {
      connections: CONNECTIONS,
      ratio: round(median(ratios)),
      http: summariseRounds(http),
      bare: summariseRounds(sql),
      rowsPerCommand: bare.rowsPerCommand,
    }
  } finally {
    await server.close()
  }
}

interface Round {
  readonly perSecond: number
  readonly cpu: CpuTime | null
}

async function runRound(task: (lane: number) => Promise<void>): Promise<Round> {
  const before = await cpuTime()
  let done = 0
  const perSecond = await ratePerSecond(CONNECTIONS, SECONDS, async (lane) => {
    await task(lane)
    done += 1
  })
  const after = await cpuTime()
  return { perSecond, cpu: before && after && cpuTimePer(done, before, after) }
}

function summariseRounds(rounds: readonly Round[]) {
  const used = (who: keyof CpuTime) => round(median(rounds.map(({ cpu }) => cpu?.[who] ?? 0)))
  return {
    perSecond: round(median(rounds.map(({ perSecond }) => perSecond)), 0),
    cpuMillisecondsEach: {
      client: used('client'),
      server: used('server'),
      postgres: used('postgres'),
    },
  }
}

/** Every person rates one plate after another, as often as the sheet pays for. */
class Ratings {
  readonly #connections: readonly HttpConnection[]
  readonly #people: readonly BenchPerson[]
  readonly #codes: readonly string[]
  #next = 0

  constructor(port: number, people: readonly BenchPerson[], codes: readonly string[]) {
    this.#connections = Array.from({ length: CONNECTIONS }, () => new HttpConnection(port))
    this.#people = people
    this.#codes = codes
  }

  /** A person's first rating makes key and accounts, which no later one does; it is not timed. */
  async giveEveryonesFirst(): Promise<void> {
    const lane = async (index: number) => {
      while (this.#next < this.#people.length) await this.giveNext(index)
    }
    await Promise.all(this.#connections.map((_, index) => lane(index)))
  }

  giveOne(): Promise<void> {
    return this.giveNext(0)
  }

  async giveNext(lane: number): Promise<void> {
    const turn = this.#next++
    const time = Math.floor(turn / this.#people.length)
    if (time >= PAID_A_DAY) throw new Error('everybody has rated as often as the sheet pays for')
    const person = this.#people[turn % this.#people.length]
    const plateCode = this.#codes[(turn + time) % this.#codes.length]
    const body = { plateCode, stars: 1 + (turn % 5), words: '菜地很整齐，路边也扫干净了。' }
    const cookie = person?.cookie ?? ''
    const answer = await this.#connections[lane]?.post('/api/ratings', cookie, randomUUID(), body)
    const award = (answer?.body as { award?: { pointsHundredths?: number } } | undefined)?.award
    if (answer?.status !== 200 || award?.pointsHundredths !== 20)
      throw new Error(`answered ${answer?.status}: ${JSON.stringify(answer?.body)}`)
  }

  close(): void {
    for (const connection of this.#connections) connection.close()
  }
}

/** Fixes plates to plots that nobody keeps, so that everybody may rate them. */
async function fixPlates({ owner }: BenchServer): Promise<string[]> {
  const codes = Array.from({ length: SUBJECTS }, () => makePlateCode(systemRandomness))
  const subjectIds = codes.map(() => randomUUID())
  await owner.query(
    `INSERT INTO subject (village_id, subject_id, kind, label, group_no)
     SELECT $1, subject_id, 'plot', '菜地 ' || no, 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS s (subject_id, no)`,
    [VILLAGE, subjectIds],
  )
  await owner.query(
    `INSERT INTO plate (village_id, code, subject_id, fixed_at)
     SELECT $1, code, subject_id, $4 FROM unnest($2::text[], $3::uuid[]) AS p (code, subject_id)`,
    [VILLAGE, codes, subjectIds, new Date()],
  )
  await owner.query(
    'INSERT INTO plate_directory (code, village_id) SELECT code, $1 FROM unnest($2::text[]) AS code',
    [VILLAGE, codes],
  )
  return codes
}
