import { randomUUID } from 'node:crypto'
import { addCivilDays } from '@azalea/text'
import pg from 'pg'
import type { BenchServer } from './bench-server.ts'
import { VILLAGE, type BenchPerson } from './village-fixture.ts'

/** The durable writes of one command, again and again, as plain INSERTs. */
export interface BareCommands {
  readonly rowsPerCommand: Readonly<Record<string, number>>
  run(lane: number): Promise<void>
  /** Takes what was left for the boards away, so that the server does not fold it. */
  dropPending(): Promise<void>
  close(): Promise<void>
}

interface TemplateTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
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
  const pattern = await withoutFolding(server.owner, async () => {
    const before = await currentTransactionId(server.owner)
    await runOneCommand()
    return rowsSince(server.owner, before)
  })
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

async function currentTransactionId(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')
  return rows[0]?.id ?? '0'
}

/**
 * The rows written after a transaction, by table. The command's rows carry one transaction id; the
 * folder, which comes later, works in tables of its own that are not looked at.
 */
async function rowsSince(owner: pg.Client, transactionId: string): Promise<TemplateTable[]> {
  await expectNoOtherTables(owner, transactionId)
  const tables: TemplateTable[] = []
  for (const table of TABLES) {
    const columns = await columnsOf(owner, table)
    const texts = columns.map((column) => `"${column}"::text`).join(', ')
    const { rows } = await owner.query<(string | null)[]>({
      text: `SELECT ${texts} FROM "${table}" WHERE age(xmin) < age($1::text::xid)`,
      values: [transactionId],
      rowMode: 'array',
    })
    if (rows.length > 0) tables.push({ table, columns, rows })
  }
  return tables
}

/** A command that wrote to a table we do not know would make the comparison unfair. */
async function expectNoOtherTables(owner: pg.Client, transactionId: string): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(
    `SELECT c.relname AS "table" FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname <> ALL ($1) AND c.relname !~ '^standing_'`,
    [TABLES],
  )
  for (const { table } of rows) {
    const { rowCount } = await owner.query(
      `SELECT FROM "${table}" WHERE age(xmin) < age($1::text::xid) LIMIT 1`,
      [transactionId],
    )
    if (rowCount) throw new Error(`the command also wrote to ${table}`)
  }
}

async function columnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ column: string }>(
    `SELECT attname AS "column" FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  )
  return rows.map(({ column }) => column)
}

function insertOf({ table, columns, rows }: TemplateTable): { name: string; text: string } {
  let parameter = 0
  const tuples = rows.map((row) => `(${row.map(() => `$${(parameter += 1)}`).join(', ')})`)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const onConflict =
    table === 'ledger_account'
      ? ' ON CONFLICT (village_id, account_id) DO UPDATE SET balance = ledger_account.balance + excluded.balance'
      : ''
  return {
    name: table,
    text: `INSERT INTO "${table}" (${names}) VALUES ${tuples.join(', ')}${onConflict}`,
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

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

/** What a row is itself known by. */
function idsMadeIn({ table, columns, rows }: TemplateTable): string[] {
  const own = { command: 'idempotency_key', standing_pending: 'pending_id' }[table] ?? `${table}_id`
  const at = columns.indexOf(own)
  return at < 0 || table === 'ledger_account' ? [] : rows.flatMap((row) => row[at] ?? [])
}

function raterOf(pattern: readonly TemplateTable[]): { personId: string; householdId: string } {
  const award = pattern.find(({ table }) => table === 'award')
  const value = (column: string) => award?.rows[0]?.[award.columns.indexOf(column)] ?? ''
  return { personId: value('person_id'), householdId: value('household_id') }
}
