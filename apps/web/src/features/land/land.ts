import type { Answer } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import type { StateTone } from '../../ui/state-badge.tsx'
import { landMessages } from './messages.ts'

export type Land = Answer<'/api/plots'>
export type Plot = Land['plots'][number]
export type PublicPlot = Answer<'/api/villages/{villageId}/plots'>['plots'][number]
export type PlotState = PublicPlot['state']

export const surveyors = ['committee', 'technician'] as const
export const landKeepers = ['committee'] as const

export const plotStates = ['free', 'leased', 'held', 'resting'] as const satisfies PlotState[]
/** A plot of the collective, or a household's garden or the land under its flock. */
export const landKinds = ['plot', 'yard', 'flock'] as const
export const soils = ['loam', 'sandy', 'clay', 'paddy'] as const

export const stateTones = {
  free: 'waiting',
  leased: 'done',
  held: 'done',
  resting: 'past',
} as const satisfies Record<PlotState, StateTone>

/** 1 mu = 2000/3 m². */
const SQUARE_METRES_PER_MU = 2_000 / 3

export const squareMetresOf = (mu: number) => Math.round(mu * SQUARE_METRES_PER_MU)

/** An area as people say it: in mu, and in square metres. */
export function useArea(): (squareMetres: number) => string {
  const t = useT(landMessages)
  const format = useFormat()
  return (squareMetres) =>
    t('area', {
      mu: format.number(squareMetres / SQUARE_METRES_PER_MU),
      metres: format.number(squareMetres),
    })
}
