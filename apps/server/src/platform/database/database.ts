import {
  Kysely,
  PostgresDialect,
  type CompiledQuery,
  type DatabaseConnection as KyselyConnection,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { OpenTransaction, send } from './open-transaction.ts'

/** A handle on the open transaction; stores narrow it with `.withTables<…>()`. */
export type Db = Kysely<Record<never, never>>

export interface DatabaseConnection {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  readonly connectionString?: string
}

type ExecuteQuery = KyselyConnection['executeQuery']

/** Where the statements of a handle go, and how to make another on the same connection. */
const handles = new WeakMap<
  Db,
  { readonly executeQuery: ExecuteQuery; readonly handleOn: (executeQuery: ExecuteQuery) => Db }
>()

/** A handle on the same transaction whose statements pass through `wrap` on their way. */
export function throughHandle(db: Db, wrap: (executeQuery: ExecuteQuery) => ExecuteQuery): Db {
  const handle = handles.get(db)
  if (handle === undefined) throw new Error('not a handle that a transaction has given')
  return handle.handleOn(wrap(handle.executeQuery))
}

/** What a transaction does; `last` takes a statement whose answer nobody needs, to travel with COMMIT. */
export type Work<T> = (db: Db, last: (statement: CompiledQuery) => void) => Promise<T>

export interface Database {
  /**
   * Runs `work` in one transaction that sees the rows of this village only.
   * Commits when it returns, rolls back when it throws.
   */
  inVillage<T>(villageId: string, work: Work<T>): Promise<T>
  /**
   * Runs `work`, which only reads, as `inVillage` does. PostgreSQL refuses whatever would write, so
   * nobody has to wait until the transaction has ended.
   */
  readInVillage<T>(villageId: string, work: (db: Db) => Promise<T>): Promise<T>
  /** Runs `work` in one transaction that sees reference tables and no village's rows. */
  outsideVillages<T>(work: Work<T>): Promise<T>
  /** For single statements, each a transaction of its own; they see what `outsideVillages` sees. */
  readonly statements: Db
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly maxConnections?: number
  /**
   * False only for what can be repeated as a whole, such as the demonstration's season: commits
   * answer before they are on disk. In order and complete they are all the same.
   */
  readonly waitsForDisk?: boolean
  /** True only to repair what the server's own role may not touch: works as the database's owner. */
  readonly asOwner?: boolean
}

const MAX_CONNECTIONS = 20
/** Who waits longer is told that the database is away, and asks again. */
const CONNECTED_WITHIN_MILLISECONDS = 15_000

/** Connects lazily as the role azalea_app, which owns nothing and is bound by row-level security. */
export function openDatabase(
  connection: DatabaseConnection,
  { maxConnections = MAX_CONNECTIONS, waitsForDisk = true, asOwner = false }: DatabaseOptions = {},
): Database {
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections,
    types: { getTypeParser },
    pipeline: true,
    connectionTimeoutMillis: CONNECTED_WITHIN_MILLISECONDS,
    keepAlive: true,
    options: `${asOwner ? '' : '-c role=azalea_app '}-c timezone=UTC -c statement_timeout=30000${waitsForDisk ? '' : ' -c synchronous_commit=off'}`,
  })
  // @NOTE a connection that breaks is replaced by the pool, and its statements fail; without listeners
  // Node would exit
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const dialect = new PostgresDialect({ pool })
  const config = { dialect }
  const driver = dialect.createDriver()
  const compiling = new Kysely(config).getExecutor()
  /** What queries are written on; their statements go where `executeQuery` sends them. */
  const handleOn = (executeQuery: ExecuteQuery): Db => {
    const handle: Db = new Kysely({
      config,
      dialect,
      driver,
      executor: compiling.withConnectionProvider({
        provideConnection: (use) => use({ executeQuery, streamQuery: neverStreams }),
      }),
    })
    handles.set(handle, { executeQuery, handleOn })
    return handle
  }

  async function transaction<T>(begin: string, work: Work<T>): Promise<T> {
    const client = await pool.connect()
    const open = new OpenTransaction(client, begin)
    try {
      let last: CompiledQuery | null = null
      const result = await work(
        handleOn((statement) => open.send(statement)),
        (statement) => void (last = statement),
      )
      await open.commit(last)
      client.release()
      return result
    } catch (error) {
      // The first error is the one to tell; a connection that cannot roll back is given up.
      const isUsable = await open.rollBack()
      client.release(!isUsable)
      throw error
    }
  }

  async function readingTransaction<T>(begin: string, work: (db: Db) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const open = new OpenTransaction(client, begin)
    try {
      return await work(handleOn((statement) => open.send(statement)))
    } finally {
      void open.rollBack().then((isUsable) => client.release(!isUsable))
    }
  }

  return {
    statements: handleOn((statement) => sendAlone(pool, statement)),
    inVillage: (villageId, work) => transaction(`BEGIN; ${enter(villageId)}`, work),
    readInVillage: (villageId, work) =>
      readingTransaction(`BEGIN READ ONLY; ${enter(villageId)}`, work),
    outsideVillages: (work) => transaction('BEGIN', work),
    close: () => pool.end(),
  }
}

async function sendAlone<Row>(pool: pg.Pool, statement: CompiledQuery): Promise<QueryResult<Row>> {
  const client = await pool.connect()
  try {
    return await send<Row>(client, statement)
  } finally {
    client.release()
  }
}

function enter(villageId: string): string {
  if (!/^\d{12}$/.test(villageId)) throw new Error(`not a village id: ${villageId}`)
  return `SET LOCAL azalea.village_id = '${villageId}'`
}

function neverStreams(): never {
  throw new Error('results are read whole')
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
