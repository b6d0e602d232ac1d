import { expect, it } from 'vitest'
import { readWeightMeasurement } from './weight-measurement.ts'

const view = (...bytes: number[]) => new DataView(Uint8Array.from(bytes).buffer)

it('reads steps of five grams, and hundredths of a pound', () => {
  expect(readWeightMeasurement(view(0, 0x4c, 0x04))).toEqual({ state: 'stable', grams: 5_500 })
  expect(readWeightMeasurement(view(1, 0x64, 0))).toEqual({ state: 'stable', grams: 454 })
})

it('reads past time, user, BMI and height', () => {
  const time = [0xea, 0x07, 11, 30, 9, 30, 0]
  const whole = view(0b1110, 0x4c, 0x04, ...time, 0xff, 0, 0, 0, 0)
  expect(readWeightMeasurement(whole)).toEqual({ state: 'stable', grams: 5_500 })
})

it('takes no measurement that did not succeed, and no bytes that are none', () => {
  expect(readWeightMeasurement(view(0, 0xff, 0xff))).toEqual({ state: 'overload' })
  expect(readWeightMeasurement(view(0, 1))).toBe(null)
  expect(readWeightMeasurement(view(2, 0x4c, 0x04))).toBe(null)
  expect(readWeightMeasurement(view(0, 0x4c, 0x04, 9))).toBe(null)
})
