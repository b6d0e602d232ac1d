import { readingMessages, type Result } from '@azalea/client'
import { measures, type SensorKind, type SensorState } from '@azalea/produce-rules'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import type { StateTone } from '../../ui/state-badge.tsx'

export type PlotSensors = Result<'/api/plots/{id}/sensors'>
export type PlotSensor = PlotSensors['sensors'][number]
export type Sensors = Result<'/api/sensors'>
export type Sensor = Sensors['items'][number]

export const placers = ['committee', 'technician'] as const
export const kinds = ['soil_moisture', 'temperature', 'light', 'rain', 'scale'] as const
export const spans = ['day', 'week', 'season'] as const
export type Span = (typeof spans)[number]

export const isSum = (kind: SensorKind) => measures[kind].counts === 'sum'

const toMind: readonly SensorState[] = ['dry', 'wet', 'frost', 'hot', 'rainstorm']

/** Green where all is well, brick where somebody should look. */
export const toneOf = (state: SensorState): StateTone => (toMind.includes(state) ? 'wrong' : 'done')

/** A value as people read it, and what it says of the plot. */
export function useReading() {
  const format = useFormat()
  const t = useT(readingMessages)
  return {
    value: (kind: SensorKind, thousandths: number): string => {
      const value = thousandths / 1_000
      // A tenth is as much as any of them knows; light comes in thousands.
      const rounded = kind === 'light' ? Math.round(value) : Math.round(value * 10) / 10
      return t(`unit_${kind}`, { number: format.number(rounded) })
    },
    unit: (kind: SensorKind): string => t(`unit_${kind}`, { number: '' }).trim(),
    words: (state: SensorState): string => t(`state_${state}`),
  }
}
