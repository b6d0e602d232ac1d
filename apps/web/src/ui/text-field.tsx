import { Field, type FieldTexts } from './field.tsx'

interface TextFieldProps extends FieldTexts {
  value: string
  onChange: (value: string) => void
  name?: string
  /** The browser's autofill hint, such as `tel` or `name`. */
  autoComplete?: string
  maxLength?: number
}

/** One line of text. `kind` chooses the keyboard of the phone. */
export function TextField({
  value,
  onChange,
  kind = 'text',
  name,
  autoComplete = 'off',
  maxLength,
  ...texts
}: TextFieldProps & { kind?: 'text' | 'tel' | 'email' | 'search' | 'url' }) {
  return (
    <Field {...texts}>
      {(ties) => (
        <input
          {...ties}
          className="input"
          type={kind}
          name={name}
          value={value}
          autoComplete={autoComplete}
          maxLength={maxLength}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A few lines of text. */
export function TextArea({
  value,
  onChange,
  rows = 3,
  name,
  maxLength,
  ...texts
}: TextFieldProps & { rows?: number }) {
  return (
    <Field {...texts}>
      {(ties) => (
        <textarea
          {...ties}
          className="input"
          name={name}
          rows={rows}
          value={value}
          maxLength={maxLength}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
