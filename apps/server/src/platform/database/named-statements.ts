import { createHash } from 'node:crypto'
import type pg from 'pg'

const MAX_STATEMENTS = 500

/**
 * Gives every parameterised statement a name, so that PostgreSQL parses and plans it once a
 * connection. Statements past the bound go unnamed, as they would have without this.
 */
export function nameStatements(pool: pg.Pool): void {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= MAX_STATEMENTS) return known
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
    names.set(text, name)
    return name
  }
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const named = (...args: unknown[]): unknown => {
      const [text, values, ...rest] = args
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
        return query(...args)
      return query({ text, values, name: nameOf(text) }, ...rest)
    }
    Object.assign(client, { query: named })
  })
}
