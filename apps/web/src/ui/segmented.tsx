import { useId } from 'react'
import './segmented.css'

export interface Option<Value extends string> {
  value: Value
  label: string
}

/** One of a few, all visible: this month, this year, all time. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  /** What is chosen, for screen readers. */
  label: string
  options: readonly Option<Value>[]
  /** Null while nothing is chosen. */
  value: Value | null
  onChange: (value: Value) => void
}) {
  const name = useId()
  return (
    <div className="segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label
          key={option.value}
          className={
            option.value === value
              ? 'segmented__option segmented__option--chosen'
              : 'segmented__option'
          }
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
