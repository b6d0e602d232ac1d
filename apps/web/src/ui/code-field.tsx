import { compactText, readDigitCode } from '@azalea/client'
import { Field, type FieldTexts } from './field.tsx'

/**
 * A code read from a plate or a message: wide letters, no autocorrection. `plate` gives capital
 * letters, `digits` shows the number keyboard and lets the phone fill in the code it received.
 */
export function CodeField({
  value,
  onChange,
  kind,
  maxLength,
  name,
  ...texts
}: FieldTexts & {
  value: string
  onChange: (value: string) => void
  kind: 'plate' | 'digits'
  maxLength?: number
  name?: string
}) {
  return (
    <Field {...texts}>
      {(ties) => (
        <input
          {...ties}
          className="input input--code"
          inputMode={kind === 'digits' ? 'numeric' : 'text'}
          autoComplete={kind === 'digits' ? 'one-time-code' : 'off'}
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          name={name}
          maxLength={kind === 'plate' ? maxLength : undefined}
          value={value}
          onChange={({ currentTarget: input }) => {
            const code = cleanCode(input.value, kind, maxLength)
            // Where the code stays as it was nothing is drawn anew, and a stray letter would remain.
            if (input.value !== code) input.value = code
            onChange(code)
          }}
        />
      )}
    </Field>
  )
}

/** Full-width forms become ordinary, spaces go; of a pasted message its code of so many digits stays. */
export function cleanCode(text: string, kind: 'plate' | 'digits', digits?: number): string {
  if (kind === 'plate') return compactText(text).toUpperCase()
  return readDigitCode(text, digits).slice(0, digits)
}
