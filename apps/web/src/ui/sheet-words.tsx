import { languageParts } from '@azalea/client'
import type { ReactNode } from 'react'
import './sheet-words.css'

/**
 * Words that come from a rule sheet. Where the sheet has no English they are Chinese within an
 * English page: named as such for those who listen, with a small mark for those who look.
 */
export function SheetWords({ text }: { text: string }) {
  const parts = languageParts(text)
  if (parts.every(({ kind }) => kind === 'own')) return text
  return parts.map(({ text: words, kind }) => {
    if (kind === 'own') return words
    return kind === 'zh' ? (
      <span key={words} lang="zh">
        {words}
      </span>
    ) : (
      <small key={words} className="sheet-words__mark">
        {words}
      </small>
    )
  })
}

/** The same for whatever a row, a cell or a heading was given: plain text may hold a sheet's words. */
export function sheetWords(node: ReactNode): ReactNode {
  return typeof node === 'string' ? <SheetWords text={node} /> : node
}
