import { useId, type ReactNode } from 'react'
import './choice.css'

/** A box to tick; the whole line is the target. */
export function Checkbox({
  label,
  hint,
  checked,
  onChange,
  name,
}: {
  label: ReactNode
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  name?: string
}) {
  const hintId = useId()
  return (
    <label className="choice">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="choice__words">
        <span>{label}</span>
        {hint !== undefined && (
          <span id={hintId} className="choice__hint">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
