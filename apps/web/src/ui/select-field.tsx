import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { Field, type FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './segmented.tsx'

/** What a select of a phone shows of its choice, in letters; the whole choice stands below it then. */
const WIDEST_CHOICE = 28

/** One of many, in the phone's own picker. An empty value shows `placeholder`. */
export function SelectField<Value extends string>({
  value,
  onChange,
  options,
  placeholder,
  name,
  ...texts
}: FieldTexts & {
  value: Value | ''
  onChange: (value: Value) => void
  options: readonly Option<Value>[]
  placeholder?: string
  name?: string
}) {
  const chosen = options.find((option) => option.value === value)?.label ?? ''
  return (
    <Field {...texts}>
      {(ties) => (
        <>
          <span className="field__select">
            <select
              {...ties}
              className="input"
              name={name}
              value={value}
              onChange={(event) => {
                const chosen = options[event.currentTarget.selectedIndex - (placeholder ? 1 : 0)]
                if (chosen !== undefined) onChange(chosen.value)
              }}
            >
              {placeholder !== undefined && (
                <option value="" disabled>
                  {placeholder}
                </option>
              )}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            <Icon of={CaretDownIcon} />
          </span>
          {widthOf(chosen) > WIDEST_CHOICE && (
            <p className="field__hint" aria-hidden>
              {chosen}
            </p>
          )}
        </>
      )}
    </Field>
  )
}

/** A Chinese character is as wide as two letters. */
function widthOf(text: string): number {
  return text.replaceAll(/[\u2E80-\uFFFF]/g, '  ').length
}
