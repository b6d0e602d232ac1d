import { useId } from 'react'
import './segmented.css'

export interface Option<Value extends string> {
  value: Value
  label: string
}

/** One of a few, all visible: this month, this year, all time. A judgement takes `VerdictChoice`. */
export function Segmented<Value extends string>(props: {
  /** What is chosen, for screen readers. */
  label: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  return <SegmentedOptions {...props} />
}

/** The options side by side; null: none is chosen. */
export function SegmentedOptions<Value extends string>({
  label,
  options,
  value,
  onChange,
  describedBy,
}: {
  label: string
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  describedBy?: string | undefined
}) {
  const name = useId()
  return (
    <div
      className="segmented"
      role="radiogroup"
      aria-label={label}
      aria-invalid={describedBy === undefined ? undefined : true}
      aria-describedby={describedBy}
    >
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
