/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/prefer-tag-over-role --
   the roles hold the table together on phones, where CSS lays it out as lists */
import { useContext, type ReactNode } from 'react'
import { sheetWords } from './sheet-words.tsx'
import { TitleAbove } from './title-above.ts'
import './data-table.css'

export interface Column<Row> {
  key: string
  title: string
  /** What stands in the cell, already formatted. */
  cell: (row: Row) => ReactNode
  /** Right-aligned with tabular figures. */
  numeric?: boolean
}

/**
 * A table; on a phone each row becomes a short list of names and values, headed by the first
 * column. Roles are written out, since browsers drop them when a table is laid out otherwise.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  brief = false,
}: {
  /** Read aloud only where it says what stands above the table already. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /**
   * For cells that need no names: on a phone the first column and the number share a line, and the
   * others stand below.
   */
  brief?: boolean
}) {
  const above = useContext(TitleAbove)
  return (
    <table className={brief ? 'data-table data-table--brief' : 'data-table'} role="table">
      <caption className={caption === above ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={column.numeric === true ? 'data-table__number' : undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => (
              <td
                key={column.key}
                role="cell"
                data-label={column.title}
                className={cellClass(column.numeric === true, index === 0)}
              >
                {sheetWords(column.cell(row))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellClass(numeric: boolean, key: boolean): string | undefined {
  const names = [...(numeric ? ['data-table__number'] : []), ...(key ? ['data-table__key'] : [])]
  return names.length === 0 ? undefined : names.join(' ')
}
