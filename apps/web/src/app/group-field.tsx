import { useGroups } from './groups.ts'
import { useT } from '../ui/i18n.ts'
import type { FieldTexts } from '../ui/field.tsx'
import { uiMessages } from '../ui/messages.ts'
import { SelectField } from '../ui/select-field.tsx'

/** A hamlet, chosen by the name people call it by. `none` names the choice of no group. */
export function GroupField({
  value,
  onChange,
  none,
  ...texts
}: FieldTexts & {
  /** The number of the group; null while none is chosen. */
  value: number | null
  onChange: (groupNo: number | null) => void
  none?: string
}) {
  const t = useT(uiMessages)
  const groups = useGroups()
  const options = groups.map(({ groupNo, name }) => ({ value: String(groupNo), label: name }))
  if (none === undefined) {
    return (
      <SelectField
        {...texts}
        placeholder={t('chooseGroup')}
        value={value === null ? '' : String(value)}
        options={options}
        onChange={(chosen) => onChange(Number(chosen))}
      />
    )
  }
  return (
    <SelectField
      {...texts}
      value={value === null ? 'none' : String(value)}
      options={[{ value: 'none', label: none }, ...options]}
      onChange={(chosen) => onChange(chosen === 'none' ? null : Number(chosen))}
    />
  )
}
