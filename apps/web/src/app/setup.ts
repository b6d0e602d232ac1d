import type { Answer } from '@azalea/client'
import { useAnswer } from './use-answer.ts'

/** What a server says of itself to anybody. */
export type Setup = Answer<'/api/setup'>

export type VillageName = Setup['villages'][number]

/** One person of the demonstration village, whom a visitor may be. */
export type DemonstrationSignIn = NonNullable<Setup['demonstrationSignIns']>[number]

export function useSetup(enabled = true) {
  return useAnswer(
    '/api/setup',
    {},
    {
      enabled,
    },
  )
}
