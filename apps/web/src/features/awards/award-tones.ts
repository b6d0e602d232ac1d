import type { StateTone } from '../../ui/state-badge.tsx'
import type { AwardState } from './award.ts'

export const awardTones: Record<AwardState, StateTone> = {
  scored: 'waiting',
  on_notice: 'waiting',
  final: 'done',
  reversed: 'past',
}
