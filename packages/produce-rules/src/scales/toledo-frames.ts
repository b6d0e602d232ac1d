import type { WeightReading } from './weight-reading.ts'

export const STX = 0x02
export const CR = 0x0d
/** From STX to CR. */
export const FRAME_BYTES = 17

/**
 * One frame of the Toledo continuous output: STX, status words A, B and C, six digits of weight, six of
 * tare, CR (KERN FTC-BA-e-0720, 5.2.2; Rockwell Toledo Scale Interface Module user guide, appendix D).
 * Null when the bytes are no such frame.
 *
 * Word A: bits 0–2 the place of the decimal point (0: ×100, 1: ×10, 2: ×1, 3: ×0.1 … 7: ×0.00001).
 * Word B: bit 0 net, 1 below zero, 2 out of range, 3 in motion, 4 kg (else lb).
 * Word C: bits 0–2 the unit (0: as word B says, 1: g, 2: t).
 */
export function readToledoFrame(bytes: Uint8Array): WeightReading | null {
  if (bytes.length !== FRAME_BYTES || bytes[0] !== STX || bytes[FRAME_BYTES - 1] !== CR) return null
  const [a = 0, b = 0, c = 0] = [...bytes.subarray(1, 4)].map((byte) => byte & 0x7f)
  // Bit 5 of each word is always set and bit 6 never is in A and C: what else is there is no status.
  if ((a & 0x60) !== 0x20 || (b & 0x20) === 0 || (c & 0x60) !== 0x20) return null
  const isNegative = (b & 2) !== 0
  if ((b & 4) !== 0) return { state: isNegative ? 'underload' : 'overload' }
  const digits = String.fromCharCode(...bytes.subarray(4, 10).map((byte) => byte & 0x7f))
  if (!/^ *\d+$/.test(digits)) return null
  const grams = scaled(Number(digits), 2 - (a & 7), b, c)
  if (grams === null) return null
  return { state: (b & 8) === 0 ? 'stable' : 'moving', grams: isNegative ? 0 - grams : grams }
}

/** The checksum that may follow the CR: the two's complement of the sum of the lower seven bits. */
export function toledoChecksum(frame: Uint8Array): number {
  return -frame.reduce((sum, byte) => sum + (byte & 0x7f), 0) & 0x7f
}

function scaled(digits: number, exponent: number, b: number, c: number): number | null {
  const inKilograms = (b & 0x10) === 0 ? 453.592_37 : 1_000
  const perUnit = [inKilograms, 1, 1_000_000][c & 7]
  if (perUnit === undefined) return null
  // Times ten to a whole power, or divided by one: 0.1 is no float.
  const inUnit = exponent >= 0 ? digits * 10 ** exponent : digits / 10 ** -exponent
  return Math.round(inUnit * perUnit)
}
