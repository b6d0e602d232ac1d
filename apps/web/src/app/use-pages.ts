import { keyOf, type Params, type PathOf, type ReadArguments, type Result } from '@azalea/client'
import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import { get } from './api.ts'

/** The paths that are read page by page. */
export type PagedPath = {
  [P in PathOf<'get'>]: 'cursor' extends keyof Params<P> ? P : never
}[PathOf<'get'>]

export type PageParams<P extends PagedPath> = Omit<Params<P>, 'cursor'>

export type Pages<Page> = UseInfiniteQueryResult<InfiniteData<Page, string | null>>

interface PagesOptions<Page> {
  enabled?: boolean
  /** Where the page after this one begins, if not at its `nextCursor`. */
  next?: (page: Page) => string | null
}

export type PagesArguments<P extends PagedPath> =
  object extends PageParams<P>
    ? [params?: PageParams<P>, options?: PagesOptions<Result<P>>]
    : [params: PageParams<P>, options?: PagesOptions<Result<P>>]

/**
 * A list that is read page by page: `usePages('/api/me/objections')`. A page may hold more than its
 * rows, such as the board's period: it stands in `data.pages[0]`.
 */
export function usePages<P extends PagedPath>(
  path: P,
  ...[params, { enabled = true, next = nextCursorOf } = {}]: PagesArguments<P>
): Pages<Result<P>> {
  return useInfiniteQuery({
    queryKey: [...keyOf(path, ...asArguments<P>(params)), 'pages'],
    queryFn: ({ pageParam, signal }) => readPage(path, { ...params, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: next,
    enabled,
  })
}

/** One page of such a list. */
export function readPage<P extends PagedPath>(
  path: P,
  params: object,
  signal?: AbortSignal,
): Promise<Result<P>> {
  return get(path, ...asArguments<P>(params, { signal }))
}

/** What the contract says of a path’s arguments holds for each path, and for no path in general. */
function asArguments<P extends PagedPath>(...given: [params?: object, options?: object]) {
  return given as unknown as ReadArguments<P>
}

function nextCursorOf(page: unknown): string | null {
  return (page as { nextCursor?: string | null }).nextCursor ?? null
}
