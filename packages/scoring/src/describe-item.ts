import { wordsIn } from './words-in.ts'
import {
  formatHundredths,
  formatPer,
  formatPermille,
  formatQuantity,
  formatTimes,
  pointsEn,
} from './amounts-in-words.ts'
import type { Language } from './amounts-in-words.ts'
import type { BasePoints, Cap, Expiry, Repair, RuleItem, StageSpec } from './rule-sheet.ts'

/** The whole item in sentences, for an editor and for villagers who ask what a deed is worth. */
export function describeItem(item: RuleItem, lang: Language): string[] {
  const isZh = lang === 'zh'
  return [
    describeBase(item, lang),
    ...item.stages.flatMap((stage) => describeStage(stage, item, lang)),
    ...item.caps.map((cap) => (isZh ? capZh(cap) : capEn(cap))),
    noticeWords(item, isZh),
    ...(isZh ? expiryZh(item.expiry) : expiryEn(item.expiry)),
    ...item.repair.map((way) => repairWords(way, isZh)),
  ]
}

function describeBase(item: RuleItem, lang: Language): string {
  const { base } = item
  const isZh = lang === 'zh'
  const sign = item.kind === 'merit' ? 1 : -1
  const points = (hundredths: number): string =>
    isZh
      ? `${sign < 0 ? '扣' : ''} ${formatHundredths(hundredths)} 分`
      : pointsEn(sign * hundredths)
  switch (base.kind) {
    case 'fixed':
      return isZh
        ? `每${item.unit.zh}${points(base.pointsHundredths)}。`
        : `${points(base.pointsHundredths)} each ${item.unit.en}.`
    case 'per_unit': {
      const per = formatPer(base.perUnits, base.unit, lang)
      const whole = base.partUnits === 'whole_only'
      return isZh
        ? `${per}${points(base.pointsHundredths)}，${whole ? '零头不计' : '零头按比例计'}。`
        : `${points(base.pointsHundredths)} ${per}, ${whole ? 'whole ones only' : 'parts pro rata'}.`
    }
    case 'bands':
      return describeBands(base, points, lang)
  }
}

function describeBands(
  base: Extract<BasePoints, { kind: 'bands' }>,
  points: (hundredths: number) => string,
  lang: Language,
): string {
  const isZh = lang === 'zh'
  const steps = base.bands.map(
    ({ fromQuantity, totalHundredths }) =>
      `${formatQuantity(fromQuantity, base.unit, lang)}${isZh ? '起' : ' and more: '}${points(totalHundredths)}`,
  )
  const counted = base.over === 'each'
  if (isZh) return `${counted ? '按每次' : '按累计'}分档，${steps.join('，')}。`
  return `By bands ${counted ? 'of each deed' : 'of the sum, in total'}: ${steps.join('; ')}.`
}

function describeStage(stage: StageSpec, item: RuleItem, lang: Language): string[] {
  const isZh = lang === 'zh'
  switch (stage.stage) {
    case 'base': {
      const most = stage.creditAtMostQuantity
      if (most === undefined) return []
      const unit = item.base.kind === 'fixed' ? 'time' : item.base.unit
      const amount = formatQuantity(most, unit, lang)
      return [isZh ? `一次最多计 ${amount}。` : `At most ${amount} count at once.`]
    }
    case 'circumstances':
      return stage.each.map(({ name, permille }) =>
        isZh
          ? `${name.zh}的部分按 ${formatPermille(permille)} 计。`
          : `The part under ${wordsIn(name, 'en')} counts ${formatPermille(permille)}.`,
      )
    case 'leader_score': {
      const table = stage.permilleByScore.map(formatPermille).join(isZh ? '、' : ', ')
      return [
        isZh
          ? `负责人评 1 到 5 分，依次按 ${table} 计。`
          : `The leader scores 1 to 5, which counts ${table} in turn.`,
      ]
    }
    case 'spot_check': {
      const weight = formatPermille(stage.weightPermille)
      return [
        isZh
          ? `抽到镇里抽查的，抽查占 ${weight}。`
          : `If the town checks it, its score weighs ${weight}.`,
      ]
    }
    case 'passers_by':
      return [
        isZh
          ? `满 ${stage.atLeastRatings} 人评星的，按路过的人给的星调整。`
          : `With ${stage.atLeastRatings} ratings or more, the stars of people passing by adjust it.`,
      ]
    case 'upheld_reports': {
      const less = formatPermille(stage.lessPermilleEach)
      return [isZh ? `每有一件反映属实，减 ${less}。` : `Each upheld report takes ${less} off.`]
    }
    case 'repeat': {
      const factor = formatTimes(stage.factorPermille)
      return [
        isZh
          ? `没改正又发生的，按 ${factor} 倍计。`
          : `Again before it was put right, it counts ${factor} times as much.`,
      ]
    }
    case 'only_highest':
      return [
        isZh
          ? '一件事对上几项，只计最高的一项。'
          : 'Of several items for one deed the highest counts.',
      ]
    case 'cap':
      return []
    case 'rounding': {
      const step = formatHundredths(stage.toHundredths)
      return [
        isZh ? `得分以 ${step} 分为一档取整。` : `Points are rounded to multiples of ${step}.`,
      ]
    }
  }
}

