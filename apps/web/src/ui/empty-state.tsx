import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './empty-state.css'

/** In place of a list with nothing in it: says what to do. `children` are the ways to do it. */
export function EmptyState({
  icon,
  title,
  hint,
  children,
}: {
  icon: PhosphorIcon
  title: string
  hint?: string
  children?: ReactNode
}) {
  return (
    <div className="empty-state">
      <Icon of={icon} large />
      <h2>{title}</h2>
      {hint !== undefined && <p className="soft">{hint}</p>}
      {children}
    </div>
  )
}
