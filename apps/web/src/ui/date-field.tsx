import { fromLocalText, toLocalText } from '@azalea/client'
import { useFormat } from './format.ts'
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
  const format = useFormat()
  return (
    <Field {...texts}>
      {(ties) => (
        <>
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
          <InWords>{value === null ? null : format.full(value)}</InWords>
        </>
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
  const format = useFormat()
  return (
    <Field {...texts}>
      {(ties) => (
        <>
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
          <InWords>{value === null ? null : format.fullDay(value)}</InWords>
        </>
      )}
    </Field>
  )
}

/**
 * What was entered, in the page's language and with its weekday: browsers write the field itself in
 * their own language, whatever the page's.
 */
function InWords({ children }: { children: string | null }) {
  return children === null ? null : <p className="field__hint">{children}</p>
}
