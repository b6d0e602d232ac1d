import type { ReactNode } from 'react'
import './form.css'

/**
 * A column of fields with its buttons at the end; Enter in a field submits. The browser's own
 * bubbles are off, since they vanish before a slow reader has read them. What cannot be sent leads to
 * the first field that is to be mended.
 */
export function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        onSubmit()
        setTimeout(() => goToFirstFault(form))
      }}
    >
      {children}
    </form>
  )
}

function goToFirstFault(form: HTMLFormElement): void {
  const fault = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (fault === null || fault.contains(document.activeElement)) return
  const control = fault.matches('input, select, textarea') ? fault : fault.querySelector('input')
  control?.focus()
}
