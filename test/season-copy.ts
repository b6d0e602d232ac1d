import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { serveVillage, type ServedVillage } from './served-village.ts'

export interface SeasonCopy {
  /** Serves it, with these settings; again after it was stopped or killed. */
  serve(settings?: Readonly<Record<string, string>>): Promise<ServedVillage>
  remove(): Promise<void>
}

/**
 * The village as its season left it, for a journey alone: what happens there, no other journey sees.
 * Of a village that somebody else serves there is no copy.
 */
export async function copySeason(): Promise<SeasonCopy> {
  const season = inject('season')
  if (season === null) throw new Error('whoever serves the village has no copy of its season')
  const dataDir = await mkdtemp(join(tmpdir(), 'azalea-copy-'))
  await cp(season, dataDir, { recursive: true, preserveTimestamps: true })
  return {
    serve: (settings = {}) => serveVillage({ demonstration: true, dataDir, settings }),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}
