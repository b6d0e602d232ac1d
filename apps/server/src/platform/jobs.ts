import { Logger, parseCronItems, run } from 'graphile-worker'
import pg from 'pg'
import type { DatabaseConnection } from './database/database.ts'

/** Something the clock asks for, of every village, again and again. It must bear being run twice. */
export interface Job {
  readonly name: string
  readonly everyMinutes: number
  /** `ending`, of a server that ends, says that whoever works long is to stop. */
  run(ending?: AbortSignal): Promise<void>
}

export interface Jobs {
  stop(): Promise<void>
}

/** Does the same for each village in turn; one that fails does not keep the others waiting. */
export async function inEveryVillage(
  villageIds: readonly string[],
  work: (villageId: string) => Promise<unknown>,
): Promise<void> {
  const faults: unknown[] = []
  for (const villageId of villageIds)
    await work(villageId).catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} villages failed`)
}

/**
 * Starts the clock's work. Several servers on one database share it: each due job runs on one of
 * them, and one that failed is tried again.
 */
export async function startJobs(
  connection: DatabaseConnection,
  jobs: readonly Job[],
  onFault: (job: string, error: unknown) => void,
): Promise<Jobs> {
  const ending = new AbortController()
  const pool = new pg.Pool({ ...connection, max: 4 })
  pool.on('error', () => {}) // the pool replaces the connection
  pool.on('connect', (client) => client.on('error', () => {}))
  const taskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async () => {
        try {
          await job.run(ending.signal)
        } catch (error) {
          onFault(job.name, error)
          throw error
        }
      },
    ]),
  )
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 10_000,
    logger: new Logger(() => () => {}),
    taskList,
    parsedCronItems: parseCronItems(
      jobs.map(({ name, everyMinutes }) => ({
        task: name,
        match: everyMinutes === 1 ? '* * * * *' : `*/${everyMinutes} * * * *`,
        options: { backfillPeriod: 0, maxAttempts: 3, jobKey: name },
      })),
    ),
  })
  return {
    stop: async () => {
      ending.abort()
      await runner.stop()
      await pool.end()
    },
  }
}
