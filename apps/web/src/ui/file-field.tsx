import { FileArrowUpIcon } from '@phosphor-icons/react/dist/csr/FileArrowUp'
import { useState } from 'react'
import { useT } from './i18n.ts'
import { Field, type FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import './file-field.css'

/** One file for an import, such as a roster; `accept` lists endings or types. */
export function FileField({
  onChange,
  accept,
  name,
  ...texts
}: FieldTexts & { onChange: (file: File | null) => void; accept: string; name?: string }) {
  const t = useT(uiMessages)
  const [fileName, setFileName] = useState('')
  return (
    <Field {...texts}>
      {(ties) => (
        // The browser's own button speaks the browser's language, and cannot be made larger.
        <span className="file-field">
          <Icon of={FileArrowUpIcon} />
          <span className="file-field__name">{fileName === '' ? t('chooseFile') : fileName}</span>
          <input
            {...ties}
            type="file"
            name={name}
            accept={accept}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0] ?? null
              setFileName(file?.name ?? '')
              onChange(file)
            }}
          />
        </span>
      )}
    </Field>
  )
}
