import { join } from 'node:path'
import { compose } from './compose.ts'
import { systemClock } from './platform/clock.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { openDatabase, type DatabaseConnection } from './platform/database/database.ts'
import { migrate, MigrationError } from './platform/database/migrate.ts'
import { EmbeddedPostgresError, openEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { systemRandomness } from './platform/identity.ts'
import { startJobs } from './platform/jobs.ts'
import { loadMasterKey } from './platform/keyring.ts'
import {
  requireDatabase,
  requireFreePort,
  requireWritableFolder,
  StartError,
} from './platform/lead-in.ts'
import { onShutdown } from './platform/lifecycle.ts'
import { consoleSmsSender } from './platform/sms.ts'

const here = import.meta.dirname
const closers: (() => Promise<void>)[] = []

/** Undoes what has been started, last first. */
async function closeAll(): Promise<void> {
  for (const close of closers.toReversed()) await close()
}

async function connect(config: Config): Promise<DatabaseConnection> {
  if (config.databaseUrl !== null) {
    const connection = { connectionString: config.databaseUrl }
    await requireDatabase(connection)
    return connection
  }
  const postgres = await openEmbeddedPostgres({ dataDir: config.dataDir })
  closers.push(() => postgres.stop())
  const { host, port, user, database } = postgres
  return { host, port, user, database }
}

async function start(): Promise<void> {
  const config = readConfig(process.env, join(here, 'web'))
  await requireFreePort(config.port)
  await requireWritableFolder(config.dataDir)
  const connection = await connect(config)
  await migrate(connection, join(here, 'migrations'))
  const masterKey = await loadMasterKey(
    join(config.dataDir, 'keys', 'master.key'),
    systemRandomness,
  )
  const database = openDatabase(connection)
  closers.push(() => database.close())
  const server = await compose({
    database,
    clock: systemClock,
    randomness: systemRandomness,
    masterKey,
    migrationsDir: join(here, 'migrations'),
    publicUrl: config.publicUrl,
    webDir: config.webDir,
    logFaults: true,
    limitRates: true,
    sms: consoleSmsSender((line) => console.log(line)),
    setupToken: config.demonstration ? null : systemRandomness.bytes(9).toString('base64url'),
    demonstrationSignIns: null,
  })
  closers.push(() => server.http.close())
  await server.http.listen({ port: config.port, host: '0.0.0.0' })
  const jobs = await startJobs(connection, [], (chore, error) => console.error(`[${chore}]`, error))
  closers.push(() => jobs.stop())
  console.log(`Azalea serves at ${config.publicUrl}`)
}

onShutdown(closeAll, { onProblem: (problem) => console.error(problem) })
try {
  await start()
} catch (error) {
  const told = [ConfigError, StartError, EmbeddedPostgresError, MigrationError]
  console.error(told.some((kind) => error instanceof kind) ? (error as Error).message : error)
  await closeAll().catch((problem: unknown) => console.error(problem))
  process.exit(1)
}
