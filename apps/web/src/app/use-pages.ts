import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import type { PageAnswer } from '../ui/paged.tsx'
import { apiGet, type Query } from './api.ts'

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
