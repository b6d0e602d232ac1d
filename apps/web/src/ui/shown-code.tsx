import type { ReactNode } from 'react'
import './shown-code.css'

/** Something to be copied as it stands: a key, an address. */
export function ShownCode({ children }: { children: ReactNode }) {
  return <code className="shown-code">{children}</code>
}
