import type { ReactNode } from 'react'

/** All rows of a list, and whether there were more than one file takes. */
export interface AllRows<Row> {
  rows: readonly Row[]
  isCut: boolean
}

/** What a cell says without its dress: for files, and for ordering rows that are all here. */
export type CellText = string | number | null

export interface ListColumn<Row> {
  key: string
  /** With the unit, so that the cells need none. */
  title: string
  text: (row: Row) => CellText
  /** Left out, the text is shown. */
  cell?: (row: Row) => ReactNode
  /** Right-aligned with tabular figures. */
  numeric?: boolean
  /** The name of the order, where rows can be ordered by this column. */
  sort?: string
  /** Still shown when a row is open beside the list. */
  essential?: boolean
}

export interface Bulk<Row> {
  /** Whether a row can be chosen at all; left out, each can. */
  may?: (row: Row) => boolean
  /** What can be done with the chosen rows; `clear` takes the choice back. */
  actions: (chosen: readonly Row[], clear: () => void) => ReactNode
}

export interface DeskListProps<Row> {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly ListColumn<Row>[]
  /** Where a row leads. */
  to?: (row: Row) => string
  /** The row that is open beside the list. */
  shownKey?: string | undefined
  bulk?: Bulk<Row>
  /** The name of the part of the address that holds the order, where a page has several lists. */
  sortName?: string
  /** For a list that is read page by page; left out, all rows are here and ordered here. */
  list?: {
    sort: string
    total: number | null
    readAll: (onRead: (rows: number) => void) => Promise<AllRows<Row>>
    pages: { hasNextPage: boolean; fetchNextPage: () => unknown }
  }
}
