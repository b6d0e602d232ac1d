import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/database/migrate.ts'
import { openEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'

/** A PostgreSQL server for tests, and a migrated database on it to copy: `inject('postgres')`. */
export interface ProvidedPostgres {
  /** A host name, or the folder of a Unix socket. */
  host: string
  port: number
  user: string
  password?: string
  /** Make each test file a database of its own with `CREATE DATABASE … TEMPLATE`. */
  templateDatabase: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ProvidedPostgres
  }
}

const migrationsDir = path.resolve(import.meta.dirname, '../migrations')

/** A file system in memory, where there is one: each test file makes and drops a thousand files. */
const IN_MEMORY = '/dev/shm'
/** Of the databases of a few test files and their write-ahead log, several times over. */
const ROOM_BYTES = 3 * 1024 ** 3

/**
 * One PostgreSQL for all server tests: the one `TEST_DATABASE_URL` names (its user must be allowed
 * to make databases and roles), or the bundled one in a temporary folder.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL']
  const { server, stop } = url ? externalServer(url) : await embeddedServer()
  const templateDatabase = `azalea_template_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  try {
    await administer(server, `CREATE DATABASE ${templateDatabase}`)
    await migrate({ ...server, database: templateDatabase }, migrationsDir)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('postgres', { ...server, templateDatabase })
  return async () => {
    if (url) await administer(server, `DROP DATABASE IF EXISTS ${templateDatabase} WITH (FORCE)`)
    await stop()
  }
}

type Server = Omit<ProvidedPostgres, 'templateDatabase'>

function externalServer(url: string): { server: Server; stop: () => Promise<void> } {
  const { host, port, user, password } = new pg.Client({ connectionString: url })
  const server = { host, port, user: user ?? 'postgres', ...(password ? { password } : {}) }
  return { server, stop: async () => undefined }
}

async function embeddedServer(): Promise<{ server: Server; stop: () => Promise<void> }> {
  const dir = fs.mkdtempSync(path.join(temporaryFolder(), 'azalea-test-server-'))
  const dataDir = path.join(dir, 'data')
  const { host, port, user, stop } = await openEmbeddedPostgres({ dataDir, isThrownAway: true })
  return {
    server: { host, port, user },
    stop: async () => {
      await stop()
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}

function temporaryFolder(): string {
  const { bavail, bsize } = fs.existsSync(IN_MEMORY)
    ? fs.statfsSync(IN_MEMORY)
    : { bavail: 0, bsize: 0 }
  return bavail * bsize >= ROOM_BYTES ? IN_MEMORY : os.tmpdir()
}

async function administer(server: Server, statement: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
