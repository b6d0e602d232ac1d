/** What a sensor measures. A kind has one unit, so that no reading needs to say its own. */
export const sensorKinds = ['soil_moisture', 'temperature', 'light', 'rain', 'scale'] as const
export type SensorKind = (typeof sensorKinds)[number]

export type SensorUnit = 'percent' | 'celsius' | 'lux' | 'millimetres' | 'kilograms'

interface Measure {
  readonly unit: SensorUnit
  /** In thousandths of the unit: what lies outside was measured by nothing on a field. */
  readonly least: number
  readonly most: number
  /** Of an hour is told what was measured on average, or what fell in all. */
  readonly counts: 'mean' | 'sum'
}

export const measures: { readonly [Kind in SensorKind]: Measure } = {
  /** Water by volume. */
  soil_moisture: { unit: 'percent', least: 0, most: 100_000, counts: 'mean' },
  temperature: { unit: 'celsius', least: -40_000, most: 60_000, counts: 'mean' },
  light: { unit: 'lux', least: 0, most: 200_000_000, counts: 'mean' },
  /** What fell since the reading before. */
  rain: { unit: 'millimetres', least: 0, most: 100_000, counts: 'sum' },
  scale: { unit: 'kilograms', least: 0, most: 2_000_000, counts: 'mean' },
}

/** Later than now by more than this, a sensor's clock is wrong. */
export const AHEAD_MINUTES = 5
/** A gateway that was without a network keeps its readings for so long. */
export const KEPT_DAYS = 7
/** Of readings of one sensor within this the first counts. */
export const APART_SECONDS = 10

export type ReadingProblem =
  | 'reading_not_a_number'
  | 'reading_absurd'
  | 'reading_from_future'
  | 'reading_too_old'

/** A reading in thousandths of its kind's unit, at the start of its ten seconds. */
export interface Reading {
  readonly at: Date
  readonly thousandths: number
}

/** What a sensor says, checked; or why nothing is taken of it. */
export function readReading(
  kind: SensorKind,
  { value, at }: { readonly value: unknown; readonly at: Date },
  now: Date,
): Reading | ReadingProblem {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'reading_not_a_number'
  const { least, most } = measures[kind]
  const thousandths = Math.round(value * 1_000)
  if (thousandths < least || thousandths > most) return 'reading_absurd'
  const milliseconds = at.getTime()
  if (!(milliseconds <= now.getTime() + AHEAD_MINUTES * 60_000)) return 'reading_from_future'
  if (milliseconds < now.getTime() - KEPT_DAYS * 86_400_000) return 'reading_too_old'
  const apart = APART_SECONDS * 1_000
  return { at: new Date(Math.floor(milliseconds / apart) * apart), thousandths: thousandths + 0 }
}
