import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import { apiGet, type Query } from './api.ts'

/** One page of a list as the server gives it; `nextCursor` is null on the last page. */
export interface PageAnswer<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

export type Pages<Answer> = UseInfiniteQueryResult<InfiniteData<Answer, string | null>>

/**
 * A list that is read page by page. `Answer` may hold more than the page itself, such as the
 * board's period: it stands in `data.pages[0]`.
 */
export function usePages<Answer extends PageAnswer<unknown>>(
  path: string,
  query: Query = {},
  options: { enabled?: boolean } = {},
): Pages<Answer> {
  return useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) =>
      apiGet<Answer>(path, { ...query, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: options.enabled ?? true,
  })
}