const windowsZh = { day: '每天', month: '每月', quarter: '每季度', year: '每年', lifetime: '总共' }
const windowsEn = {
  day: 'a day',
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',
  lifetime: 'in all',
}

function capZh(cap: Cap): string {
  const of = { item: '', category: '这一类', source: '这个来源' }[cap.of]
  const who = cap.scope === 'person' ? '每人' : '每户'
  const limits = [
    ...(cap.atMostHundredths === undefined ? [] : [`${formatHundredths(cap.atMostHundredths)} 分`]),
    ...(cap.atMostCount === undefined ? [] : [`${cap.atMostCount} 次`]),
  ]
  return `${of}${who}${windowsZh[cap.window]}最多 ${limits.join('、')}。`
}

function capEn(cap: Cap): string {
  const of = { item: 'At', category: 'For the whole category at', source: 'For the source at' }[
    cap.of
  ]
  const limits = [
    ...(cap.atMostHundredths === undefined ? [] : [pointsEn(cap.atMostHundredths)]),
    ...(cap.atMostCount === undefined
      ? []
      : [cap.atMostCount === 1 ? 'once' : `${cap.atMostCount} times`]),
  ]
  return `${of} most ${limits.join(' and ')} ${windowsEn[cap.window]} per ${cap.scope}.`
}

function noticeWords(item: RuleItem, isZh: boolean): string {
  const days = item.noticeDays
  if (days === 0) return isZh ? '当场生效，不公示。' : 'Final at once, without notice.'
  return isZh
    ? `公示 ${days} 天后生效。`
    : `Final after ${days} ${days === 1 ? 'day' : 'days'} on notice.`
}

function expiryZh(expiry: Expiry): string[] {
  switch (expiry.kind) {
    case 'never':
      return []
    case 'after_months':
      return [`${expiry.months} 个月内有效，到期归档，不再公开。`]
    case 'until_mended':
      return [
        expiry.atMostMonths === undefined
          ? '改正以前一直有效。'
          : `改正以前有效，最长 ${expiry.atMostMonths} 个月。`,
      ]
  }
}

function expiryEn(expiry: Expiry): string[] {
  switch (expiry.kind) {
    case 'never':
      return []
    case 'after_months':
      return [`Counts for ${expiry.months} months, then it is archived and no longer public.`]
    case 'until_mended':
      return [
        expiry.atMostMonths === undefined
          ? 'Counts until it is put right.'
          : `Counts until it is put right, ${expiry.atMostMonths} months at most.`,
      ]
  }
}

function repairWords(way: Repair, isZh: boolean): string {
  const share = formatPermille(way.restoresPermille)
  if (way.by === 'mending') {
    return isZh ? `改正后退回 ${share}。` : `Putting it right returns ${share}.`
  }
  const time = formatQuantity(way.minutes, 'hour', isZh ? 'zh' : 'en')
  return isZh ? `志愿服务满 ${time}，退回 ${share}。` : `Volunteering ${time} returns ${share}.`
}
