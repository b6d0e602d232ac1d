import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { nameStatements } from './named-statements.ts'

/** A handle on the open transaction; stores narrow it with `.withTables<…>()`. */
// eslint-disable-next-line typescript/no-empty-object-type -- it names no table on purpose
export type Db = Kysely<Record<never, never>>

export interface DatabaseConnection {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  readonly connectionString?: string
}

export interface Database {
  /**
   * Runs `work` in one transaction that sees the rows of this village only.
   * Commits when it returns, rolls back when it throws.
   */
  inVillage<T>(villageId: string, work: (db: Db) => Promise<T>): Promise<T>
  /** Runs `work` in one transaction that sees reference tables and no village's rows. */
  outsideVillages<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly maxConnections?: number
  /**
   * False only for what can be repeated as a whole, such as the demonstration's season: commits
   * answer before they are on disk. In order and complete they are all the same.
   */
  readonly waitsForDisk?: boolean
}

const MAX_CONNECTIONS = 20

/** Connects lazily as the role azalea_app, which owns nothing and is bound by row-level security. */
export function openDatabase(
  connection: DatabaseConnection,
  { maxConnections = MAX_CONNECTIONS, waitsForDisk = true }: DatabaseOptions = {},
): Database {
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections,
    types: { getTypeParser },
    options: `-c role=azalea_app -c timezone=UTC -c statement_timeout=30000${waitsForDisk ? '' : ' -c synchronous_commit=off'}`,
  })
  // @NOTE an idle connection that breaks is replaced by the pool; without a listener Node would exit
  pool.on('error', () => {})
  nameStatements(pool)
  const kysely: Db = new Kysely({ dialect: new PostgresDialect({ pool }) })

  async function transaction<T>(begin: string, work: (db: Db) => Promise<T>): Promise<T> {
    return kysely.connection().execute(async (db) => {
      await sql.raw(begin).execute(db)
      try {
        const result = await work(db)
        await sql.raw('COMMIT').execute(db)
        return result
      } catch (error) {
        // The first error is the one to tell; a broken connection has rolled back already.
        await sql
          .raw('ROLLBACK')
          .execute(db)
          .catch(() => {})
        throw error
      }
    })
  }

  return {
    inVillage: (villageId, work) => {
      if (!/^\d{12}$/.test(villageId)) throw new Error(`not a village id: ${villageId}`)
      return transaction(`BEGIN; SET LOCAL azalea.village_id = '${villageId}'`, work)
    },
    outsideVillages: (work) => transaction('BEGIN', work),
    close: () => pool.end(),
  }
}

const INT8 = 20
const DATE = 1082

// BIGINT amounts fit a safe integer (2^53 hundredths); one that does not is a fault, not a rounding.
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === INT8)
    return (value) => {
      const number = Number(value)
      if (!Number.isSafeInteger(number)) throw new Error(`integer out of safe range: ${value}`)
      return number
    }
  if (oid === DATE) return (value) => value
  return pg.types.getTypeParser(oid, format ?? 'text')
}
