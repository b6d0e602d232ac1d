import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import {
  openDatabase,
  type Database,
  type DatabaseConnection,
} from '../src/platform/database/database.ts'

export interface TestDatabase {
  readonly database: Database
  readonly connection: DatabaseConnection
  /** As the owner: for fixtures, and to look behind row-level security. */
  readonly owner: pg.Client
  close(): Promise<void>
}

/** A database of its own, copied from the migrated template: nothing is shared between test files. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { templateDatabase, ...server } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withAdmin(
    { ...server, database: 'postgres' },
    `CREATE DATABASE ${name} TEMPLATE ${templateDatabase} STRATEGY = FILE_COPY`,
  )
  const connection = { ...server, database: name }
  const database = openDatabase(connection, { maxConnections: 10 })
  const owner = new pg.Client(connection)
  await owner.connect()
  const close = async () => {
    await database.close()
    await owner.end()
    await withAdmin({ ...server, database: 'postgres' }, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { database, connection, owner, close }
}

/** The same, closed by itself when the running test ends. */
export async function useTestDatabase(): Promise<TestDatabase> {
  const created = await createTestDatabase()
  onTestFinished(() => created.close())
  return created
}

async function withAdmin(connection: DatabaseConnection, statement: string): Promise<void> {
  const admin = new pg.Client({ ...connection })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
