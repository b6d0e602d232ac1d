import type { CellText, ListColumn } from './list-column.ts'

/** The order after a heading was pressed: up, then down, then as usual. */
export function nextSort(sort: string, name: string): string | null {
  if (sort === name) return `-${name}`
  return sort === `-${name}` ? null : name
}

/** For `aria-sort`. */
export function sortedHow(sort: string, name: string | undefined) {
  if (name === undefined) return undefined
  if (sort === name) return 'ascending'
  return sort === `-${name}` ? 'descending' : 'none'
}

/** Rows that are all here, in an order; what says nothing stands last. */
export function orderedRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  sort: string,
): readonly Row[] {
  const column = columns.find((one) => one.sort === sort.replace(/^-/, ''))
  if (column === undefined) return rows
  const down = sort.startsWith('-') ? -1 : 1
  return rows.toSorted((one, other) => compare(column.text(one), column.text(other), down))
}

function compare(one: CellText, other: CellText, down: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  if (typeof one === 'number' && typeof other === 'number') return (one - other) * down
  return String(one).localeCompare(String(other), 'zh-CN', { numeric: true }) * down
}

/** The row that a key leads to; null when the key is not for moving. */
export function rowAfterKey(key: string, at: number, rows: number): number | null {
  const last = Math.max(0, rows - 1)
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(last, at + 10)
    case 'PageUp':
      return Math.max(0, at - 10)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/**
 * A cell of a file. A text that a spreadsheet could take for a formula, now or after it was saved
 * as CSV, is preceded by an apostrophe.
 */
export function fileCell(text: CellText): CellText {
  return typeof text === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
