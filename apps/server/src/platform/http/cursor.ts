import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refuse } from './refusals.ts'

export const pageQuery = {
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,512}$/)
    .optional()
    .meta({ description: 'From nextCursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
}

/**
 * An opaque page mark. It is bound to its list (the list's name with its filters), so that a mark
 * from another list is refused instead of giving a wrong page.
 */
export function encodeCursor(list: string, position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([listMark(list), ...position])).toString('base64url')
}

/**
 * Cuts a page out of one row more than it shows: that one row tells whether there is a next page.
 * `positionOf` gives the mark of the last row shown.
 */
export function cutPage<Row>(
  list: string,
  rows: readonly Row[],
  limit: number,
  positionOf: (last: Row) => readonly (string | number)[],
): { readonly shown: Row[]; readonly nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { shown, nextCursor: last === undefined ? null : encodeCursor(list, positionOf(last)) }
}

/** @throws Refusal 'invalid_cursor' */
export function decodeCursor<Position extends z.ZodType>(
  list: string,
  cursor: string | undefined,
  shape: Position,
): z.infer<Position> | null {
  if (cursor === undefined) return null
  try {
    const [mark, ...position] = z
      .array(z.unknown())
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (mark !== listMark(list)) throw refuse('invalid_cursor')
    if (position.some(isNoText)) throw refuse('invalid_cursor')
    return shape.parse(position)
  } catch {
    throw refuse('invalid_cursor')
  }
}

/** Whether no row of a list can stand at such a text: marks are not signed, so anything may come back. */
function isNoText(part: unknown): boolean {
  return typeof part === 'string' && /[\p{Cc}\p{Cs}]/u.test(part)
}

function listMark(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8)
}

/** The shape of a page of a list: `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** A page of a list that one orders: `total` is told with the first page only. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z
      .int()
      .nullable()
      .meta({ description: 'Rows of the whole list; null after its first page' }),
  })
}

/** In which order a list is wanted: the name of one of its orders, downwards with a `-` before it. */
export type Sort<Name extends string> = Name | `-${Name}`

/** The query of a list that one orders. */
export function listQuery<const Name extends string>(
  names: readonly Name[],
  usual: Sort<NoInfer<Name>>,
) {
  const sorts: Sort<Name>[] = names.flatMap((name): Sort<Name>[] => [name, `-${name}`])
  return { ...pageQuery, sort: z.enum(sorts).default(usual as never) }
}
