import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  alarmAfter,
  isQuiet,
  measures,
  moistureLimits,
  readReading,
  sensorKinds,
  sensorState,
  type AlarmCause,
  type Ground,
} from '../index.ts'

const now = new Date('2026-11-30T04:00:03Z')
const loam: Ground = { soil: 'loam', crop: '白菜' }

it('reads what a sensor says, at the start of its ten seconds', () => {
  expect(readReading('soil_moisture', { value: 17.25, at: now }, now)).toEqual({
    at: new Date('2026-11-30T04:00:00Z'),
    thousandths: 17_250,
  })
  expect(readReading('temperature', { value: -0.0001, at: now }, now)).toMatchObject({
    thousandths: 0,
  })
})

it('takes no nonsense, nothing from the future and nothing of last week', () => {
  const read = (value: unknown, at = now) => readReading('soil_moisture', { value, at }, now)
  for (const value of [Number.NaN, Infinity, '17', null, undefined, [17]])
    expect(read(value)).toBe('reading_not_a_number')
  for (const value of [-0.01, 100.1, 1e300]) expect(read(value)).toBe('reading_absurd')
  expect(read(17, new Date('2026-11-30T04:06:00Z'))).toBe('reading_from_future')
  expect(read(17, new Date(Number.NaN))).toBe('reading_from_future')
  expect(read(17, new Date('2026-11-23T03:59:00Z'))).toBe('reading_too_old')
  expect(read(17, new Date('2026-11-30T04:04:59Z'))).toMatchObject({ thousandths: 17_000 })
})

it('keeps what it takes within the bounds of its kind, whatever comes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sensorKinds),
      fc.oneof(fc.double(), fc.anything()),
      fc.date(),
      (kind, value, at) => {
        const read = readReading(kind, { value, at }, now)
        if (typeof read === 'string') return
        const { least, most } = measures[kind]
        expect(Number.isSafeInteger(read.thousandths)).toBe(true)
        expect(Object.is(read.thousandths, -0)).toBe(false)
        expect(read.thousandths >= least && read.thousandths <= most).toBe(true)
      },
    ),
  )
})

it('says that soil is dry by what grows in it and what it is', () => {
  expect(moistureLimits(loam)).toEqual({ dryBelow: 19_150, wetAbove: 33_000 })
  expect(sensorState('soil_moisture', 19_000, loam)).toBe('dry')
  expect(sensorState('soil_moisture', 19_000, { soil: 'sandy', crop: '白菜' })).toBe('moist')
  expect(sensorState('soil_moisture', 30_000, { soil: 'clay', crop: '早稻' })).toBe('dry')
  expect(sensorState('soil_moisture', 90_000, { soil: 'paddy', crop: null })).toBe('moist')
  expect(sensorState('soil_moisture', 50_000, { soil: null, crop: null })).toBe('wet')
})

it('names weather and light as people do', () => {
  const of = (kind: 'temperature' | 'light' | 'rain', value: number) =>
    sensorState(kind, value * 1_000, loam)
  expect([of('temperature', 1.5), of('temperature', 20), of('temperature', 36)]).toEqual([
    'frost',
    'mild',
    'hot',
  ])
  expect([of('light', 3), of('light', 4_000), of('light', 60_000)]).toEqual([
    'dark',
    'dim',
    'bright',
  ])
  expect([0, 5, 10, 30, 70].map((fell) => of('rain', fell))).toEqual([
    'no_rain',
    'light_rain',
    'moderate_rain',
    'heavy_rain',
    'rainstorm',
  ])
  expect(sensorState('scale', 20_000, loam)).toBeNull()
})

it('ends an alarm only once it is better by a margin, so that an episode is one', () => {
  const after = (running: AlarmCause | null, percent: number) =>
    alarmAfter(running, 'soil_moisture', percent * 1_000, loam)
  expect(after(null, 19.5)).toBeNull()
  expect(after(null, 19)).toBe('dry')
  expect(after('dry', 20)).toBe('dry')
  expect(after('dry', 21.2)).toBeNull()
  expect(after('dry', 40)).toBe('wet')
  expect(after('wet', 32)).toBe('wet')
  expect(after('wet', 30)).toBeNull()
  expect(alarmAfter('frost', 'temperature', 2_500, loam)).toBe('frost')
  expect(alarmAfter('frost', 'temperature', 3_500, loam)).toBeNull()
  expect(alarmAfter('rainstorm', 'rain', 30_000, loam)).toBe('rainstorm')
  expect(alarmAfter('rainstorm', 'rain', 20_000, loam)).toBeNull()
})

it('begins no second episode however readings jitter around a limit by less than the margin', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 18_200, max: 21_100 }), { minLength: 1 }), (values) => {
      let running: AlarmCause | null = null
      let begun = 0
      for (const value of values) {
        const next = alarmAfter(running, 'soil_moisture', value, loam)
        if (next !== null && running === null) begun += 1
        running = next
      }
      expect(begun).toBeLessThanOrEqual(1)
    }),
  )
})

it('is quiet from nine in the evening to six in the morning', () => {
  expect([0, 359, 360, 720, 1259, 1260].map(isQuiet)).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
  ])
})
