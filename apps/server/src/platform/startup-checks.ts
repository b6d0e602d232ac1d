import { createServer } from 'node:net'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { DatabaseConnection } from './database/database.ts'

/** Why the server cannot start, in one sentence for whoever started it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** @throws StartError when another program listens on the port */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(port, () => probe.close(() => resolve()))
  }).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use by another program. Stop it, or choose another: PORT=8081 npm start.`
        : `Port ${port} cannot be opened: ${error.message}.`,
    )
  })
}

/** @throws StartError when nothing can be written there */
export async function requireWritableFolder(folder: string): Promise<void> {
  const probe = join(folder, `.write-test-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true })
    await (await open(probe, 'w')).close()
    await rm(probe)
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} is not writable (${(error as NodeJS.ErrnoException).code ?? String(error)}). Choose another: AZALEA_DATA=… npm start.`,
    )
  }
}

/** @throws StartError when the database does not answer or is too old */
export async function requireDatabase(connection: DatabaseConnection): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    )
    const version = rows[0]?.version ?? 0
    if (version < 150_000)
      throw new StartError(
        `The database is PostgreSQL ${Math.floor(version / 10_000)}; Azalea needs 15 or later.`,
      )
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `The database at DATABASE_URL does not answer: ${(error as Error).message || String(error)}.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
