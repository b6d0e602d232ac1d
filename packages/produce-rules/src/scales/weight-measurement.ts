import type { WeightReading } from './weight-reading.ts'

/** The Weight Scale Service of the Bluetooth SIG, and its characteristic. */
export const WEIGHT_SCALE_SERVICE = 0x181d
export const WEIGHT_MEASUREMENT = 0x2a9d

const NOT_SUCCESSFUL = 0xffff
const GRAMS_PER_STEP = 5
const POUND_GRAMS = 453.592_37

/**
 * A Weight Measurement (0x2A9D) as a scale indicates it: flags, then the weight, little-endian: in steps
 * of 0.005 kg, or of 0.01 lb where bit 0 of the flags is set; time, user, BMI and height may follow by
 * bits 1 to 3 (GATT Specification Supplement, Weight Measurement). 0xFFFF is a measurement that did not
 * succeed. A scale of this service indicates once it has settled. Null when the bytes are no measurement.
 */
export function readWeightMeasurement(bytes: DataView): WeightReading | null {
  if (bytes.byteLength < 3) return null
  const flags = bytes.getUint8(0)
  const time = (flags & 2) === 0 ? 0 : 7
  const user = (flags & 4) === 0 ? 0 : 1
  const body = (flags & 8) === 0 ? 0 : 4
  if (bytes.byteLength !== 3 + time + user + body) return null
  const steps = bytes.getUint16(1, true)
  if (steps === NOT_SUCCESSFUL) return { state: 'overload' }
  const isImperial = (flags & 1) === 1
  const grams = isImperial ? Math.round((steps * POUND_GRAMS) / 100) : steps * GRAMS_PER_STEP
  return { state: 'stable', grams }
}
