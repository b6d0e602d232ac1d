import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { useId, type ReactNode } from 'react'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import './field.css'

/** What every field can be told. */
export interface FieldTexts {
  label: string
  hint?: string
  /** The server's or the form's sentence about this field. */
  error?: string | undefined
  /** Fields are required unless they say otherwise. */
  optional?: boolean
  /** Neither required nor worth saying that it may stay empty, as a search. */
  unmarked?: boolean
}

/** The attributes that tie an input to its label, hint and error. */
export interface InputTies {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label, hint, one input, error. For inputs that the fields beside this file do not cover. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  unmarked = false,
  children,
}: FieldTexts & { children: (ties: InputTies) => ReactNode }) {
  const t = useT(uiMessages)
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [
    ...(hint === undefined ? [] : [hintId]),
    ...(error === undefined ? [] : [errorId]),
  ].join(' ')
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label} {optional && <span className="field__optional">{t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <p id={hintId} className="field__hint">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': optional || unmarked ? undefined : true,
      })}
      {error !== undefined && (
        <p id={errorId} className="field__error" role="alert">
          <Icon of={WarningCircleIcon} />
          {error}
        </p>
      )}
    </div>
  )
}
