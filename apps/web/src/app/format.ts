import { useMemo } from 'react'
import { useLanguage, type Language } from './settings.ts'

const timeZone = 'Asia/Shanghai'
const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }
const millisecondsPerDay = 86_400_000

/** An instant: a `Date`, an ISO string with offset, or epoch milliseconds. */
export type Instant = Date | string | number

/** The civil day `YYYY-MM-DD` in Asia/Shanghai on which an instant falls. */
export function civilDay(instant: Instant): string {
  return dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    toDate(instant),
  )
}

/** Points are kept in hundredths: 1250 -> "12.5". With `signed`, gains carry a plus. */
export function formatPoints(hundredths: number, language: Language, signed = false): string {
  const format = numberFormat(locales[language], {
    maximumFractionDigits: 2,
    signDisplay: signed ? 'exceptZero' : 'auto',
  })
  return format.format(hundredths / 100).replace('-', '−')
}

/** Money is kept in fen: 1250 -> "¥12.50". */
export function formatMoney(fen: number, language: Language): string {
  return numberFormat(locales[language], {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  }).format(fen / 100)
}

export function formatNumber(value: number, language: Language): string {
  return numberFormat(locales[language], { maximumFractionDigits: 2 }).format(value)
}

/** A share of one: 0.425 -> "42.5%". */
export function formatPercent(share: number, language: Language): string {
  return numberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 }).format(
    share,
  )
}

/** "14:30" in Asia/Shanghai. */
export function formatTime(instant: Instant, language: Language): string {
  return dateFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(toDate(instant))
}

/**
 * A civil day as people say it: 今天, 昨天, 前天, 明天, 后天, then 11月5日周四, with the year when
 * it is not this year.
 */
export function formatDay(day: string, now: Instant, language: Language): string {
  const today = civilDay(now)
  const distance = daysBetween(today, day)
  if (Math.abs(distance) <= (language === 'zh' ? 2 : 1)) {
    return capitalised(relativeFormat(locales[language]).format(distance, 'day'))
  }
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return dateFormat(locales[language], {
    ...(sameYear ? { weekday: 'short' } : { year: 'numeric' }),
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(noonOf(day))
}

/** An instant as people say it: 今天 14:30, 昨天 09:05, 11月5日周四 14:30. */
export function formatWhen(instant: Instant, now: Instant, language: Language): string {
  return `${formatDay(civilDay(instant), now, language)} ${formatTime(instant, language)}`
}

/** 今天 08:00–10:00, and across midnight 今天 22:00 – 明天 06:00. */
export function formatSpan(from: Instant, to: Instant, now: Instant, language: Language): string {
  const start = formatWhen(from, now, language)
  return civilDay(from) === civilDay(to)
    ? `${start}–${formatTime(to, language)}`
    : `${start} – ${formatWhen(to, now, language)}`
}

/** The whole date, for titles: 2026年11月5日星期四 14:30. */
export function formatFull(instant: Instant, language: Language): string {
  return `${formatFullDay(civilDay(instant), language)} ${formatTime(instant, language)}`
}

export function formatFullDay(day: string, language: Language): string {
  return dateFormat(locales[language], { dateStyle: 'full' }).format(noonOf(day))
}

/** "2026-11" -> 2026年11月. */
export function formatMonth(month: string, language: Language): string {
  return dateFormat(locales[language], { year: 'numeric', month: 'long' }).format(
    noonOf(`${month}-01`),
  )
}

/** "2026-11" -> 11月, Nov: where the year is plain. */
export function formatMonthName(month: string, language: Language): string {
  return dateFormat(locales[language], { month: 'short' }).format(noonOf(`${month}-01`))
}

/** 95 -> "1小时 35分钟". */
export function formatMinutes(minutes: number, language: Language): string {
  const whole = Math.max(0, Math.round(minutes))
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const parts = [
    ...(hours > 0 ? [unit(hours, 'hour', language)] : []),
    ...(rest > 0 || hours === 0 ? [unit(rest, 'minute', language)] : []),
  ]
  return parts.join(' ')
}

/** All formats bound to the reader's language. "Now" is read at each call. */
export function useFormat() {
  const language = useLanguage()
  return useMemo(() => formatsFor(language), [language])
}

/** The formats for one language; `now` is injected where the wording depends on it. */
export function formatsFor(language: Language, now: () => Date = () => new Date()) {
  return {
    points: (hundredths: number) => formatPoints(hundredths, language),
    signedPoints: (hundredths: number) => formatPoints(hundredths, language, true),
    money: (fen: number) => formatMoney(fen, language),
    number: (value: number) => formatNumber(value, language),
    percent: (share: number) => formatPercent(share, language),
    time: (instant: Instant) => formatTime(instant, language),
    day: (day: string) => formatDay(day, now(), language),
    when: (instant: Instant) => formatWhen(instant, now(), language),
    span: (from: Instant, to: Instant) => formatSpan(from, to, now(), language),
    full: (instant: Instant) => formatFull(instant, language),
    fullDay: (day: string) => formatFullDay(day, language),
    month: (month: string) => formatMonth(month, language),
    monthName: (month: string) => formatMonthName(month, language),
    minutes: (minutes: number) => formatMinutes(minutes, language),
  }
}

function unit(value: number, name: 'hour' | 'minute', language: Language): string {
  return numberFormat(locales[language], {
    style: 'unit',
    unit: name,
    unitDisplay: language === 'zh' ? 'long' : 'short',
  }).format(value)
}

function toDate(instant: Instant): Date {
  return instant instanceof Date ? instant : new Date(instant)
}

/** Noon in Shanghai, so that no zone arithmetic can move the day. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`)
}

function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / millisecondsPerDay)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

// Building an Intl formatter costs more than using it a thousand times.
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date ${locale} ${JSON.stringify(options)}`
  const kept = formatters.get(key)
  if (kept instanceof Intl.DateTimeFormat) return kept
  const made = new Intl.DateTimeFormat(locale, { timeZone, ...options })
  formatters.set(key, made)
  return made
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `number ${locale} ${JSON.stringify(options)}`
  const kept = formatters.get(key)
  if (kept instanceof Intl.NumberFormat) return kept
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
}
