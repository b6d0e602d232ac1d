import type { Language } from '../../../platform/http/language.ts'

/** More single days than this are told as a span. */
const MOST_DAYS = 3

/** The civil days of deeds behind their item, as briefly as paper wants: （3月1日、8日） or a span. */
export function daysText(days: readonly string[], language: Language): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  const told =
    days.length > MOST_DAYS
      ? [dayText(first, null, language), dayText(last, first, language)].join(
          language === 'zh' ? '至' : ' to ',
        )
      : days
          .map((day, at) => dayText(day, days[at - 1] ?? null, language))
          .join(language === 'zh' ? '、' : ', ')
  return language === 'zh' ? `（${told}）` : ` (${told})`
}

/** Without the month, or the year, where the day before it told the same. */
function dayText(day: string, after: string | null, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (language === 'en') {
    const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
    return `${Number(date)} ${name.format(new Date(`${day}T00:00:00Z`))}`
  }
  const isSameYear = after === null || after.startsWith(year)
  const isSameMonth = after?.startsWith(`${year}-${month}`) ?? false
  if (isSameMonth) return `${Number(date)}日`
  return `${isSameYear ? '' : `${year}年`}${Number(month)}月${Number(date)}日`
}
