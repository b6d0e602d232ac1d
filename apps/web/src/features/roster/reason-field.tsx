import { useT } from '../../ui/i18n.ts'
import { TextArea } from '../../ui/text-field.tsx'
import { personMessages } from './person-messages.ts'

/** Why the roster is changed: the person reads it. */
export function ReasonField({
  value,
  hint,
  isAsked,
  onChange,
}: {
  value: string
  hint: string
  isAsked: boolean
  onChange: (value: string) => void
}) {
  const t = useT(personMessages)
  return (
    <TextArea
      label={t('reason')}
      hint={hint}
      rows={2}
      error={isAsked && value.trim() === '' ? t('reasonMissing') : undefined}
      value={value}
      maxLength={500}
      onChange={onChange}
    />
  )
}
