import { encodeCursor } from '../../platform/http/cursor.ts'

/** A page out of one row more than it shows: that one row tells whether there is a next page. */
export function listPage<Row, Item>(
  list: string,
  rows: readonly Row[],
  limit: number,
  shape: {
    readonly present: (row: Row) => Item
    readonly markOf: (row: Row) => readonly (string | number)[]
  },
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(shape.present),
    nextCursor:
      rows.length > limit && last !== undefined ? encodeCursor(list, shape.markOf(last)) : null,
  }
}
