import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import { Pager } from './pager.tsx'
import { Skeleton } from './skeleton.tsx'

/** One page of a list as the server gives it; `nextCursor` is null on the last page. */
export interface PageAnswer<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** A list that is read page by page, however far it was read. */
export interface PagesShown<Answer> {
  readonly data: { readonly pages: readonly Answer[] } | undefined
  readonly error: Error | null
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
}

/** A list read page by page in all its states: being read, failed, empty, shown, more to come. */
export function Paged<Item>({
  pages,
  empty,
  children,
}: {
  pages: PagesShown<PageAnswer<Item>>
  /** Shown when there is nothing: what to do. */
  empty: ReactNode
  children: (items: readonly Item[]) => ReactNode
}) {
  if (pages.error !== null) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  }
  if (pages.data === undefined) return <Skeleton count={5} />
  const items = pages.data.pages.flatMap((page): readonly Item[] => page.items)
  if (items.length === 0) return empty
  return (
    <div className="stack">
      {children(items)}
      {(pages.hasNextPage || pages.data.pages.length > 1) && (
        <Pager
          hasMore={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </div>
  )
}
