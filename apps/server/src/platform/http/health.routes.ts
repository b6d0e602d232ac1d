import type { FastifyInstance } from 'fastify'
import { statfs } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { ageMilliseconds, type Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { migrationNames, readAppliedMigrations } from '../database/migrate.ts'
import { outageOf } from '../database/outage.ts'
import { refuse } from './refusals.ts'
import { query } from './route.ts'

const status = z.object({ status: z.literal('ok') })

/** Who asks for health waits no longer: a database that is slower serves nobody. */
const PATIENCE_MILLISECONDS = 3_000

/** Whether the database answers in time; however many ask, it is asked once at a time. */
function watchDatabase({ database, migrationsDir }: HealthParts): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null
  return async () => {
    asked ??= isHealthy(database, migrationsDir).finally(() => (asked = null))
    const late = new AbortController()
    const isLate = delay(PATIENCE_MILLISECONDS, false, { signal: late.signal }).catch(() => false)
    const answer = await Promise.race([asked, isLate])
    late.abort()
    return answer
  }
}

/** Whether the database answers and knows exactly this program's migrations. */
async function isHealthy(database: Database, migrationsDir: string): Promise<boolean> {
  try {
    const applied = await database.outsideVillages(readAppliedMigrations)
    const known = await migrationNames(migrationsDir)
    return applied.length === known.length && known.every((name) => applied.includes(name))
  } catch {
    return false // that it does not answer is the answer
  }
}

export interface HealthParts {
  readonly database: Database
  readonly clock: Clock
  readonly migrationsDir: string
  /** Where the embedded database lives; null: on another machine. */
  readonly dataDir: string | null
}

const TOO_LITTLE_BYTES = 64 * 1024 * 1024
const REMEMBERED_MILLISECONDS = 60_000

/** Whether there is room to write: as the disk says, or as the database lately said. */
function watchStorage(http: FastifyInstance, { clock, dataDir }: HealthParts) {
  let fullAt = new Date(0)
  http.addHook('onError', async (_request, _reply, error) => {
    if (outageOf(error) === 'full') fullAt = clock.now()
  })
  const freeBytes = async () => {
    if (dataDir === null) return Infinity
    const { bavail, bsize } = await statfs(dataDir)
    return bavail * bsize
  }
  return {
    isFull: async () =>
      ageMilliseconds(fullAt, clock.now()) < REMEMBERED_MILLISECONDS ||
      (await freeBytes()) < TOO_LITTLE_BYTES,
  }
}

export function registerPlatformRoutes(http: FastifyInstance, parts: HealthParts): void {
  const storage = watchStorage(http, parts)
  const isDatabaseReady = watchDatabase(parts)
  query(
    http,
    {
      url: '/api/health',
      access: 'public',
      summary: 'Ready: the database answers and its schema is current',
      tag: 'platform',
      answer: status,
    },
    async () => {
      if (await storage.isFull()) throw refuse('storage_full')
      if (!(await isDatabaseReady())) throw refuse('not_ready')
      return { status: 'ok' as const }
    },
  )
  http.get('/api/openapi.json', { schema: { hide: true } }, () => http.swagger())
}
