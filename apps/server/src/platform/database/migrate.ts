import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import type { DatabaseConnection, Db } from './database.ts'

export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  constructor(
    readonly code: 'newer_schema' | 'failed',
    message: string,
  ) {
    super(message)
  }
}

const LOCK = 7_210_426 // any fixed number: one migrator at a time on a database

/**
 * Brings the schema up to date: each numbered folder's `up.sql`, in order, in one transaction each.
 * Safe to run from several servers at once.
 * @throws MigrationError 'newer_schema' when the database knows a migration that this program does not
 */
export async function migrate(
  connection: DatabaseConnection,
  migrationsDir: string,
): Promise<string[]> {
  const client = new pg.Client({ ...connection })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const known = await migrationNames(migrationsDir)
    const applied = new Set(await appliedNames(client))
    const unknown = [...applied].find((name) => !known.includes(name))
    if (unknown !== undefined)
      throw new MigrationError(
        'newer_schema',
        `The database was made by a newer version of Azalea (it knows "${unknown}"). Start that version, or restore a backup.`,
      )
    const missing = known.filter((name) => !applied.has(name))
    for (const name of missing) await applyOne(client, migrationsDir, name)
    return missing
  } finally {
    await client.end()
  }
}

/** This program's migrations, in their order. */
export async function migrationNames(migrationsDir: string): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}

/** The migrations that the database knows. */
export async function readAppliedMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM schema_migration`.execute(db)
  return rows.map((row) => row.name)
}

async function appliedNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration')
  return rows.map((row) => row.name)
}

async function applyOne(client: pg.Client, migrationsDir: string, name: string): Promise<void> {
  const text = await readFile(join(migrationsDir, name, 'up.sql'), 'utf8')
  await client.query('BEGIN')
  try {
    await client.query(text)
    await client.query('INSERT INTO schema_migration (name) VALUES ($1)', [name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new MigrationError('failed', `Migration ${name} failed: ${String(error)}`)
  }
}
