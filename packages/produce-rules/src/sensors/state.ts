import type { SensorKind } from './reading.ts'

/** What a reading says of a plot, in one word; `sensorStateWords` says it as people do. */
export type SensorState =
  | 'dry'
  | 'moist'
  | 'wet'
  | 'frost'
  | 'mild'
  | 'hot'
  | 'dark'
  | 'dim'
  | 'bright'
  | 'no_rain'
  | 'light_rain'
  | 'moderate_rain'
  | 'heavy_rain'
  | 'rainstorm'

/** What a grower is told of at once. */
export const alarmCauses = ['dry', 'wet', 'frost', 'hot', 'rainstorm'] as const
export type AlarmCause = (typeof alarmCauses)[number]

export type Soil = 'sandy' | 'loam' | 'clay' | 'paddy'

/** What the readings of a plot are held against. */
export interface Ground {
  /** Null: unknown, taken for loam. */
  readonly soil: Soil | null
  /** As the village calls what stands there; null: nothing is planned. */
  readonly crop: string | null
}

/**
 * Water by volume in thousandths of a percent, at field capacity and at the wilting point: the middle
 * of FAO Irrigation and Drainage Paper 56, table 19 (sandy loam, loam, clay; a paddy's soil is clay).
 */
const water: { readonly [S in Soil]: { readonly capacity: number; readonly wilting: number } } = {
  sandy: { capacity: 23_000, wilting: 11_000 },
  loam: { capacity: 25_000, wilting: 12_000 },
  clay: { capacity: 36_000, wilting: 22_000 },
  paddy: { capacity: 36_000, wilting: 22_000 },
}

/** Which hundredths of the water between them a crop takes before it suffers: table 22 of the same paper. */
const taken: readonly (readonly [names: RegExp, hundredths: number])[] = [
  [/水稻|稻/, 20],
  [/菠菜|辣椒/, 25],
  [/生菜|萝卜|葱|蒜/, 30],
  [/土豆|马铃薯/, 35],
  [/番茄|西红柿|茶/, 40],
  [/白菜|青菜|甘蓝|花菜|茄/, 45],
  [/黄瓜|大豆|毛豆/, 50],
  [/玉米/, 55],
  [/番薯|红薯/, 65],
]
const TAKEN_OTHERWISE = 40
/** Above field capacity by so much, roots lack air; our own figure. */
const WET_ABOVE = 8_000

/** Below which soil is dry for what grows there, and above which too wet; a paddy never is. */
export function moistureLimits({ soil, crop }: Ground): {
  readonly dryBelow: number
  readonly wetAbove: number | null
} {
  const { capacity, wilting } = water[soil ?? 'loam']
  const part = taken.find(([names]) => crop !== null && names.test(crop))?.[1] ?? TAKEN_OTHERWISE
  const isFlooded = soil === 'paddy' || (crop !== null && /稻/.test(crop))
  return {
    dryBelow: Math.round(capacity - ((capacity - wilting) * part) / 100),
    wetAbove: isFlooded ? null : capacity + WET_ABOVE,
  }
}

/** At two degrees where it is measured there can be frost on the ground; heat as the weather service warns of it. */
const FROST_BELOW = 2_000
const HOT_ABOVE = 35_000
const DARK_BELOW = 50_000
const BRIGHT_ABOVE = 10_000_000
/** Of twenty-four hours, as the weather service calls it (GB/T 28592). */
const rains = [
  [50_000, 'rainstorm'],
  [25_000, 'heavy_rain'],
  [10_000, 'moderate_rain'],
  [100, 'light_rain'],
] as const

/**
 * @param thousandths of the kind's unit: the mean of late, of rain what fell in twenty-four hours
 * @returns null for what is only weighed
 */
export function sensorState(
  kind: SensorKind,
  thousandths: number,
  ground: Ground,
): SensorState | null {
  switch (kind) {
    case 'soil_moisture': {
      const { dryBelow, wetAbove } = moistureLimits(ground)
      if (thousandths < dryBelow) return 'dry'
      return wetAbove !== null && thousandths > wetAbove ? 'wet' : 'moist'
    }
    case 'temperature':
      if (thousandths <= FROST_BELOW) return 'frost'
      return thousandths >= HOT_ABOVE ? 'hot' : 'mild'
    case 'light':
      if (thousandths < DARK_BELOW) return 'dark'
      return thousandths < BRIGHT_ABOVE ? 'dim' : 'bright'
    case 'rain':
      return rains.find(([least]) => thousandths >= least)?.[1] ?? 'no_rain'
    case 'scale':
      return null
  }
}

/** By how much it has to be better before an alarm is over, so that one episode is told once. */
const margins: { readonly [Cause in AlarmCause]: number } = {
  dry: 2_000,
  wet: 2_000,
  frost: 1_000,
  hot: 2_000,
  rainstorm: 25_000,
}

/**
 * Which alarm stands, given the one that stood.
 * @param thousandths as of `sensorState`
 */
export function alarmAfter(
  running: AlarmCause | null,
  kind: SensorKind,
  thousandths: number,
  ground: Ground,
): AlarmCause | null {
  const state = sensorState(kind, thousandths, ground)
  const begun = alarmCauses.find((cause) => cause === state)
  if (begun !== undefined) return begun
  if (running === null) return null
  const worse = running === 'dry' || running === 'frost' ? -1 : 1
  const almost = sensorState(kind, thousandths + worse * margins[running], ground)
  return almost === running ? running : null
}

/** Nobody is called at night: what begins then is told in the morning, if it still stands. */
export const QUIET_FROM_MINUTE = 21 * 60
export const QUIET_TO_MINUTE = 6 * 60

/** @param minute of the day */
export const isQuiet = (minute: number) => minute >= QUIET_FROM_MINUTE || minute < QUIET_TO_MINUTE
