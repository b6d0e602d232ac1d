import { sql, type Expression } from 'kysely'
import type { Db } from './database.ts'

/**
 * The columns of rows of ids, numbers and fixed words, in the order of the rows: each comes as one
 * text. The driver makes an object of each row: of a hundred thousand that takes longer than the
 * statement.
 * @throws RangeError when a value is missing or holds what separates them
 */
export async function selectPlainColumns<Row, Name extends keyof Row & string>(
  db: Db,
  rows: Expression<Row>,
  names: readonly Name[],
): Promise<Record<Name, readonly string[]>> {
  const joined = names.map(
    (name) => sql`string_agg(${sql.ref(name)}::text, ',') AS ${sql.ref(name)}`,
  )
  const { rows: found } = await sql<{ [name: string]: string | null }>`
    SELECT count(*)::text AS rows, ${sql.join(joined)} FROM ${rows} AS plain`.execute(db)
  const count = Number(found[0]?.['rows'])
  const columns = names.map((name) => [name, splitPlain(found[0]?.[name] ?? '', count)] as const)
  return Object.fromEntries(columns) as Record<Name, readonly string[]>
}

function splitPlain(text: string, count: number): readonly string[] {
  const values = count === 0 ? [] : text.split(',')
  if (values.length !== count) throw new RangeError('a column of plain values cannot be split')
  return values
}
