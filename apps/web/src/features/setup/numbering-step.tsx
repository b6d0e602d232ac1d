import { useT } from '../../ui/i18n.ts'
import { SelectField } from '../../ui/select-field.tsx'
import type { Founding } from './founding.ts'
import { setupMessages } from './messages.ts'

const numberings = ['village', 'group'] as const

/** Whether a house number is one of the whole village or of its group. */
export function NumberingStep({
  founding,
  onChange,
}: {
  founding: Founding
  onChange: (part: Partial<Founding>) => void
}) {
  const t = useT(setupMessages)
  return (
    <div className="stack">
      <p className="soft">{t('numberingLead')}</p>
      <SelectField
        label={t('numbering')}
        placeholder={t('chooseNumbering')}
        // A draft of before this step was there has no answer to it.
        value={founding.houseNumbering ?? ''}
        options={numberings.map((value) => ({ value, label: t(`numbering_${value}`) }))}
        onChange={(houseNumbering) => onChange({ houseNumbering })}
      />
    </div>
  )
}
