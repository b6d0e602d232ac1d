import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { day } from '../http/day.ts'
import { decodeCursor, encodeCursor, type Sort } from '../http/cursor.ts'

/** How the value of a term looks as text in a page mark; whatever else a mark holds is refused. */
const shapes = {
  bigint: z.string().regex(/^-?\d{1,15}$/),
  text: z.string().refine((value) => !value.includes('\0')),
  date: day,
  timestamptz: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/)
    .refine((value) => day.safeParse(value.slice(0, 10)).success),
  uuid: z.uuid(),
} as const

/** One expression that rows are ordered by; it is never null. */
export interface OrderTerm {
  readonly value: RawBuilder<unknown>
  readonly type: keyof typeof shapes
}

export const term = (type: OrderTerm['type'], value: RawBuilder<unknown>): OrderTerm => ({
  value,
  type,
})

/**
 * The orders of a list by the name under which they are asked for. `tie` ends each of them, so that
 * no two rows are alike.
 */
export interface ListOrders<Name extends string> {
  readonly by: Readonly<Record<Name, readonly OrderTerm[]>>
  readonly tie: OrderTerm
}

/** A place in a list: in which order, after which row, how many more. */
export interface PageOrder {
  readonly terms: readonly OrderTerm[]
  readonly descending: boolean
  readonly after: readonly string[] | null
  readonly limit: number
}

export interface Asked<Name extends string> {
  readonly sort: Sort<Name>
  readonly cursor?: string | undefined
  readonly limit: number
}

/**
 * Where a page begins and how it is ordered. One row more than the page is asked for: it tells
 * whether there is another.
 * @throws Refusal 'invalid_cursor' when the mark is of another list, other filters or another order
 */
export function pageOrder<Name extends string>(
  list: string,
  orders: ListOrders<Name>,
  { sort, cursor, limit }: Asked<Name>,
): PageOrder {
  const descending = sort.startsWith('-')
  const name = (descending ? sort.slice(1) : sort) as Name
  const terms = [...orders.by[name], orders.tie]
  const mark = z
    .array(z.string())
    .length(terms.length)
    .refine((values) => terms.every(({ type }, at) => shapes[type].safeParse(values[at]).success))
  return {
    terms,
    descending,
    after: decodeCursor(`${list} ${sort}`, cursor, mark),
    limit: limit + 1,
  }
}

/** The first rows of a list in one of its orders, for who reads no further. */
export function firstRows<Name extends string>(
  orders: ListOrders<Name>,
  name: Name,
  limit: number,
): PageOrder {
  return { terms: [...orders.by[name], orders.tie], descending: false, after: null, limit }
}

/** A person's name as people look it up: by its sound. */
export const byName = (name: RawBuilder<unknown>): OrderTerm =>
  term('text', sql`coalesce(${name}, '') collate "zh-x-icu"`)

/** The mark of a row, to be selected as `mark`. */
export function markOf({ terms }: PageOrder): RawBuilder<string[]> {
  return sql<string[]>`array[${sql.join(terms.map(({ value }) => sql`(${value})::text`))}]`
}

/** Whether a row comes after the mark. */
export function isBeyond({ terms, descending, after }: PageOrder): RawBuilder<boolean> {
  if (after === null) return sql<boolean>`true`
  const marked = terms.map(({ type }, index) => sql`${after[index]}::text::${sql.raw(type)}`)
  return sql<boolean>`(${sql.join(terms.map(({ value }) => value))})
    ${sql.raw(descending ? '<' : '>')} (${sql.join(marked)})`
}

/** For ORDER BY. */
export function inOrder({ terms, descending }: PageOrder): RawBuilder<unknown> {
  return sql.join(terms.map(({ value }) => sql`${value} ${sql.raw(descending ? 'desc' : 'asc')}`))
}

/** The rows of a page with their marks. */
export function inPage<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  order: PageOrder,
): SelectQueryBuilder<Tables, Table, Row & { mark: string[] }> {
  let ordered = query.select(markOf(order).as('mark')).where(isBeyond(order)).limit(order.limit)
  for (const { value } of order.terms)
    ordered = ordered.orderBy(value, order.descending ? 'desc' : 'asc')
  return ordered as SelectQueryBuilder<Tables, Table, Row & { mark: string[] }>
}

/**
 * How many rows a list holds, asked for with its first page only: counting with each page would make
 * reading to the end quadratic.
 */
export async function countOnce<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  { after }: PageOrder,
): Promise<number | null> {
  if (after !== null) return null
  const counted = query
    .clearSelect()
    .select(sql<number>`count(*)`.as('count')) as SelectQueryBuilder<
    Tables,
    Table,
    { count: number }
  >
  const { count } = (await counted.executeTakeFirstOrThrow()) as { count: number }
  return count
}

/** A page of a list, its rows still to be presented. */
export interface Listed<Row> {
  /** One row more than the page shows when there is a next one. */
  readonly rows: readonly (Row & { readonly mark: readonly string[] })[]
  readonly total: number | null
}

/** What is shown of a page, and the mark of the next one. */
export function cutListed<Row>(
  list: string,
  { sort, limit }: Asked<string>,
  { rows, total }: Listed<Row>,
): {
  shown: (Row & { readonly mark: readonly string[] })[]
  nextCursor: string | null
  total: number | null
} {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    shown,
    nextCursor: last === undefined ? null : encodeCursor(`${list} ${sort}`, last.mark),
    total,
  }
}
