import { englishMonths } from '@azalea/text'
import type { Language } from '../../platform/http/language.ts'

export type PeriodKind = 'month' | 'year' | 'all'

/** The key of the period of a kind that a civil day falls in: '2026-04', '2026' or 'all'. */
export function periodKey(kind: PeriodKind, day: string): string {
  switch (kind) {
    case 'month':
      return day.slice(0, 7)
    case 'year':
      return day.slice(0, 4)
    case 'all':
      return 'all'
  }
}

/** Every period in which a posting of this civil day counts. */
export function periodsOf(day: string): readonly string[] {
  return [periodKey('all', day), periodKey('year', day), periodKey('month', day)]
}

/** The period of a kind around a civil day, as a reader calls it: '2026年4月', 'April 2026'. */
export function periodLabel(kind: PeriodKind, day: string, language: Language): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  switch (kind) {
    case 'month':
      return language === 'zh' ? `${year}年${month}月` : `${englishMonths[month - 1]} ${year}`
    case 'year':
      return language === 'zh' ? `${year}年` : String(year)
    case 'all':
      return language === 'zh' ? '全部' : 'All time'
  }
}
