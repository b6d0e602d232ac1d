import {
  civilDay,
  daysBetween,
  isCivilDay,
  lastDayBefore,
  toLocalText,
  weekdayOf,
  type Instant,
} from '@azalea/text'
import { decimalText } from './numbers.ts'
import type { Language } from './ports.ts'

/** Points are kept in hundredths: 1250 -> "12.5". With `signed`, gains carry a plus. */
export function formatPoints(hundredths: number, signed = false): string {
  const text = decimalText(hundredths / 100, 2)
  return signed && hundredths > 0 ? `+${text}` : text.replace('-', '−')
}

/** Money is kept in fen: 1250 -> "¥12.50". */
export function formatMoney(fen: number): string {
  const text = decimalText(fen / 100, 2, 2)
  return text.startsWith('-') ? `-¥${text.slice(1)}` : `¥${text}`
}

export function formatNumber(value: number): string {
  return decimalText(value, 2)
}

/** What grams are in kilograms or in jin, to the gram. */
export function formatWeight(grams: number, unit: 'kg' | 'jin' = 'kg'): string {
  return decimalText(grams / (unit === 'jin' ? 500 : 1000), 3)
}

/** A share of one: 0.425 -> "42.5%". */
export function formatPercent(share: number): string {
  return `${decimalText(Number((share * 100).toPrecision(12)), 1)}%`
}

/** "14:30" in Asia/Shanghai. */
export function formatTime(instant: Instant): string {
  return toLocalText(instant).slice(11)
}

/**
 * A civil day as people say it: 今天, 昨天, 前天, 明天, 后天, then 11月5日周四, with the year when
 * it is not this year.
 */
