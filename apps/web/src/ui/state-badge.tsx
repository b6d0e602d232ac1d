import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { ArchiveIcon } from '@phosphor-icons/react/dist/csr/Archive'
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { ClockIcon } from '@phosphor-icons/react/dist/csr/Clock'
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { Icon } from './icon.tsx'
import './state-badge.css'

/** Green for grown and done, amber for waiting, grey for past, brick for what needs mending. */
export type StateTone = 'done' | 'waiting' | 'past' | 'wrong'

const icons: Record<StateTone, PhosphorIcon> = {
  done: CheckCircleIcon,
  waiting: ClockIcon,
  past: ArchiveIcon,
  wrong: WarningCircleIcon,
}

/** The state of an award, a shift, a plot: sign and word, never the colour alone. */
export function StateBadge({ tone, children }: { tone: StateTone; children: string }) {
  return (
    <span className={`state-badge state-badge--${tone}`}>
      <Icon of={icons[tone]} filled={tone === 'done'} />
      {children}
    </span>
  )
}
