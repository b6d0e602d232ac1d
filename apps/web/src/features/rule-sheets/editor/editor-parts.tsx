import type { ReactNode } from 'react'
import { useT } from '../../../ui/i18n.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import type { FieldTexts } from '../../../ui/field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { editorMessages } from './messages.ts'
import './editor.css'

/** Stands for a number that is not written: below what any field of a sheet may hold. */
const MISSING = -1

/** A number of the sheet that is kept in small measures: hundredths, thousandths, minutes. */
export function AmountField({
  value,
  onChange,
  per,
  unit,
  ...texts
}: FieldTexts & {
  /** In the small measure; undefined where nothing is written. */
  value: number | undefined
  /** `undefined` where the field was emptied. */
  onChange: (value: number | undefined) => void
  /** Small measures in one of what people write. */
  per: number
  unit?: string
}) {
  return (
    <NumberField
      {...texts}
      whole={per === 1}
      value={value === undefined || value < 0 ? null : value / per}
      onChange={(read) => onChange(read === null ? undefined : Math.round(read * per))}
      {...(unit === undefined ? {} : { unit })}
    />
  )
}

/** The same for a number that must be there: emptied, the item is told to be incomplete. */
export function NeededAmount({
  onChange,
  ...rest
}: FieldTexts & {
  value: number
  onChange: (value: number) => void
  per: number
  unit?: string
}) {
  return <AmountField {...rest} onChange={(value) => onChange(value ?? MISSING)} />
}

/** Fields that belong together, under a heading that screen readers say with each. */
export function Part({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <fieldset className="editor-part">
      <legend>{title}</legend>
      {hint !== undefined && <p className="soft small">{hint}</p>}
      {children}
    </fieldset>
  )
}

/** Several of a fixed list. */
export function Choices<Value extends string>({
  title,
  all,
  chosen,
  say,
  onChange,
}: {
  title: string
  all: readonly Value[]
  chosen: readonly Value[]
  say: (value: Value) => string
  onChange: (chosen: Value[]) => void
}) {
  return (
    <fieldset className="editor-choices">
      <legend>{title}</legend>
      <div className="editor-choices__all">
        {all.map((value) => (
          <Checkbox
            key={value}
            label={say(value)}
            checked={chosen.includes(value)}
            // In the order of the list, whatever the order of choosing.
            onChange={(on) =>
              onChange(all.filter((one) => (one === value ? on : chosen.includes(one))))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What each score from one to five counts, in per cent. */
export function ScoreTable<Table extends readonly number[]>({
  table,
  onChange,
}: {
  table: Table
  onChange: (table: Table) => void
}) {
  const t = useT(editorMessages)
  return (
    <fieldset className="editor-choices">
      <legend>{t('scoreTable')}</legend>
      <div className="editor-fields">
        {table.map((permille, index) => (
          <NeededAmount
            // The places of the table are fixed.
            key={index}
            label={t('score', { score: index + 1 })}
            unit={t('percent')}
            per={10}
            value={permille}
            onChange={(value) =>
              onChange(table.map((one, at) => (at === index ? value : one)) as unknown as Table)
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
