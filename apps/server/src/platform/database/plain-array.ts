import { portionsOf } from './portions.ts'

/**
 * Ids, numbers and fixed words as PostgreSQL spells a list of them. The driver looks for what to
 * escape in every member: of a hundred thousand that takes longer than the statement.
 * @throws RangeError when a member holds what would have to be escaped
 */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  const members = values.map((value) => value ?? 'NULL').join(',')
  const separators = Math.max(0, values.length - 1)
  if (!/^[\w,.-]*$/.test(members) || members.split(',').length - 1 !== separators)
    throw new RangeError('a member of a plain list needs escaping')
  return `{${members}}`
}

/**
 * Writes rows in portions, so that no statement runs for long and one is spelt while another is
 * written. Many at once would not help: what does not fit into the socket waits for the event loop.
 */
export async function writeInPortions<Row>(
  rows: readonly Row[],
  write: (some: readonly Row[]) => Promise<void>,
): Promise<void> {
  const portions = portionsOf(rows, ROWS_A_STATEMENT)
  const writeNext = async () => {
    for (const some of portions) await write(some)
  }
  await Promise.all([writeNext(), writeNext()])
}

const ROWS_A_STATEMENT = 10_000
