/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role --
   a table whose rows are moved among with the keys is a grid */
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { useT } from './i18n.ts'
import type { DeskListProps, ListColumn } from './list-column.ts'
import { orderedRows, rowAfterKey } from './desk-rows.ts'
import { ColumnHeads } from './column-heads.tsx'
import { usePlace, useReturnToRow } from './desk-place.ts'
import { tableMessages } from './table-messages.ts'
import { TableTools } from './table-tools.tsx'
import { sheetWords } from './sheet-words.tsx'
import './desk-table.css'

interface OrderedProps<Row> extends DeskListProps<Row> {
  sort: string
  onSort: (sort: string | null) => void
}

/**
 * Rows as a table for a desk: headings that order, a line of keys, boxes to choose with, a file to
 * take along. Beside an open row only its essential columns stay.
 */
export function DeskTable<Row>(props: OrderedProps<Row>) {
  const { label, rowKey, columns, shownKey, bulk, list, sort, onSort } = props
  const t = useT(tableMessages)
  const isBeside = shownKey !== undefined
  const rows = list === undefined ? orderedRows(props.rows, columns, sort) : props.rows
  const shown = isBeside ? columns.filter(({ essential }) => essential === true) : columns
  const [chosenKeys, setChosen] = useState<ReadonlySet<string>>(new Set())
  const may = (row: Row) => bulk?.may?.(row) ?? true
  const choosable = bulk === undefined || isBeside ? [] : rows.filter(may)
  const chosen = choosable.filter((row) => chosenKeys.has(rowKey(row)))
  const choose = (row: Row) => {
    if (!choosable.includes(row)) return
    const next = new Set(chosenKeys)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    setChosen(next)
  }
  const chooseAll = () =>
    setChosen(chosen.length === choosable.length ? new Set() : new Set(choosable.map(rowKey)))
  return (
    <div className="desk-table">
      <TableTools
        {...props}
        rows={rows}
        isBeside={isBeside}
        chosen={chosen}
        clear={() => setChosen(new Set())}
      />
      <div className="desk-table__frame">
        <table
          role="grid"
          className="desk-table__grid"
          aria-label={label}
          aria-rowcount={(list === undefined ? rows.length : (list.total ?? -2)) + 1}
          aria-multiselectable={choosable.length > 0 ? true : undefined}
        >
          <ColumnHeads
            columns={shown}
            sort={sort}
            onSort={onSort}
            choice={
              choosable.length === 0
                ? null
                : {
                    all: chosen.length === choosable.length,
                    onAll: chooseAll,
                    label: t('chooseAll'),
                  }
            }
          />
          <Rows
            {...props}
            rows={rows}
            columns={shown}
            chosen={chosen}
            choosable={choosable}
            onChoose={choose}
            onEnd={() => {
              if (list?.pages.hasNextPage === true) list.pages.fetchNextPage()
            }}
          />
        </table>
      </div>
      <Keys opens={props.to !== undefined} chooses={choosable.length > 0} />
    </div>
  )
}

/** What the keys do here, and nothing that they do elsewhere. */
function Keys({ opens, chooses }: { opens: boolean; chooses: boolean }) {
  const t = useT(tableMessages)
  const words = [
    t('keys'),
    ...(opens ? [t('keysOpen')] : []),
    ...(chooses ? [t('keysChoose')] : []),
  ]
  return (
    <p className="desk-table__keys soft small">
      {words.join(t('keysJoin'))}
      <span ref={showBesideSearch} hidden>
        {t('keysJoin')}
        {t('keysSearch')}
      </span>
      {t('keysEnd')}
    </p>
  )
}

function showBesideSearch(words: HTMLElement | null): void {
  if (words !== null) words.hidden = document.querySelector('main input[type="search"]') === null
}

