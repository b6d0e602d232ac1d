import type { TestProject } from 'vitest/node'
import { keepVillage, type KeptVillage } from './kept-village.ts'
import { shareOffers, type OffersToClaim } from './offers-to-claim.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration village of all journeys is served. */
    villageUrl: string
    /** Milliseconds by which the journeys' time stands off the real one. */
    clockShift: number
    /** A copy of the village's data folder as the season left it; null of a village that somebody else serves. */
    season: string | null
    /** What is shared out there while the journeys go on. */
    offers: OffersToClaim
  }
}

/**
 * One demonstration village for all journeys: the one that `npm test` keeps (`KEPT_VILLAGE`), one that
 * somebody serves at the real time (`JOURNEY_URL`), or one whose season is loaded first.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { village, close } = await villageOf(process.env)
  process.env['CLOCK_SHIFT'] = String(village.clockShift)
  await import(new URL('shift-clock.mjs', import.meta.url).href)
  project.provide('villageUrl', village.url)
  project.provide('clockShift', village.clockShift)
  project.provide('season', village.season)
  project.provide('offers', await shareOffers(village.url))
  return close
}

type SharedVillage = Omit<KeptVillage, 'season'> & { readonly season: string | null }

async function villageOf({
  KEPT_VILLAGE: kept,
  JOURNEY_URL: url,
}: NodeJS.ProcessEnv): Promise<{ village: SharedVillage; close: () => Promise<void> }> {
  const close = async () => undefined
  if (kept) return { village: JSON.parse(kept), close }
  if (url) return { village: { url, clockShift: 0, season: null }, close }
  return keepVillage()
}
