import type { Answer } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import type { StateTone } from '../../ui/state-badge.tsx'
import { planMessages } from './messages.ts'

export type OwnTask = Answer<'/api/tasks/own'>['items'][number]
export type Board = Answer<'/api/plantings'>
export type PlannedPlot = Board['plots'][number]
export type Planting = PlannedPlot['plantings'][number]
export type Crop = Answer<'/api/crops'>['items'][number]

export const giveUpReasons = ['weather', 'pests', 'no_seed', 'no_hands', 'not_needed'] as const
export const cancelReasons = ['weather', 'pests', 'no_seed', 'no_hands', 'other_crop'] as const

export const taskTones = {
  late: 'wrong',
  open: 'waiting',
  done: 'done',
  given_up: 'past',
} as const satisfies Record<OwnTask['state'], StateTone>

const GRAMS = { kg: 1_000, jin: 500 } as const

/** An amount as its crop is told: kilograms, jin, or pieces. */
export function useAmount() {
  const t = useT(planMessages)
  const format = useFormat()
  return (grams: number, unit: Crop['unit'], pieceGrams: number | null) => {
    const one = unit === 'piece' ? (pieceGrams ?? 1) : GRAMS[unit]
    return t(`amount_${unit}`, { amount: format.number(Math.round(grams / one)) })
  }
}

/** What is done, as one says it of a field and of a flock. */
export function useTaskName() {
  const t = useT(planMessages)
  return ({ kind, isFlock }: Pick<OwnTask, 'kind' | 'isFlock'>) => {
    if (isFlock && kind === 'sow') return t('kind_place')
    if (isFlock && kind === 'harvest') return t('kind_eggs')
    return t(`kind_${kind}`)
  }
}
