import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { migrationNames, readAppliedMigrations } from '../database/migrate.ts'
import { refuse } from './refusals.ts'
import { query } from './route.ts'

const status = z.object({ status: z.literal('ok') })

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

export function registerPlatformRoutes(
  http: FastifyInstance,
  parts: { readonly database: Database; readonly migrationsDir: string },
): void {
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
      if (!(await isHealthy(parts.database, parts.migrationsDir))) throw refuse('not_ready')
      return { status: 'ok' as const }
    },
  )
  http.get('/api/openapi.json', { schema: { hide: true } }, () => http.swagger())
}
