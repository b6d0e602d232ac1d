import { ApiProblem, keyOf, type Answer, type Schema } from '@azalea/client'
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { get } from './api.ts'

export type Role = SignedIn['roles'][number]

/** Those who work for the village, and so have a workbench. */
export const cadreRoles: readonly Role[] = [
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
]

/** The person who is signed in, in one village. */
export type SignedIn = Schema<'SessionView'>

export type Session = SignedIn | null

/** One of several villages or persons that a telephone belongs to. */
export type VillageChoice = NonNullable<SessionAnswer['choices']>[number]

type SessionAnswer = Answer<'/api/session'>

const nobody: SessionAnswer = { choices: null, session: null }

export const sessionKey = keyOf('/api/session')

/** Queries pause for nothing: the service worker answers from its cache when the network is away. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 30_000, retry: worthRetrying },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/**
 * Who is signed in. `session` is null for a visitor; `isLoading` is true only before the first
 * answer. `error` is set when the server could not be asked at all.
 */
export function useSession(): SessionAnswer & { isLoading: boolean; error: Error | null } {
  const { data, isLoading, error } = useQuery({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: 5 * 60_000,
  })
  return { ...(data ?? nobody), isLoading, error }
}

/** Call after signing in or after changing village: everything shown belonged to somebody else. */
export function useSessionChanged(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    await (await import('./forget-person.ts')).forgetPerson()
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
    await queryClient.invalidateQueries({ queryKey: sessionKey })
  }, [queryClient])
}

/** Somebody of elsewhere who only takes vouchers: the village's pages are not theirs. */
export function isOutsider(session: Session): boolean {
  return session !== null && !session.roles.includes('villager')
}

export function hasRole(session: Session, wanted: readonly Role[]): boolean {
  return session?.roles.some((role) => wanted.includes(role)) ?? false
}

async function readSession(): Promise<SessionAnswer> {
  try {
    const answer = await get('/api/session')
    noteMember(answer.session !== null && !isOutsider(answer.session))
    return answer
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
    noteMember(false)
    return nobody
  }
}

/** Tells the script in the page's head (`early.ts`) whose home to ask for at the next visit. */
function noteMember(isMember: boolean): void {
  try {
    if (isMember) localStorage.setItem('azalea.member', '1')
    else localStorage.removeItem('azalea.member')
  } catch {
    // Without storage the next visit asks one after the other.
  }
}

function worthRetrying(failures: number, error: Error): boolean {
  if (!navigator.onLine) return false
  const status = error instanceof ApiProblem ? error.status : 0
  return failures < 2 && (status >= 500 || status === 0)
}
