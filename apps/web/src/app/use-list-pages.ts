import type { Result } from '@azalea/client'
import { useAddress } from '../ui/address.ts'
import type { AllRows } from '../ui/list-column.ts'
import {
  readPage,
  usePages,
  type PagedPath,
  type PageParams,
  type Pages,
  type PagesArguments,
} from './use-pages.ts'

/** The lists at a desk: pages of rows. */
export type ListPath = {
  [P in PagedPath]: Result<P> extends { items: readonly object[]; nextCursor: string | null }
    ? P
    : never
}[PagedPath]

interface ListPage<Row = unknown> {
  items: readonly Row[]
  nextCursor: string | null
}

type RowOf<Page> = Page extends ListPage<infer Row> ? Row : never

export interface ListPages<Page> {
  pages: Pages<Page>
  sort: string
  /** How many rows there are; null while nobody knows. */
  total: number | null
  readAll: (onRead: (rows: number) => void) => Promise<AllRows<RowOf<Page>>>
}

const PAGE = 50
const LARGEST_PAGE = 100
/** More rows than any list of a village should have. */
export const MOST_ROWS = 20_000

/** What a list is narrowed to: everything but its order and its pages. */
type Filter<P extends ListPath> = Omit<PageParams<P>, 'sort' | 'limit'>
type FilterArguments<P extends ListPath> =
  object extends Filter<P> ? [filter?: Filter<P>] : [filter: Filter<P>]

/**
 * A list in the order that the address names, read page by page. `sorts` are the orders that the
 * server knows, the usual one first; none where a list has its one order. Its first page alone tells
 * a `total`, and not that of every list.
 */
export function useListPages<P extends ListPath>(
  path: P,
  sorts: readonly string[],
  ...[filter]: FilterArguments<P>
): ListPages<Result<P>> {
  const asked = useAddress().get('sort') ?? ''
  const sort = sorts.includes(asked.replace(/^-/, '')) ? asked : (sorts[0] ?? '')
  const query = sort === '' ? { ...filter } : { ...filter, sort }
  const pages = usePages(path, ...([{ ...query, limit: PAGE }] as unknown as PagesArguments<P>))
  const read = pages.data?.pages ?? []
  const isWhole = pages.isSuccess && !pages.hasNextPage
  return {
    pages,
    sort,
    total: isWhole
      ? read.reduce((sum, page) => sum + asPage(page).items.length, 0)
      : totalOf(read[0]),
    readAll: (onRead) => readAll(path, query, onRead),
  }
}

function totalOf(page: object | undefined): number | null {
  return (page as { total?: number | null } | undefined)?.total ?? null
}

async function readAll<P extends ListPath>(
  path: P,
  query: object,
  onRead: (rows: number) => void,
): Promise<AllRows<RowOf<Result<P>>>> {
  const rows: RowOf<Result<P>>[] = []
  let cursor: string | null = null
  do {
    const page: ListPage<RowOf<Result<P>>> = asPage(
      await readPage(path, { ...query, limit: LARGEST_PAGE, cursor }),
    )
    rows.push(...page.items)
    cursor = page.nextCursor
    onRead(rows.length)
  } while (cursor !== null && rows.length < MOST_ROWS)
  return { rows: rows.slice(0, MOST_ROWS), isCut: cursor !== null }
}

/** Each list’s page is one, which the compiler sees of a named list only. */
function asPage<Page>(page: Page): ListPage<RowOf<Page>> {
  return page as unknown as ListPage<RowOf<Page>>
}
