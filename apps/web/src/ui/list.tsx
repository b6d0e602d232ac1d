import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import { sheetWords } from './sheet-words.tsx'
import './list.css'

/** Rows between hairlines. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="list" aria-label={label}>
      {children}
    </ul>
  )
}

/** One row; with `to` the whole row is the link. */
export function ListRow({
  title,
  note,
  lead,
  numbered = false,
  value,
  end,
  to,
  onOpen,
  mine = false,
}: {
  title: ReactNode
  /** Below the title, smaller: when, where, whose. */
  note?: ReactNode
  /** Before the title: an icon, or with `numbered` a rank. */
  lead?: ReactNode
  numbered?: boolean
  /** At the end, large: points. */
  value?: ReactNode
  /** At the end, below the value: a state. */
  end?: ReactNode
  to?: string
  /** The row was opened; without `to` the whole row is the button for it. */
  onOpen?: (() => void) | undefined
  /** The reader's own row on a board. */
  mine?: boolean
}) {
  const className = `list__row${numbered ? ' list__row--numbered' : ''}${mine ? ' list__row--mine' : ''}`
  const content = (
    <>
      {lead !== undefined && <span className="list__lead">{lead}</span>}
      <span className="list__words">
        <span className="list__title">{sheetWords(title)}</span>
        {note !== undefined && <span className="list__note">{sheetWords(note)}</span>}
      </span>
      {(value !== undefined || end !== undefined) && (
        <span className="list__end">
          {value !== undefined && <span className="list__value">{sheetWords(value)}</span>}
          {end}
        </span>
      )}
    </>
  )
  if (to === undefined && onOpen === undefined) return <li className={className}>{content}</li>
  if (to === undefined)
    return (
      <li>
        <button type="button" className={`${className} list__row--button`} onClick={onOpen}>
          {content}
        </button>
      </li>
    )
  return (
    <li>
      <Link href={to} className={className} onClick={onOpen}>
        {content}
        <span className="list__more">
          <Icon of={CaretRightIcon} />
        </span>
      </Link>
    </li>
  )
}
