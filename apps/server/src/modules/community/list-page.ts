import { cutPage } from '../../platform/http/cursor.ts'

/** A page whose rows are presented one by one; see `cutPage`. */
export function listPage<Row, Item>(
  list: string,
  rows: readonly Row[],
  limit: number,
  shape: {
    readonly present: (row: Row) => Item
    readonly markOf: (row: Row) => readonly (string | number)[]
  },
): { items: Item[]; nextCursor: string | null } {
  const { shown, nextCursor } = cutPage(list, rows, limit, shape.markOf)
  return { items: shown.map(shape.present), nextCursor }
}
