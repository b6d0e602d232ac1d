import type { Answer } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'

/** The part of everything held about a person that the pages show; the rest is downloaded. */
export interface HeldData {
  publishesName: boolean
  consents: readonly { decision: 'join' | 'leave'; optInVersion: number; decidedAt: string }[]
}

/** Everything held about the reader: a large answer, so it is read rarely. */
export function useHeldData() {
  const { data, ...held } = useAnswer('/api/me/data', {}, { staleTime: 5 * 60_000 })
  return { ...held, data: data && heldOf(data) }
}

/** The contract leaves open what stands in each part: it is whatever the village holds. */
function heldOf({ person, consents }: Answer<'/api/me/data'>): HeldData {
  return {
    publishesName: person['publishesName'] === true,
    consents: consents.map(({ decision, optInVersion, decidedAt }) => ({
      decision: decision === 'leave' ? 'leave' : 'join',
      optInVersion: Number(optInVersion),
      decidedAt: String(decidedAt),
    })),
  }
}
