import { useQuery } from '@tanstack/react-query'
import { apiGet } from './api.ts'
import type { Role } from './session.tsx'

/** What a server says of itself to anybody. */
export interface Setup {
  /** Whether the first village is still to be founded. */
  needed: boolean
  /** Those served here. */
  villages: readonly VillageName[]
  /** Who can be tried out; null where real people live. */
  demonstrationSignIns: readonly DemonstrationSignIn[] | null
}

export interface VillageName {
  villageId: string
  name: string
  townName: string
}

/** One person of the demonstration village, whom a visitor may be. */
export interface DemonstrationSignIn {
  role: Role
  name: string
  phone: string
  code: string
}

export function useSetup(enabled = true) {
  return useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => apiGet<Setup>('/api/setup', {}, { signal }),
    enabled,
  })
}
