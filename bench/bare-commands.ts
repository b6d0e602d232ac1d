import { randomUUID } from 'node:crypto'
import { addCivilDays } from '@azalea/text'
import pg from 'pg'
import type { BenchServer } from './bench-server.ts'
import { idsMadeIn, insertOf, patternOf, uuid, type TemplateTable } from './command-pattern.ts'
import { VILLAGE, type BenchPerson } from './village-fixture.ts'

/** The durable writes of one command, again and again, as plain INSERTs. */
export interface BareCommands {
  readonly rowsPerCommand: Readonly<Record<string, number>>
  run(lane: number): Promise<void>
  /** Takes what was left for the boards away, so that the server does not fold it. */
  dropPending(): Promise<void>
  close(): Promise<void>
}

const LANES = 16
/** A copy falls on a day of its own, so that it neither collides nor uses up anybody's daily cap. */
const DAYS = new Set(['rated_on', 'occurred_on'])
/** In the order in which foreign keys allow them to be written. */
const TABLES = [
  'command',
  'rating',
  'contribution',
  'award',
  'ledger_account',
  'transfer',
  'entry',
  'standing_pending',
  'record',
  'record_pending',
  'record_part',
]

/**
 * Takes one real command as the pattern: the rows that its transaction left in any table. Copies
 * of them get new identifiers and another rater, and are written table by table in one
 * transaction, under the same role and the same row-level security, with nothing read and nothing
 * computed.
 */
export async function openBareCommands(
  server: BenchServer,
  people: readonly BenchPerson[],
  runOneCommand: () => Promise<void>,
): Promise<BareCommands> {
  const pattern = await withoutFolding(server.owner, () =>
    patternOf(server.owner, TABLES, runOneCommand),
  )
  const clients = await Promise.all(
    Array.from({ length: LANES }, async () => {
      const options = '-c role=azalea_app -c timezone=UTC'
      const client = new pg.Client({ ...server.connection, options })
      await client.connect()
      return client
    }),
  )
  const copy = copier(pattern, people)
  const statements = pattern.map(insertOf)
  return {
    rowsPerCommand: Object.fromEntries(pattern.map(({ table, rows }) => [table, rows.length])),
    run: async (lane) => {
      const client = clients[lane]
      if (!client) throw new Error(`no connection ${lane}`)
      const values = copy()
      await client.query(`BEGIN; SET LOCAL azalea.village_id = '${VILLAGE}'`)
      for (const [index, { name, text }] of statements.entries())
        await client.query({ name, text, values: values[index] ?? [] })
      await client.query('COMMIT')
    },
    dropPending: async () => {
      await server.owner.query('DELETE FROM standing_pending')
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}

/** Keeps the folder out meanwhile, so that the row left for it is still there to be seen. */
async function withoutFolding<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  const lock = [`standing ${VILLAGE}`]
  await owner.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', lock)
  try {
    return await work()
  } finally {
    await owner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock)
  }
}

/**
 * Makes the values of the next copy: every identifier that the command made is new each time, and
 * the raters rate on a new day once all of them have had their turn.
 */
function copier(pattern: readonly TemplateTable[], people: readonly BenchPerson[]) {
  const made = new Set(pattern.flatMap(idsMadeIn))
  const rater = raterOf(pattern)
  let turn = 0
  return (): (string | null)[][] => {
    turn += 1
    const person = people[(turn * 7) % people.length]
    const renamed = new Map<string, string>([...made].map((id) => [id, randomUUID()]))
    renamed.set(rater.personId, person?.personId ?? '')
    renamed.set(rater.householdId, person?.householdId ?? '')
    const day = addCivilDays('2000-01-01', Math.floor(turn / people.length))
    return pattern.map(({ rows, columns }) =>
      rows.flatMap((row) =>
        row.map((value, index) =>
          DAYS.has(columns[index] ?? '')
            ? day
            : value && value.replaceAll(uuid, (id) => renamed.get(id) ?? id),
        ),
      ),
    )
  }
}

function raterOf(pattern: readonly TemplateTable[]): { personId: string; householdId: string } {
  const award = pattern.find(({ table }) => table === 'award')
  const value = (column: string) => award?.rows[0]?.[award.columns.indexOf(column)] ?? ''
  return { personId: value('person_id'), householdId: value('household_id') }
}
