import { compose } from './compose.ts'
import { openDependencies, readSettings, startWatching, type Run } from './dependencies.ts'
import { openTrace, recoverLog } from './modules/log/index.ts'
import { connectDatabase } from './platform/connect-database.ts'
import { openDatabase } from './platform/database/database.ts'

/** `node dist/server.mjs log recover <village> [--retire]`, while no server runs. */
export async function recoverVillageLog(
  run: Run,
  villageId: string,
  flags: readonly string[],
): Promise<void> {
  const { started } = run
  const settings = await readSettings()
  const connection = await connectDatabase(settings, started, run.giveUp)
  const dependencies = await openDependencies(run, settings, connection)
  const witnesses = await startWatching(run, { settings, connection, dependencies })
  const server = await compose({ ...dependencies, witnesses })
  started.add(server.http, (it) => it.close())
  const asOwner = { asOwner: true, maxConnections: 1 }
  const ownerDatabase = started.add(openDatabase(connection, asOwner), (it) => it.close())
  const parts = { ...server, ownerDatabase, trace: openTrace(settings.traceDir) }
  const { kind, origin, size } = await recoverLog(parts, villageId, {
    retire: flags.includes('--retire'),
  })
  run.print(
    kind === 'rebuilt'
      ? `${origin} is whole again: ${size} entries, as they were signed.`
      : `The old log is retired as it is. ${origin} begins when the server starts; tell its witnesses.`,
  )
  await started.close()
}
