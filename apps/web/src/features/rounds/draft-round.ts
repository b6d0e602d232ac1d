import { grades, toGrams, type Grade } from './rounds.ts'

/** A round while it is being written. */
export interface DraftRound {
  titleZh: string
  titleEn: string
  wordsZh: string
  crop: string
  priceUnit: 'jin' | 'kg'
  yuan: Readonly<Record<Grade, number | null>>
  deductionName: string
  permille: number | null
  wanted: number | null
  most: number | null
  point: string
  orderRuleId: string
  budgetId: string
  closesAt: string | null
  beginsAt: string | null
  endsAt: string | null
  minutesEach: number | null
}

export const emptyRound: DraftRound = {
  titleZh: '',
  titleEn: '',
  wordsZh: '',
  crop: '',
  priceUnit: 'kg',
  yuan: { first: null, second: null, third: null },
  deductionName: '',
  permille: null,
  wanted: null,
  most: null,
  point: '',
  orderRuleId: '',
  budgetId: '',
  closesAt: null,
  beginsAt: null,
  endsAt: null,
  minutesEach: 5,
}

/** What is sent of it; null while something is missing. */
export function bodyOf(draft: DraftRound, now: Date) {
  const { titleZh, wordsZh, crop, point, orderRuleId, budgetId, permille, minutesEach } = draft
  const { closesAt, beginsAt, endsAt, wanted, most } = draft
  const prices = grades.flatMap((grade) => {
    const yuan = draft.yuan[grade]
    return yuan === null ? [] : [{ grade, fen: Math.round(yuan * 100) }]
  })
  const name = draft.deductionName.trim()
  if ([titleZh, wordsZh, crop, point].some((words) => words.trim() === '')) return null
  if (orderRuleId === '' || budgetId === '' || prices.length === 0) return null
  if (closesAt === null || beginsAt === null || endsAt === null) return null
  if (wanted === null || most === null || minutesEach === null) return null
  if (name !== '' && permille === null) return null
  return {
    titleZh: titleZh.trim(),
    titleEn: draft.titleEn.trim() || null,
    wordsZh: wordsZh.trim(),
    crop: crop.trim(),
    priceUnit: draft.priceUnit,
    grades: prices,
    deductions: name === '' ? [] : [{ nameZh: name, permille }],
    wantedGrams: toGrams(wanted),
    mostGrams: toGrams(most),
    collectionPoint: point.trim(),
    orderRuleId,
    budgetId,
    opensAt: now.toISOString(),
    closesAt,
    beginsAt,
    endsAt,
    minutesEach,
  }
}
