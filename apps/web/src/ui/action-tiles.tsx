import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import './action-tiles.css'

/** A few large ways in, side by side: 我要评, 我要发起, 我要报. */
export function ActionTiles({ children }: { children: ReactNode }) {
  return <div className="action-tiles">{children}</div>
}

export function ActionTile({ icon, label, to }: { icon: PhosphorIcon; label: string; to: string }) {
  return (
    <Link href={to} className="action-tiles__tile">
      <Icon of={icon} large />
      {label}
    </Link>
  )
}
