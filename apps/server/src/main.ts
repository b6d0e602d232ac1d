import { join } from 'node:path'
import { checkBooks, opensFirstVillage } from './check-books.ts'
import { compose, type Server } from './compose.ts'
import {
  LogFault,
  noWitnesses,
  openTrace,
  readWitnessPolicy,
  recoverLog,
  runSequencers,
  startDemonstrationWitnesses,
} from './modules/log/index.ts'
import { jobsOf } from './modules.ts'
import type { Dependencies } from './parts.ts'
import { systemClock } from './platform/clock.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { openDatabase, type DatabaseConnection } from './platform/database/database.ts'
import { migrate, MigrationError } from './platform/database/migrate.ts'
import { EmbeddedPostgresError, openEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { systemRandomness } from './platform/identity.ts'
import { startJobs } from './platform/jobs.ts'
import {
  requireDatabase,
  requireFreePort,
  requireWritableFolder,
  StartError,
} from './platform/startup-checks.ts'
import { onShutdown } from './platform/lifecycle.ts'
import { settleMasterKey } from './platform/master-key.ts'
import {
  consoleSmsSender,
  demonstrationSmsSender,
  type DemonstrationSignIn,
} from './platform/sms.ts'
import { createWechat } from './platform/wechat-http.ts'
import { castDemonstration, demonstrationSignIns } from './season/demonstration.ts'
import { loadSeason } from './season/load-season.ts'
import { whyNotServed } from './season/village-kinds.ts'

const here = import.meta.dirname
const closers: (() => Promise<void>)[] = []

/** Whom the logs are shown to; the demonstration's witnesses are known once they run. */
let witnesses = noWitnesses

let closing: Promise<void> | undefined

/** Undoes what has been started, last first; once, whoever asks. */
function closeAll(): Promise<void> {
  closing ??= (async () => {
    for (const close of closers.toReversed()) await close()
  })()
  return closing
}

async function connect(config: Config): Promise<DatabaseConnection> {
  if (config.databaseUrl !== null) {
    const connection = { connectionString: config.databaseUrl }
    await requireDatabase(connection)
    return connection
  }
  const postgres = await openEmbeddedPostgres({ dataDir: config.dataDir })
  closers.push(() => postgres.stop())
  // Nothing can be answered without it; the next start recovers.
  void postgres.ended.then((said) => {
    if (closing === undefined) void giveUp(new StartError(`PostgreSQL has ended. ${said}`))
  })
  const { host, port, user, database } = postgres
  return { host, port, user, database }
}

async function surround(config: Config, connection: DatabaseConnection): Promise<Dependencies> {
  const database = openDatabase(connection)
  closers.push(() => database.close())
  const masterKey = await settleMasterKey({
    path: join(config.dataDir, 'keys', 'master.key'),
    database,
    randomness: systemRandomness,
    opens: (keyring) => opensFirstVillage(database, keyring),
  })
  const signIns = config.demonstration ? demonstrationSignIns(castDemonstration()) : null
  const onConsole = consoleSmsSender((line) => console.log(line))
  return {
    database,
    clock: systemClock,
    randomness: systemRandomness,
    masterKey,
    migrationsDir: join(here, 'migrations'),
    dataDir: config.databaseUrl === null ? config.dataDir : null,
    publicUrl: config.publicUrl,
    webDir: config.webDir,
    logFaults: true,
    limitRates: true,
    sms: signIns ? demonstrationSmsSender(signIns, onConsole) : onConsole,
    setupToken: config.demonstration ? null : systemRandomness.bytes(12).toString('base64url'),
    demonstrationSignIns: signIns,
    witnesses: () => witnesses,
    wechat: config.wechat && createWechat(config.wechat, systemClock),
  }
}

/** Everything that was set, read before anything is begun. @throws ConfigError */
async function readSettings(): Promise<Config> {
  const config = readConfig(process.env, join(here, 'web'))
  if (config.witnessesFile !== null) witnesses = await readWitnessPolicy(config.witnessesFile)
  return config
}

async function start(): Promise<void> {
  const config = await readSettings()
  await requireFreePort(config.port)
  await requireWritableFolder(config.dataDir)
  const connection = await connect(config)
  await migrate(connection, join(here, 'migrations'))
  const dependencies = await surround(config, connection)
  const whyNot = await whyNotServed(dependencies.database, config.demonstration)
  if (whyNot !== null) throw new StartError(whyNot)
  if (config.demonstration) await loadDemonstration(connection, dependencies)
  const findings = await checkBooks(dependencies)
  if (findings.length > 0)
    throw new StartError(
      `The books do not agree; nothing is served. ${JSON.stringify(findings[0])}`,
    )
  const server = await compose(dependencies)
  closers.push(() => server.http.close())
  await server.http.listen({ port: config.port, host: '0.0.0.0' })
  const jobs = await startJobs(connection, jobsOf(server), (job, error) =>
    console.error(`[${job}]`, error),
  )
  closers.push(() => jobs.stop())
  const parts = { ...dependencies, keyring: server.keyring, witnesses: () => witnesses }
  await startOwnWitnesses(config, parts)
  const onFault = (fault: unknown) => console.error('[log]', fault)
  const trace = openTrace(config.traceDir)
  const sequencers = runSequencers({ ...parts, trace, onFault })
  closers.push(() => sequencers.stop())
  await announce(server, dependencies)
}

async function startOwnWitnesses(config: Config, parts: Dependencies & Pick<Server, 'keyring'>) {
  if (config.demonstration && config.witnessesFile === null) {
    const demonstration = await startDemonstrationWitnesses({
      ...parts,
      program: join(here, 'witness.mjs'),
      folder: join(config.dataDir, 'witnesses'),
      onProblem: (problem) => console.error(problem),
    })
    closers.push(() => demonstration.stop())
    witnesses = demonstration.policy
  }
}

/** `node dist/server.mjs log recover <village> [--retire]`, while no server runs. */
async function recover(villageId: string, flags: readonly string[]): Promise<void> {
  const config = await readSettings()
  const connection = await connect(config)
  const dependencies = await surround(config, connection)
  const server = await compose(dependencies)
  closers.push(() => server.http.close())
  const ownerDatabase = openDatabase(connection, { asOwner: true, maxConnections: 1 })
  closers.push(() => ownerDatabase.close())
  const trace = openTrace(config.traceDir)
  const parts = { ...dependencies, ...server, ownerDatabase, trace, witnesses: () => witnesses }
  await startOwnWitnesses(config, parts)
  const { kind, origin, size } = await recoverLog(parts, villageId, {
    retire: flags.includes('--retire'),
  })
  console.log(
    kind === 'rebuilt'
      ? `${origin} is whole again: ${size} entries, as they were signed.`
      : `The old log is retired as it is. ${origin} begins when the server starts; tell its witnesses.`,
  )
  await closeAll()
}

async function loadDemonstration(
  connection: DatabaseConnection,
  dependencies: Dependencies,
): Promise<void> {
  const began = Date.now()
  const database = openDatabase(connection, { waitsForDisk: false })
  const announceLoad = () => console.log('Loading the demonstration village, once; about a minute…')
  const { commands } = await loadSeason(
    { ...dependencies, database },
    systemClock.now(),
    announceLoad,
  )
  await database.close()
  if (commands > 0)
    console.log(
      `Its season is loaded: ${commands} commands in ${Math.round((Date.now() - began) / 1000)} s.`,
    )
}

async function announce(
  { http }: Server,
  { publicUrl, demonstrationSignIns: signIns, setupToken }: Dependencies,
): Promise<void> {
  const { needed } = (await http.inject('/api/setup')).json<{ needed: boolean }>()
  const lines = [
    `\nAzalea serves at ${publicUrl}`,
    ...(signIns ? signInLines(signIns) : []),
    ...(needed && setupToken
      ? [`Open it to found your village. The set-up code is ${setupToken}`]
      : []),
  ]
  // In one piece: whoever waits for the address finds everything else beside it.
  console.log(lines.join('\n'))
}

function signInLines(signIns: readonly DemonstrationSignIn[]): string[] {
  const lines = signIns.map(
    ({ role, name, phone, code }) => `  ${phone}  code ${code}  ${name} (${role})`,
  )
  return ['Demonstration sign-ins:', ...lines]
}

async function giveUp(error: unknown): Promise<void> {
  const told = [ConfigError, StartError, EmbeddedPostgresError, MigrationError, LogFault]
  console.error(told.some((kind) => error instanceof kind) ? (error as Error).message : error)
  await closeAll().catch((problem: unknown) => console.error(problem))
  process.exit(1)
}

onShutdown(closeAll, { onProblem: (problem) => console.error(problem) })
const [area, verb, villageId, ...flags] = process.argv.slice(2)
try {
  if (area === undefined) await start()
  else if (area === 'log' && verb === 'recover' && villageId) await recover(villageId, flags)
  else throw new StartError('Without arguments it serves; else: log recover <village> [--retire]')
} catch (error) {
  // Asked to end in the middle of starting: what fails then fails because its ground is gone.
  if (closing === undefined) await giveUp(error)
}
