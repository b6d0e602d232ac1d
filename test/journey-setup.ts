import type { TestProject } from 'vitest/node'
import { shareOffers, type OffersToClaim } from './offers-to-claim.ts'
import { serveVillage } from './served-village.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration village of all journeys is served. */
    villageUrl: string
    /** What is shared out there while the journeys go on. */
    offers: OffersToClaim
  }
}

/**
 * One demonstration village for all journeys: the one that `JOURNEY_URL` names, or the built server
 * with a folder of its own, whose season is loaded first.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['JOURNEY_URL']
  if (running) {
    project.provide('villageUrl', running)
    project.provide('offers', await shareOffers(running))
    return async () => undefined
  }
  const village = await serveVillage({ demonstration: true })
  project.provide('villageUrl', village.url)
  project.provide('offers', await shareOffers(village.url))
  return async () => {
    await village.stop()
  }
}