export function formatDay(day: string, now: Instant, language: Language): string {
  if (!isCivilDay(day)) return day
  const today = civilDay(now)
  const near = nearDays[language][daysBetween(today, day)]
  if (near !== undefined) return near
  const { year, month, date } = partsOf(day)
  const weekday = weekdayOf(day)
  if (day.slice(0, 4) === today.slice(0, 4)) {
    return language === 'zh'
      ? `${month}月${date}日周${weekdaysZh[weekday]}`
      : `${weekdaysEn[weekday]?.slice(0, 3)} ${date} ${shortMonth(month)}`
  }
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${shortMonth(month)} ${year}`
}

/**
 * The days of a span, said once each, without weekdays: 11月25日–28日, 11月30日–12月4日, with the year
 * when it does not end in this one.
 */
export function formatDays(from: string, to: string, now: Instant, language: Language): string {
  if (!isCivilDay(from) || !isCivilDay(to)) return `${from}–${to}`
  const [first, last] = [partsOf(from), partsOf(to)]
  const isNow = to.slice(0, 4) === civilDay(now).slice(0, 4) && from.slice(0, 4) === to.slice(0, 4)
  const oneMonth = from.slice(0, 7) === to.slice(0, 7)
  const oneYear = first.year === last.year
  if (language === 'zh') {
    const start = `${isNow ? '' : `${first.year}年`}${first.month}月${first.date}日`
    if (from === to) return start
    const year = oneYear ? '' : `${last.year}年`
    return `${start}–${oneMonth ? '' : `${year}${last.month}月`}${last.date}日`
  }
  const end = `${last.date} ${shortMonth(last.month)}${isNow ? '' : ` ${last.year}`}`
  if (from === to) return end
  if (oneMonth) return `${first.date}–${end}`
  return `${first.date} ${shortMonth(first.month)}${oneYear ? '' : ` ${first.year}`} – ${end}`
}

/** An instant as people say it: 今天 14:30, 昨天 09:05, 11月5日周四 14:30. */
export function formatWhen(instant: Instant, now: Instant, language: Language): string {
  return `${formatDay(civilDay(instant), now, language)} ${formatTime(instant)}`
}

/**
 * A deadline as people say it: an instant at midnight ends the day before, 11月5日周四; any other is
 * said as it is.
 */
export function formatUntil(instant: Instant, now: Instant, language: Language): string {
  const day = dayThatEndsAt(instant)
  return day === null ? formatWhen(instant, now, language) : formatDay(day, now, language)
}

/** The civil day that is over at this instant; null when it is not a midnight. */
export function dayThatEndsAt(instant: Instant): string | null {
  return formatTime(instant) === '00:00' ? lastDayBefore(instant) : null
}

/** 今天 08:00–10:00, and across midnight 今天 22:00 – 明天 06:00. */
export function formatSpan(from: Instant, to: Instant, now: Instant, language: Language): string {
  const start = formatWhen(from, now, language)
  return civilDay(from) === civilDay(to)
    ? `${start}–${formatTime(to)}`
    : `${start} – ${formatWhen(to, now, language).replace(/^[A-Z](?=[a-z]+ \d\d:)/, lower)}`
}

/** The whole date, for titles: 2026年11月5日星期四 14:30. */
export function formatFull(instant: Instant, language: Language): string {
  return `${formatFullDay(civilDay(instant), language)} ${formatTime(instant)}`
}

/** The whole dates of a span, for paper: 2026年11月5日星期四 08:00–10:00. */
export function formatFullSpan(from: Instant, to: Instant, language: Language): string {
  return civilDay(from) === civilDay(to)
    ? `${formatFull(from, language)}–${formatTime(to)}`
    : `${formatFull(from, language)} – ${formatFull(to, language)}`
}

/** The whole date of a deadline: what ends at midnight, by its last day. */
export function formatFullUntil(instant: Instant, language: Language): string {
  const day = dayThatEndsAt(instant)
  return day === null ? formatFull(instant, language) : formatFullDay(day, language)
}

export function formatFullDay(day: string, language: Language): string {
  if (!isCivilDay(day)) return day
  const { year, month, date } = partsOf(day)
  const weekday = weekdayOf(day)
  return language === 'zh'
    ? `${year}年${month}月${date}日星期${weekdaysZh[weekday]}`
    : `${weekdaysEn[weekday]}, ${date} ${monthsEn[month - 1]} ${year}`
}

/** "2026-11" -> 2026年11月. */
export function formatMonth(month: string, language: Language): string {
  const { year, month: number } = partsOf(`${month}-01`)
  return language === 'zh' ? `${year}年${number}月` : `${monthsEn[number - 1]} ${year}`
}

/** "2026-11" -> 11月, Nov: where the year is plain. */
export function formatMonthName(month: string, language: Language): string {
  const { month: number } = partsOf(`${month}-01`)
  return language === 'zh' ? `${number}月` : shortMonth(number)
}

/** 95 -> "1小时 35分钟". */
export function formatMinutes(minutes: number, language: Language): string {
  const whole = Math.max(0, Math.round(minutes))
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const parts = [
    ...(hours > 0 ? [unit(hours, '小时', 'hr', language)] : []),
    ...(rest > 0 || hours === 0 ? [unit(rest, '分钟', 'min', language)] : []),
  ]
  return parts.join(' ')
}

/** The formats for one language; `now` is injected where the wording depends on it. */
export function formatsFor(language: Language, now: () => Date) {
  return {
    points: (hundredths: number) => formatPoints(hundredths),
    signedPoints: (hundredths: number) => formatPoints(hundredths, true),
    money: (fen: number) => formatMoney(fen),
    number: (value: number) => formatNumber(value),
    weight: (grams: number, unit?: 'kg' | 'jin') => formatWeight(grams, unit),
    percent: (share: number) => formatPercent(share),
    time: (instant: Instant) => formatTime(instant),
    day: (day: string) => formatDay(day, now(), language),
    days: (from: string, to: string) => formatDays(from, to, now(), language),
    when: (instant: Instant) => formatWhen(instant, now(), language),
    until: (instant: Instant) => formatUntil(instant, now(), language),
    span: (from: Instant, to: Instant) => formatSpan(from, to, now(), language),
    full: (instant: Instant) => formatFull(instant, language),
    fullSpan: (from: Instant, to: Instant) => formatFullSpan(from, to, language),
    fullUntil: (instant: Instant) => formatFullUntil(instant, language),
    fullDay: (day: string) => formatFullDay(day, language),
    month: (month: string) => formatMonth(month, language),
    monthName: (month: string) => formatMonthName(month, language),
    minutes: (minutes: number) => formatMinutes(minutes, language),
  }
}

export type Formats = ReturnType<typeof formatsFor>

const nearDays: Record<Language, Readonly<Record<number, string>>> = {
  zh: { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' },
}

const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六']
const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const monthsEn =
  'January February March April May June July August September October November December'.split(' ')

function shortMonth(month: number): string {
  return monthsEn[month - 1]?.slice(0, month === 9 ? 4 : 3) ?? ''
}

const lower = (letter: string) => letter.toLowerCase()

function unit(value: number, zh: string, en: string, language: Language): string {
  const text = decimalText(value, 0)
  return language === 'zh' ? `${text}${zh}` : `${text} ${en}${value === 1 ? '' : 's'}`
}

function partsOf(day: string) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}
