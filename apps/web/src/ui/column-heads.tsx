import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp'
import { useT } from './i18n.ts'
import type { ListColumn } from './list-column.ts'
import { nextSort, sortedHow } from './desk-rows.ts'
import { Icon } from './icon.tsx'
import { tableMessages } from './table-messages.ts'

/** The headings of a table; where rows can be ordered by one, it is a button. */
export function ColumnHeads<Row>({
  columns,
  sort,
  onSort,
  choice,
}: {
  columns: readonly ListColumn<Row>[]
  sort: string
  onSort: (sort: string | null) => void
  /** The box that chooses all rows; null where none can be chosen. */
  choice: { all: boolean; onAll: () => void; label: string } | null
}) {
  const t = useT(tableMessages)
  return (
    <thead>
      <tr>
        {choice !== null && (
          <th scope="col" className="desk-table__choice">
            <label>
              <input
                type="checkbox"
                aria-label={choice.label}
                checked={choice.all}
                onChange={choice.onAll}
              />
            </label>
          </th>
        )}
        {columns.map(({ key, title, numeric, sort: name }) => (
          <th
            key={key}
            scope="col"
            className={numeric === true ? 'desk-table__number' : undefined}
            aria-sort={sortedHow(sort, name)}
          >
            {name === undefined ? (
              title
            ) : (
              <button
                type="button"
                className="desk-table__sort"
                title={t('sortBy', { title })}
                onClick={() => onSort(nextSort(sort, name))}
              >
                {title}
                {sortedHow(sort, name) !== 'none' && (
                  <Icon of={sort.startsWith('-') ? CaretDownIcon : CaretUpIcon} />
                )}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
