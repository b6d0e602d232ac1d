import type pg from 'pg'

/** The rows that one command left in a table. */
export interface TemplateTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Runs one real command and gives the rows that its transaction left in these tables.
 * @throws Error when it also wrote to others
 */
export async function patternOf(
  owner: pg.Client,
  tables: readonly string[],
  runOneCommand: () => Promise<void>,
): Promise<TemplateTable[]> {
  const before = await currentTransactionId(owner)
  await runOneCommand()
  return rowsSince(owner, tables, before)
}

async function currentTransactionId(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')
  return rows[0]?.id ?? '0'
}

/**
 * The rows written after a transaction, by table. The command's rows carry one transaction id; the
 * folder, which comes later, works in tables of its own that are not looked at.
 */
async function rowsSince(
  owner: pg.Client,
  tables: readonly string[],
  transactionId: string,
): Promise<TemplateTable[]> {
  await expectNoOtherTables(owner, tables, transactionId)
  const pattern: TemplateTable[] = []
  for (const table of tables) {
    const columns = await columnsOf(owner, table)
    const texts = columns.map((column) => `"${column}"::text`).join(', ')
    const { rows } = await owner.query<(string | null)[]>({
      text: `SELECT ${texts} FROM "${table}" WHERE age(xmin) < age($1::text::xid)`,
      values: [transactionId],
      rowMode: 'array',
    })
    if (rows.length > 0) pattern.push({ table, columns, rows })
  }
  return pattern
}

/** A command that wrote to a table we do not know would make the comparison unfair. */
async function expectNoOtherTables(
  owner: pg.Client,
  tables: readonly string[],
  transactionId: string,
): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(
    `SELECT c.relname AS "table" FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname <> ALL ($1) AND c.relname !~ '^standing_'`,
    [tables],
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

export function insertOf({ table, columns, rows }: TemplateTable): { name: string; text: string } {
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

/** What a row is itself known by. */
export function idsMadeIn({ table, columns, rows }: TemplateTable): string[] {
  const own = { command: 'idempotency_key', standing_pending: 'pending_id' }[table] ?? `${table}_id`
  const at = columns.indexOf(own)
  return at < 0 || table === 'ledger_account' ? [] : rows.flatMap((row) => row[at] ?? [])
}
