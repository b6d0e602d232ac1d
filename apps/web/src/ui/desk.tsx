import type { ReactNode } from 'react'
import { useDesktop } from './use-desktop.ts'
import './desk.css'

/** A list with what was chosen from it beside it; a phone shows only the latter, on its own page. */
export function Desk({ list, children }: { list: ReactNode; children: ReactNode }) {
  const isDesktop = useDesktop()
  return (
    <div className="desk">
      {isDesktop && <div className="desk__list">{list}</div>}
      <div className="desk__detail">{children}</div>
    </div>
  )
}
