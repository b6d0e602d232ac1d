import { fromLocalText, toLocalText } from '../app/shanghai-time.ts'
import { Field, type FieldTexts } from './field.tsx'

/** An instant, entered as date and time in Asia/Shanghai whatever the phone's zone. */
export function DateTimeField({
  value,
  onChange,
  min,
  max,
  name,
  ...texts
}: FieldTexts & {
  /** ISO instant, or null while nothing complete is entered; so are `min` and `max`. */
  value: string | null
  onChange: (value: string | null) => void
  min?: string
  max?: string
  name?: string
}) {
  return (
    <Field {...texts}>
      {(ties) => (
        <input
          {...ties}
          className="input"
          type="datetime-local"
          name={name}
          value={value === null ? '' : toLocalText(value)}
          min={min === undefined ? undefined : toLocalText(min)}
          max={max === undefined ? undefined : toLocalText(max)}
          onChange={(event) => onChange(fromLocalText(event.currentTarget.value))}
        />
      )}
    </Field>
  )
}

/** A civil day, `YYYY-MM-DD`. */
export function DateField({
  value,
  onChange,
  min,
  max,
  name,
  ...texts
}: FieldTexts & {
  value: string | null
  onChange: (value: string | null) => void
  min?: string
  max?: string
  name?: string
}) {
  return (
    <Field {...texts}>
      {(ties) => (
        <input
          {...ties}
          className="input"
          type="date"
          name={name}
          value={value ?? ''}
          min={min}
          max={max}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )}
    </Field>
  )
}
