import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import {
  openDatabase,
  type Database,
  type DatabaseConnection,
} from '../apps/server/src/platform/database/database.ts'
import { migrate } from '../apps/server/src/platform/database/migrate.ts'
import { systemRandomness } from '../apps/server/src/platform/identity.ts'
import { openEmbeddedPostgres } from '../apps/server/src/platform/embedded-postgres.ts'
import { randomUUID } from 'node:crypto'

export const migrationsDir = join(import.meta.dirname, '../apps/server/migrations')
export const masterKey = Buffer.alloc(32, 7)

/** What a server that is measured has beside its database and clock: no limits on requests, and nobody to send to. */
export const benchSettings = {
  randomness: systemRandomness,
  masterKey,
  migrationsDir,
  dataDir: null,
  publicUrl: 'http://localhost:8080',
  webDir: null,
  logFaults: true,
  limitRates: false,
  sms: { fixedCodeOf: () => null, sendSignInCode: async () => undefined },
  setupToken: null,
  demonstrationSignIns: null,
} as const

/** A migrated database of its own. */
export interface BenchDatabase {
  readonly connection: DatabaseConnection
  readonly database: Database
  /** As the owner: for fixtures. */
  readonly owner: pg.Client
  close(): Promise<void>
}

/** A database of its own, with the server on it in another process. */
export interface BenchServer extends BenchDatabase {
  readonly port: number
}

export interface BenchPostgres {
  readonly version: string
  openDatabase(): Promise<BenchDatabase>
  openServer(): Promise<BenchServer>
  close(): Promise<void>
}

/** Starts the PostgreSQL the product brings, in a temporary folder, with the product's settings. */
export async function openBenchPostgres(): Promise<BenchPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'azalea-bench-'))
  const postgres = await openEmbeddedPostgres({ dataDir: join(dir, 'data') })
  const { host, port, user } = postgres
  const admin = new pg.Client({ host, port, user, database: 'postgres' })
  await admin.connect()
  const { rows } = await admin.query<{ server_version: string }>('SHOW server_version')
  const openBenchDatabase = async () => {
    const database = `bench_${randomUUID().replaceAll('-', '')}`
    await admin.query(`CREATE DATABASE ${database}`)
    return connect({ host, port, user, database })
  }
  return {
    version: rows[0]?.server_version ?? 'unknown',
    openDatabase: openBenchDatabase,
    openServer: async () => startServer(await openBenchDatabase()),
    close: async () => {
      await admin.end()
      await postgres.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function connect(connection: DatabaseConnection): Promise<BenchDatabase> {
  await migrate(connection, migrationsDir)
  const owner = new pg.Client({ ...connection })
  await owner.connect()
  const database = openDatabase(connection, { maxConnections: 16 })
  const close = async () => {
    await database.close()
    await owner.end()
  }
  return { connection, database, owner, close }
}

async function startServer(bench: BenchDatabase): Promise<BenchServer> {
  const { child, port } = await startServerProcess(bench.connection)
  const close = async () => {
    await stopProcess(child)
    await bench.close()
  }
  return { ...bench, port, close }
}

async function startServerProcess(
  connection: DatabaseConnection,
): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [JSON.stringify(connection)])
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { child, port }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.send('stop')
  await ended
}
