import { Field, type FieldTexts } from './field.tsx'

/** One file for an import, such as a roster; `accept` lists endings or types. */
export function FileField({
  onChange,
  accept,
  name,
  ...texts
}: FieldTexts & { onChange: (file: File | null) => void; accept: string; name?: string }) {
  return (
    <Field {...texts}>
      {(ties) => (
        <input
          {...ties}
          className="input"
          type="file"
          name={name}
          accept={accept}
          onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
        />
      )}
    </Field>
  )
}
