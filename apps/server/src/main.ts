import { announcement } from './announcement.ts'
import { checkConsistency } from './check-consistency.ts'
import { compose } from './compose.ts'
import {
  migrationsDir,
  openDependencies,
  readSettings,
  startWatching,
  type DemonstrationParts,
  type Run,
} from './dependencies.ts'
import { LogFault, openTrace, runSequencers } from './modules/log/index.ts'
import { listenToBroker } from './modules/produce/index.ts'
import { jobsOf } from './modules.ts'
import { ConfigError } from './platform/config.ts'
import { connectDatabase } from './platform/connect-database.ts'
import { migrate, MigrationError } from './platform/database/migrate.ts'
import { EmbeddedPostgresError } from './platform/embedded-postgres.ts'
import { startJobs } from './platform/jobs.ts'
import { requireFreePort, requireWritableFolder, StartError } from './platform/startup-checks.ts'
import { onShutdown } from './platform/lifecycle.ts'
import { Started } from './platform/started.ts'
import { recoverVillageLog } from './recover-village-log.ts'
import { whyNotServed } from './village-kinds.ts'

/** Told in their own sentence; anything else with where it came from. */
const plain = [ConfigError, StartError, EmbeddedPostgresError, MigrationError, LogFault]

/** Runs the program until it is asked to end: a server, or what `args` name instead. */
export async function main(
  args: readonly string[],
  demonstration: DemonstrationParts | null,
): Promise<void> {
  const started = new Started()
  const report = (problem: unknown) => console.error(problem)
  const giveUp = async (reason: unknown) => {
    // Asked to end in the middle of starting: what fails then fails because its ground is gone.
    if (started.isClosing) return
    report(plain.some((kind) => reason instanceof kind) ? (reason as Error).message : reason)
    await started.close().catch(report)
    process.exit(1)
  }
  const print = (line: string) => console.log(line)
  const run: Run = { started, demonstration, print, report, giveUp }
  onShutdown(() => started.close(), { onProblem: report })
  const [area, verb, villageId, ...flags] = args
  try {
    if (area === undefined) await serve(run)
    else if (area === 'log' && verb === 'recover' && villageId)
      await recoverVillageLog(run, villageId, flags)
    else throw new StartError('Without arguments it serves; else: log recover <village> [--retire]')
  } catch (error) {
    await giveUp(error)
  }
}

async function serve(run: Run): Promise<void> {
  const { started, demonstration, print, giveUp } = run
  const settings = await readSettings()
  await requireFreePort(settings.port)
  await requireWritableFolder(settings.dataDir)
  const connection = await connectDatabase(settings, started, giveUp)
  await migrate(connection, migrationsDir)
  const dependencies = await openDependencies(run, settings, connection)
  const ground = { settings, connection, dependencies }
  const whyNot = await whyNotServed(dependencies.database, demonstration !== null)
  if (whyNot !== null) throw new StartError(whyNot)
  await demonstration?.load(ground, print)
  const [finding] = await checkConsistency(dependencies)
  if (finding !== undefined)
    throw new StartError(
      `The data are not consistent; nothing is served. ${JSON.stringify(finding)}`,
    )
  const witnesses = await startWatching(run, ground)
  const server = await compose({ ...dependencies, witnesses })
  started.add(server.http, (it) => it.close())
  await server.http.listen({ port: settings.port, host: '0.0.0.0' })
  const onJobFault = (job: string, error: unknown) => console.error(`[${job}]`, error)
  started.add(await startJobs(connection, jobsOf(server), onJobFault), (it) => it.stop())
  const onFault = (fault: unknown) => console.error('[log]', fault)
  const trace = openTrace(settings.traceDir)
  started.add(runSequencers({ ...server, trace, onFault }), (it) => it.stop())
  const { broker = null } = server
  if (broker !== null && settings.broker !== null) {
    const onFault = (fault: unknown) => console.error('[sensors]', fault)
    started.add(listenToBroker({ ...server, broker, onFault }, settings.broker), (it) => it.stop())
  }
  print(await announcement(server))
}
