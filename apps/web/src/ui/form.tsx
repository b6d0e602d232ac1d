import type { ReactNode } from 'react'
import './form.css'

/**
 * A column of fields with its buttons at the end; Enter in a field submits. The browser's own
 * bubbles are off, since they vanish before a slow reader has read them.
 */
export function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
