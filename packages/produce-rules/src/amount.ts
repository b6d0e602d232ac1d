/** A product is weighed or measured out; one does not turn into the other. */
export type DoseUnit = 'g' | 'ml'

/** An amount of a product, exact: thousandths of a gram or of a millilitre. */
export interface Amount {
  readonly unit: DoseUnit
  readonly thousandths: number
}

interface Unit {
  readonly unit: DoseUnit
  readonly thousandths: number
}

const units: Readonly<Record<string, Unit>> = {
  mg: { unit: 'g', thousandths: 1 },
  毫克: { unit: 'g', thousandths: 1 },
  g: { unit: 'g', thousandths: 1_000 },
  克: { unit: 'g', thousandths: 1_000 },
  两: { unit: 'g', thousandths: 50_000 },
  斤: { unit: 'g', thousandths: 500_000 },
  kg: { unit: 'g', thousandths: 1_000_000 },
  公斤: { unit: 'g', thousandths: 1_000_000 },
  千克: { unit: 'g', thousandths: 1_000_000 },
  ml: { unit: 'ml', thousandths: 1_000 },
  毫升: { unit: 'ml', thousandths: 1_000 },
  l: { unit: 'ml', thousandths: 1_000_000 },
  升: { unit: 'ml', thousandths: 1_000_000 },
}

/** More of one product on one plot is a slip of the pen: a thousand tonnes. */
const MOST_THOUSANDTHS = 1_000_000_000_000

/** Fifteen mu are a hectare, ten thousand square metres. */
const MU_PER_HECTARE = 15
const SQUARE_METRES_PER_HECTARE = 10_000

/**
 * `12.5 kg`, `30毫升` in thousandths of its unit. Null for what is no amount, has more decimals than
 * a thousandth holds, or is absurdly much.
 */
export function readAmount(text: string): Amount | null {
  const match = /^(\d{1,9})(?:\.(\d{1,9}))?\s*(\p{L}+)$/u.exec(text.trim())
  const unit = units[match?.[3]?.toLowerCase() ?? '']
  if (match === null || unit === undefined) return null
  const decimals = match[2] ?? ''
  const digits = BigInt(`${match[1]}${decimals}`) * BigInt(unit.thousandths)
  const divisor = 10n ** BigInt(decimals.length)
  if (digits % divisor !== 0n) return null
  const thousandths = digits / divisor
  if (thousandths > MOST_THOUSANDTHS) return null
  return { unit: unit.unit, thousandths: Number(thousandths) }
}

const LARGER = 1_000_000
const largerUnits = { g: 'kg', ml: 'l' } as const

/** `12.5 g`, `280 kg`: exact, without an end of zeros; from a thousand on in the larger unit. */
export function amountText({ unit, thousandths }: Amount): string {
  const isLarge = thousandths >= LARGER
  const one = isLarge ? LARGER : 1_000
  const rest = String(thousandths % one)
    .padStart(isLarge ? 6 : 3, '0')
    .replace(/0+$/, '')
  const whole = Math.trunc(thousandths / one)
  return `${whole}${rest === '' ? '' : `.${rest}`} ${isLarge ? largerUnits[unit] : unit}`
}

/** The most of a dose on an area, its fraction of a thousandth dropped. */
export function mostOnArea(perMu: number, squareMetres: number): number {
  return Number((BigInt(perMu) * onArea(squareMetres)) / BigInt(SQUARE_METRES_PER_HECTARE))
}

/** The least of a dose on an area, a fraction of a thousandth counted whole. */
export function leastOnArea(perMu: number, squareMetres: number): number {
  const hectares = BigInt(SQUARE_METRES_PER_HECTARE)
  return Number((BigInt(perMu) * onArea(squareMetres) + hectares - 1n) / hectares)
}

/** What came onto one mu, in thousandths, halves rounded up: for reports, never for a judgement. */
export function perMu(thousandths: number, squareMetres: number): number {
  const area = onArea(squareMetres)
  if (area === 0n) return 0
  const doubled = BigInt(thousandths) * BigInt(SQUARE_METRES_PER_HECTARE) * 2n
  return Number((doubled + area) / (area * 2n))
}

function onArea(squareMetres: number): bigint {
  return BigInt(squareMetres) * BigInt(MU_PER_HECTARE)
}
