import type { ReactNode } from 'react'
import { sheetWords } from './sheet-words.tsx'
import './facts.css'

export interface Fact {
  label: string
  value: ReactNode
}

/** Names and values in two columns: when, where, who. A fact without a value is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label} className="facts__fact">
            <dt>{label}</dt>
            <dd>{sheetWords(value)}</dd>
          </div>
        ))}
    </dl>
  )
}
