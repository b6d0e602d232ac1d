import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { serveVillage, startVillage, type ServedVillage } from './served-village.ts'

/** What the journeys know of the village that they all share. */
export interface KeptVillage {
  readonly url: string
  /** Milliseconds by which the clock of its server stands off the real one. */
  readonly clockShift: number
  /** A copy of its data folder as the season left it, nothing running on it. */
  readonly season: string
}

/**
 * The village's time when its season is loaded: a Sunday afternoon at the end of a month. Always the
 * same, so that no test depends on the day and the hour at which it runs.
 */
const SEASON_ENDS = new Date('2026-05-31T06:30:00Z')
/** Enough that activities have been closed by then. */
const COMMANDS_BEFORE_DEATH = 4_000
const LOADED_WITHIN_MILLISECONDS = 900_000

/**
 * Loads a demonstration village, kills its server with signal 9 in the middle of the season, starts
 * it again, and serves it at a fixed time: what is seen in it holds for a season that was begun twice.
 */
export async function keepVillage(): Promise<{ village: KeptVillage; close: () => Promise<void> }> {
  const clockShift = SEASON_ENDS.getTime() - Date.now()
  process.env['CLOCK_SHIFT'] = String(clockShift)
  const folder = await mkdtemp(join(tmpdir(), 'azalea-journey-'))
  const [dataDir, season] = [join(folder, 'data'), join(folder, 'season')]
  const served = { demonstration: true, dataDir }
  const loading = await startVillage(served)
  await untilMidSeason(dataDir, loading)
  await loading.kill()
  const loaded = await serveVillage(served)
  await loaded.stop()
  await cp(dataDir, season, { recursive: true, preserveTimestamps: true })
  const village = await serveVillage(served)
  return {
    village: { url: village.url, clockShift, season },
    close: async () => {
      await village.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilMidSeason(dataDir: string, { output }: Pick<ServedVillage, 'output'>) {
  const deadline = performance.now() + LOADED_WITHIN_MILLISECONDS
  while (performance.now() < deadline) {
    await delay(200)
    if (output().includes('Azalea serves at'))
      throw new Error('the season was over before its half')
    if ((await commandsIn(dataDir)) >= COMMANDS_BEFORE_DEATH) return
  }
  throw new Error(`the season did not get to its half: ${output()}`)
}

/** How many commands the running server's database holds; 0 while there is none. */
async function commandsIn(dataDir: string): Promise<number> {
  const [, , , port, host] = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  )
  if (!port || !host) return 0
  const client = new pg.Client({ host, port: Number(port), user: 'azalea', database: 'azalea' })
  try {
    await client.connect()
    const { rows } = await client.query('SELECT count(*)::int AS n FROM command')
    return rows[0].n
  } catch {
    return 0 // it is not there yet
  } finally {
    await client.end().catch(() => undefined)
  }
}
