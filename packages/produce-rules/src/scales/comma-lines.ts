import { gramsOf, type WeightReading } from './weight-reading.ts'

/**
 * One line of the format `ST,GS,+0012.34kg` that A&D indicators send (AD-4404, product specifications,
 * 9.2.6: header 1 ST stable, US unstable, OL out of range; header 2 GS gross, NT net, TR tare; seven
 * figures with a point; unit kg, g or t), and with spaces before the unit many indicators made in China
 * (TS-700 owner’s manual, page 13). Null when the line is none of these, or tells a tare.
 */
export function readCommaLine(line: string): WeightReading | null {
  const found = pattern.exec(line)
  if (found === null) return null
  const [, stability, mode, sign, digits = '', unit = ''] = found
  if (mode === 'TR') return null
  if (stability === 'OL') return { state: sign === '-' ? 'underload' : 'overload' }
  if (digits === '') return null
  const grams = gramsOf(Number(`${sign === '-' ? '-' : ''}${digits}`), unit)
  return grams === null ? null : { state: stability === 'ST' ? 'stable' : 'moving', grams }
}

const pattern =
  /^(ST|US|OL),(?:(GS|NT|TR),)?\s*([+-])?\s*(\d{1,9}(?:\.\d{1,6})?)?\s*(kg|g|t|lb)?\s*$/i