function Rows<Row>({
  label,
  rows,
  rowKey,
  columns,
  to,
  shownKey,
  chosen,
  choosable,
  onChoose,
  onEnd,
}: DeskListProps<Row> & {
  chosen: readonly Row[]
  choosable: readonly Row[]
  onChoose: (row: Row) => void
  onEnd: () => void
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  const place = usePlace(label, body, shownKey)
  useReturnToRow(body, shownKey)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const keys = rows.map(rowKey)
  const active = Math.max(0, keys.indexOf(activeKey ?? shownKey ?? ''))
  const open = useOpen(to, (row) => place.keep(rowKey(row)))
  const move = (key: string): boolean => {
    const next = rowAfterKey(key, active, rows.length)
    if (next === null) return false
    if (next === active && key === 'ArrowDown') onEnd()
    focusRow(body.current, next)
    return true
  }
  return (
    <tbody ref={body}>
      {rows.map((row, index) => (
        <tr
          key={keys[index]}
          data-key={keys[index]}
          className={to === undefined ? '' : 'desk-table__row--leads'}
          tabIndex={index === active ? 0 : -1}
          aria-rowindex={index + 2}
          aria-selected={choosable.length > 0 ? chosen.includes(row) : undefined}
          aria-current={keys[index] === shownKey ? 'true' : undefined}
          onFocus={() => setActiveKey(keys[index] ?? null)}
          onKeyDown={(event) =>
            obeyKey(event, { open: () => open(row), choose: () => onChoose(row), move })
          }
          onClick={(event) => open(row, event)}
        >
          {choosable.length > 0 && (
            <Choice
              row={row}
              columns={columns}
              may={choosable.includes(row)}
              checked={chosen.includes(row)}
              onChoose={onChoose}
            />
          )}
          {columns.map((column, at) => (
            <Cell
              key={column.key}
              column={column}
              row={row}
              to={at === 0 ? to?.(row) : undefined}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** Enter opens the row, Space chooses it, and the keys for moving move. */
function obeyKey(
  event: KeyboardEvent,
  { open, choose, move }: { open: () => void; choose: () => void; move: (key: string) => boolean },
): void {
  const { target, currentTarget, altKey, metaKey, ctrlKey, key } = event
  if (target !== currentTarget || altKey || metaKey || ctrlKey) return
  if (key === 'Enter') open()
  else if (key === ' ') choose()
  else if (!move(key)) return
  event.preventDefault()
}

/** Opens a row, unless what was pressed in it does something of its own. */
function useOpen<Row>(to: ((row: Row) => string) | undefined, keep: (row: Row) => void) {
  const [, navigate] = useLocation()
  return (row: Row, event?: MouseEvent) => {
    const pressed = event === undefined ? null : (event.target as Element)
    const inner = pressed?.closest('a, button, input, label') ?? null
    if (inner?.matches('.desk-table__link') === true) keep(row)
    if (inner !== null || to === undefined) return
    keep(row)
    navigate(to(row))
  }
}

function Choice<Row>({
  row,
  columns,
  may,
  checked,
  onChoose,
}: {
  row: Row
  columns: readonly ListColumn<Row>[]
  may: boolean
  checked: boolean
  onChoose: (row: Row) => void
}) {
  const t = useT(tableMessages)
  return (
    <td className="desk-table__choice">
      <label>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('chooseRow', { name: columns[0]?.text(row) ?? '' })}
          checked={checked}
          disabled={!may}
          onChange={() => onChoose(row)}
        />
      </label>
    </td>
  )
}

function Cell<Row>({
  column: { cell, text, numeric },
  row,
  to,
}: {
  column: ListColumn<Row>
  row: Row
  to: string | undefined
}) {
  const content = sheetWords(cell === undefined ? text(row) : cell(row))
  return (
    <td className={numeric === true ? 'desk-table__number' : undefined}>
      {to === undefined ? (
        content
      ) : (
        <Link href={to} tabIndex={-1} className="desk-table__link">
          {content}
        </Link>
      )}
    </td>
  )
}

function focusRow(body: HTMLTableSectionElement | null, index: number): void {
  body?.querySelectorAll<HTMLElement>(':scope > tr')[index]?.focus()
}
