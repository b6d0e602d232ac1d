import { useAddress } from '../ui/address.ts'
import { apiGet, type Query } from './api.ts'
import type { AllRows } from '../ui/list-column.ts'
import type { PageAnswer } from '../ui/paged.tsx'
import { usePages, type Pages } from './use-pages.ts'

/** A page of a list at a desk; `total` is told with the first page only, and not by every list. */
export interface ListAnswer<Item> extends PageAnswer<Item> {
  total?: number | null
}

export interface ListPages<Item, Answer extends ListAnswer<Item>> {
  pages: Pages<Answer>
  sort: string
  /** How many rows there are; null while nobody knows. */
  total: number | null
  readAll: (onRead: (rows: number) => void) => Promise<AllRows<Item>>
}

const PAGE = 50
const LARGEST_PAGE = 100
/** More rows than any list of a village should have. */
export const MOST_ROWS = 20_000

/**
 * A list in the order that the address names, read page by page. `sorts` are the orders that the
 * server knows, the usual one first; none where a list has its one order.
 */
export function useListPages<Item, Answer extends ListAnswer<Item> = ListAnswer<Item>>(
  path: string,
  sorts: readonly string[],
  filter: Query = {},
): ListPages<Item, Answer> {
  const asked = useAddress().get('sort') ?? ''
  const sort = sorts.includes(asked.replace(/^-/, '')) ? asked : (sorts[0] ?? '')
  const query = sort === '' ? filter : { ...filter, sort }
  const pages = usePages<Answer>(path, { ...query, limit: PAGE })
  const read = pages.data?.pages ?? []
  const isWhole = pages.isSuccess && !pages.hasNextPage
  return {
    pages,
    sort,
    total: isWhole
      ? read.reduce((sum, page) => sum + page.items.length, 0)
      : (read[0]?.total ?? null),
    readAll: (onRead) => readAll<Item>(path, query, onRead),
  }
}

async function readAll<Item>(
  path: string,
  query: Query,
  onRead: (rows: number) => void,
): Promise<AllRows<Item>> {
  const rows: Item[] = []
  let cursor: string | null = null
  do {
    const page: ListAnswer<Item> = await apiGet(path, { ...query, limit: LARGEST_PAGE, cursor })
    rows.push(...page.items)
    cursor = page.nextCursor
    onRead(rows.length)
  } while (cursor !== null && rows.length < MOST_ROWS)
  return { rows: rows.slice(0, MOST_ROWS), isCut: cursor !== null }
}
