import { useState } from 'react'
import { useT } from './i18n.ts'
import { Field, type FieldTexts } from './field.tsx'
import { uiMessages } from './messages.ts'
import { parseNumber } from './number-text.ts'

/**
 * A number, typed in full-width or ordinary digits. `value` is null while the field is empty or
 * holds no number; the field says so itself in the second case.
 */
export function NumberField({
  value,
  onChange,
  unit,
  whole = false,
  name,
  ...texts
}: FieldTexts & {
  value: number | null
  onChange: (value: number | null) => void
  /** What is counted, shown behind the number. */
  unit?: string
  /** Whole numbers only: shows the keyboard without a point. */
  whole?: boolean
  name?: string
}) {
  const t = useT(uiMessages)
  const [text, setText] = useState(value === null ? '' : String(value))
  const read = parseNumber(text)
  const valid = read !== undefined && (!whole || read === null || Number.isInteger(read))
  // The value may be set from outside, as when a draft is cleared.
  const shown = valid && read !== value ? (value === null ? '' : String(value)) : text
  const error = texts.error ?? (valid ? undefined : t('notANumber'))
  return (
    <Field {...texts} error={error}>
      {(ties) => (
        <span className="field__box">
          <input
            {...ties}
            className="input input--number"
            inputMode={whole ? 'numeric' : 'decimal'}
            name={name}
            autoComplete="off"
            value={shown}
            onChange={(event) => {
              const next = event.currentTarget.value
              setText(next)
              const number = parseNumber(next) ?? null
              onChange(whole && number !== null && !Number.isInteger(number) ? null : number)
            }}
          />
          {unit}
        </span>
      )}
    </Field>
  )
}
