import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { useId } from 'react'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import { SegmentedOptions, type Option } from './segmented.tsx'
import './field.css'

/**
 * A judgement about somebody or what they did. Nothing is chosen before a person chooses it, and the
 * first value cannot be given; what was left open when the form was sent is named.
 */
export function VerdictChoice<Value extends string>({
  label,
  options,
  value,
  isAsked,
  onChange,
}: {
  label: string
  options: readonly Option<Value>[]
  /** Null until chosen. */
  value: Value | null
  /** The form was sent once. */
  isAsked: boolean
  onChange: (value: Value) => void
}) {
  const t = useT(uiMessages)
  const errorId = useId()
  const isMissing = isAsked && value === null
  return (
    <div className="field">
      <span className="field__label" aria-hidden>
        {label}
      </span>
      <SegmentedOptions
        label={label}
        options={options}
        value={value}
        onChange={onChange}
        describedBy={isMissing ? errorId : undefined}
      />
      {isMissing && (
        <p id={errorId} className="field__error" role="alert">
          <Icon of={WarningCircleIcon} />
          {t('verdictMissing')}
        </p>
      )}
    </div>
  )
}
