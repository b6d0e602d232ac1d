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
import { openEmbeddedPostgres } from '../apps/server/src/platform/embedded-postgres.ts'
import { randomUUID } from 'node:crypto'

export const migrationsDir = join(import.meta.dirname, '../apps/server/migrations')
export const masterKey = Buffer.alloc(32, 7)

/** A database of its own on one embedded PostgreSQL, with the server on it in another process. */
export interface BenchServer {
  readonly connection: DatabaseConnection
  readonly database: Database
  /** As the owner: for fixtures. */
  readonly owner: pg.Client
  readonly port: number
  close(): Promise<void>
}

export interface BenchPostgres {
  readonly version: string
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
  return {
    version: rows[0]?.server_version ?? 'unknown',
    openServer: async () => {
      const database = `bench_${randomUUID().replaceAll('-', '')}`
      await admin.query(`CREATE DATABASE ${database}`)
      return openBenchServer({ host, port, user, database })
    },
    close: async () => {
      await admin.end()
      await postgres.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function openBenchServer(connection: DatabaseConnection): Promise<BenchServer> {
  await migrate(connection, migrationsDir)
  const owner = new pg.Client({ ...connection })
  await owner.connect()
  const database = openDatabase(connection, 16)
  const { child, port } = await startServerProcess(connection)
  return {
    connection,
    database,
    owner,
    port,
    close: async () => {
      await stopProcess(child)
      await database.close()
      await owner.end()
    },
  }
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
