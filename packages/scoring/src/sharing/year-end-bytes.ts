import { canonicalJson, type CivilDay } from '@azalea/text'
import type { SharedPool } from './share-pool.ts'

/** What a year-end share-out is shared by. */
export interface YearEndTerms {
  /** Its name in the log. */
  readonly yearEnd: string
  readonly poolFen: number
  /** Honour counts up to this daily statement. */
  readonly through: CivilDay
  /** Less the honour of this one; null: all honour counts. */
  readonly before: CivilDay | null
}

/** The bytes of a year-end share-out, as text, whose SHA-256 stands in the log: who has which share by what. */
export function yearEndBytes(terms: YearEndTerms, { shares }: SharedPool): string {
  return canonicalJson({
    schema: 'azalea-year-end/1',
    yearEnd: terms.yearEnd,
    poolFen: terms.poolFen,
    through: terms.through,
    ...(terms.before === null ? {} : { before: terms.before }),
    shares: shares.map(({ household, pointsHundredths, shareFen }) => ({
      household,
      pointsHundredths,
      shareFen,
    })),
  })
}

/** Yuan and fen as people write them: 1234.05. */
export function yuanText(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '-' : ''}${whole}.${rest}`
}

const points = (hundredths: number) => String(hundredths / 100)

/** Why a household has its share, in a sentence a grower would say. */
export function explainShare(
  { poolFen, pointsHundredths, totalHundredths, shareFen, hasRemainder }: ExplainedShare,
  language: 'zh' | 'en',
): string {
  const pool = yuanText(poolFen)
  const share = yuanText(shareFen)
  if (language === 'zh') {
    const rest = hasRemainder ? '，零头里分到一分' : ''
    return `村里拿出 ${pool} 元，按全村 ${points(totalHundredths)} 分来分；您家 ${points(pointsHundredths)} 分，得 ${share} 元${rest}。`
  }
  const rest = hasRemainder ? ', one fen of it from what did not divide' : ''
  return `${pool} yuan are shared by the village’s ${points(totalHundredths)} points; your household has ${points(pointsHundredths)}, which makes ${share} yuan${rest}.`
}

export interface ExplainedShare {
  readonly poolFen: number
  readonly totalHundredths: number
  readonly pointsHundredths: number
  readonly shareFen: number
  readonly hasRemainder: boolean
}
