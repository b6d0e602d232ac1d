import type { ReactNode } from 'react'
import type { PageAnswer, Pages } from '../app/use-pages.ts'
import { ErrorState } from './error-state.tsx'
import { Pager } from './pager.tsx'
import { Skeleton } from './skeleton.tsx'

/** A list read page by page in all its states: being read, failed, empty, shown, more to come. */
export function Paged<Item, Answer extends PageAnswer<Item>>({
  pages,
  empty,
  children,
}: {
  pages: Pages<Answer>
  /** Shown when there is nothing: what to do. */
  empty: ReactNode
  children: (items: readonly Item[]) => ReactNode
}) {
  if (pages.isPending) return <Skeleton count={5} />
  if (pages.isError) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  }
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
