import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown'
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import { EqualsIcon } from '@phosphor-icons/react/dist/csr/Equals'
import { movedWords, numbersMessages } from '@azalea/client'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import './stat.css'

/** Big numbers in a row. */
export function Stats({ children }: { children: ReactNode }) {
  return <div className="stats">{children}</div>
}

/** One big number with its name; with `to` it leads to what is behind it. */
export function Stat({
  label,
  value,
  unit,
  note,
  to,
}: {
  label: string
  /** Already formatted. */
  value: string
  unit?: string
  note?: ReactNode
  to?: string
}) {
  const content = (
    <>
      <span className="stat__label">{label}</span>
      <span className="stat__number">
        {value}
        {unit !== undefined && <span className="stat__unit">{unit}</span>}
      </span>
      {note}
    </>
  )
  if (to === undefined) return <div className="stat">{content}</div>
  return (
    <Link href={to} className="stat">
      {content}
    </Link>
  )
}

/** How far a rank moved: positive is up. For the `note` of a `Stat`. */
export function RankChange({ places }: { places: number }) {
  const t = useT(numbersMessages)
  if (places === 0) {
    return (
      <span className="stat__note">
        <Icon of={EqualsIcon} />
        {movedWords(places, t)}
      </span>
    )
  }
  return (
    <span className={places > 0 ? 'stat__note stat__note--up' : 'stat__note'}>
      <Icon of={places > 0 ? ArrowUpIcon : ArrowDownIcon} />
      {movedWords(places, t)}
    </span>
  )
}
