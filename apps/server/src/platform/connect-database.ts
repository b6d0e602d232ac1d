import type { Config } from './config.ts'
import type { DatabaseConnection } from './database/database.ts'
import { openEmbeddedPostgres } from './embedded-postgres.ts'
import { requireDatabase, StartError } from './startup-checks.ts'
import type { Started } from './started.ts'

/**
 * The database that was named, or else one of our own under the data folder. `onLost` hears when
 * ours ends unasked: nothing can be answered without it, and the next start recovers.
 *
 * @throws StartError, EmbeddedPostgresError
 */
export async function connectDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  started: Started,
  onLost: (error: StartError) => Promise<void>,
): Promise<DatabaseConnection> {
  if (databaseUrl !== null) {
    const connection = { connectionString: databaseUrl }
    await requireDatabase(connection)
    return connection
  }
  const postgres = started.add(await openEmbeddedPostgres({ dataDir }), (it) => it.stop())
  void postgres.ended.then((said) => {
    if (!started.isClosing) void onLost(new StartError(`PostgreSQL has ended. ${said}`))
  })
  const { host, port, user, database } = postgres
  return { host, port, user, database }
}
