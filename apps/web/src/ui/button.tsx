import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { returnTo } from './hash-location.ts'
import { Icon } from './icon.tsx'
import './button.css'

interface Looks {
  /** `primary` is azalea red: the one main action of a page. */
  kind?: 'primary' | 'secondary' | 'quiet'
  icon?: PhosphorIcon
  /** As wide as the column. */
  wide?: boolean
}

export interface ButtonProps extends Looks {
  children: ReactNode
  onClick?: () => void
  submit?: boolean
  /** The act is under way: further presses do nothing, and the button keeps its focus. */
  busy?: boolean
  disabled?: boolean
  /** Needed where the words alone do not say what is meant, as in a row of equal buttons. */
  label?: string
}

export function Button({
  children,
  kind = 'secondary',
  icon,
  wide = false,
  onClick,
  submit = false,
  busy = false,
  disabled = false,
  label,
}: ButtonProps) {
  const off = busy || disabled
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={buttonClass(kind, wide)}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-label={label}
      onClick={(event) => {
        if (off) event.preventDefault()
        else onClick?.()
      }}
    >
      {icon !== undefined && <Icon of={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
  children,
  kind = 'secondary',
  icon,
  wide = false,
  to,
  back = false,
  label,
}: Looks & {
  children: ReactNode
  to: string
  /** Leads to where the reader came from: that page is then as it was left, at its place. */
  back?: boolean
  /** As of a button: what the words alone do not say. */
  label?: string
}) {
  return (
    <Link
      href={to}
      aria-label={label}
      className={buttonClass(kind, wide)}
      onClick={(event) => {
        if (back && returnTo(to)) event.preventDefault()
      }}
    >
      {icon !== undefined && <Icon of={icon} />}
      {children}
    </Link>
  )
}

/** Buttons side by side; on a phone the main one takes a line of its own. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>
}

function buttonClass(kind: 'primary' | 'secondary' | 'quiet', wide: boolean): string {
  return `button button--${kind}${wide ? ' button--wide' : ''}`
}
