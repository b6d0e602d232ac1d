import { QUANTITY_PER_UNIT } from './rule-sheet.ts'
import type { QuantityUnit } from './rule-sheet.ts'

export type Language = 'zh' | 'en'

/** Hundredths as people write them: 750 → `7.5`, −1000 → `-10`. Integer arithmetic only. */
export function formatHundredths(hundredths: number): string {
  const magnitude = Math.abs(hundredths)
  const part = magnitude % 100
  const whole = String((magnitude - part) / 100)
  const decimals = String(part).padStart(2, '0').replace(/0+$/, '')
  return `${hundredths < 0 ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`
}

/** Thousandths as per cent: 1050 → `105%`. */
export function formatPermille(permille: number): string {
  return `${formatHundredths(permille * 10)}%`
}

const unitWords: Readonly<Record<QuantityUnit, { zh: string; one: string; many: string }>> = {
  time: { zh: '次', one: 'time', many: 'times' },
  minute: { zh: '分钟', one: 'minute', many: 'minutes' },
  hour: { zh: '小时', one: 'hour', many: 'hours' },
  gram: { zh: '克', one: 'gram', many: 'grams' },
  jin: { zh: '斤', one: 'jin', many: 'jin' },
  kg: { zh: '公斤', one: 'kg', many: 'kg' },
  yuan: { zh: '元', one: 'yuan', many: 'yuan' },
  person: { zh: '人', one: 'person', many: 'people' },
  piece: { zh: '件', one: 'piece', many: 'pieces' },
  star: { zh: '星', one: 'star', many: 'stars' },
}

/** Thousandths as a multiple: 2000 → `2`, 1500 → `1.5`. */
export function formatTimes(permille: number): string {
  const rest = permille % 1000
  return `${(permille - rest) / 1000}${trimmedPart(rest, 1000)}`
}

/** A quantity in the small measure as people say it: 150 minutes of `hour` → `2 小时 30 分钟`. */
export function formatQuantity(quantity: number, unit: QuantityUnit, lang: Language): string {
  const per = QUANTITY_PER_UNIT[unit]
  const rest = quantity % per
  const whole = (quantity - rest) / per
  if (unit === 'hour' || unit === 'minute') return formatMinutes(quantity, lang)
  const decimals = per === 1 ? '' : trimmedPart(rest, per)
  return `${whole}${decimals} ${unitName(unit, lang, whole === 1 && rest === 0)}`
}

/** `每小时`, `each 100 yuan`. */
export function formatPer(perUnits: number, unit: QuantityUnit, lang: Language): string {
  if (lang === 'zh')
    return perUnits === 1 ? `每${unitWords[unit].zh}` : `每 ${perUnits} ${unitWords[unit].zh}`
  return perUnits === 1
    ? `per ${unitWords[unit].one}`
    : `per ${perUnits} ${unitName(unit, 'en', false)}`
}

/** `100 points`, `1 point`. */
export function pointsEn(hundredths: number): string {
  return `${formatHundredths(hundredths)} ${Math.abs(hundredths) === 100 ? 'point' : 'points'}`
}

function formatMinutes(minutes: number, lang: Language): string {
  const rest = minutes % 60
  const hours = (minutes - rest) / 60
  const words = [
    ...(hours > 0 ? [`${hours} ${unitName('hour', lang, hours === 1)}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${unitName('minute', lang, rest === 1)}`] : []),
  ]
  return words.join(' ')
}

function unitName(unit: QuantityUnit, lang: Language, isOne: boolean): string {
  const words = unitWords[unit]
  return lang === 'zh' ? words.zh : isOne ? words.one : words.many
}

/** The decimals of `rest / per`; every measure of ours divides a thousand times one evenly. */
function trimmedPart(rest: number, per: number): string {
  if (rest === 0) return ''
  return `.${String((rest * 1000) / per)
    .padStart(3, '0')
    .replace(/0+$/, '')}`
}
