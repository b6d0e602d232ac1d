import { useT } from '../../ui/i18n.ts'
import { TextArea } from '../../ui/text-field.tsx'
import type { Founding } from './founding.ts'
import { setupMessages } from './messages.ts'

export function ConsentStep({
  founding: { optInText },
  onChange,
}: {
  founding: Founding
  onChange: (part: Partial<Founding>) => void
}) {
  const t = useT(setupMessages)
  return (
    <div className="stack">
      <TextArea
        label={t('consentText')}
        hint={t('consentHint')}
        rows={12}
        maxLength={5000}
        value={optInText}
        onChange={(value) => onChange({ optInText: value })}
      />
    </div>
  )
}
