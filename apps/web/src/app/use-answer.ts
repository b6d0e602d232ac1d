import { keyOf, type Params, type PathOf, type ReadArguments, type Result } from '@azalea/client'
import {
  queryOptions,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import { get } from './api.ts'

/** When an answer is asked for, and how long it counts; the rest is the path's. */
export type AnswerOptions<P extends PathOf<'get'>> = Omit<
  UseQueryOptions<Result<P>>,
  'queryKey' | 'queryFn' | 'select'
>

type AnswerArguments<P extends PathOf<'get'>> =
  Record<string, never> extends Params<P>
    ? [params?: Params<P>, options?: AnswerOptions<P>]
    : object extends Params<P>
      ? [params?: Params<P>, options?: AnswerOptions<P>]
      : [params: Params<P>, options?: AnswerOptions<P>]

/** What a path answers and the key under which it is kept, for `useQueries` and the like. */
export function answerOf<P extends PathOf<'get'>>(path: P, ...[params]: ReadArguments<P>) {
  const asked = [params] as unknown as ReadArguments<P>
  return queryOptions({
    queryKey: keyOf(path, ...asked),
    queryFn: ({ signal }): Promise<Result<P>> =>
      get(path, ...([params, { signal }] as unknown as ReadArguments<P>)),
  })
}

/**
 * What the server answers to a path of the contract, kept under the path and what it was asked with:
 * `useAnswer('/api/awards/{id}', { id })`.
 */
export function useAnswer<P extends PathOf<'get'>>(
  path: P,
  ...[params, options]: AnswerArguments<P>
): UseQueryResult<Result<P>> {
  const asked = [params] as unknown as ReadArguments<P>
  return useQuery({ ...(answerOf(path, ...asked) as UseQueryOptions<Result<P>>), ...options })
}
