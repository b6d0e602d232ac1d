import {
  formatHundredths,
  formatPer,
  formatPermille,
  formatQuantity,
  formatTimes,
} from './amounts-in-words.ts'
import type { CalibrationStage } from './calibration.ts'
import { hasParam, numberParam, textParam, unitParam } from './reason-params.ts'

const windows: Readonly<Record<string, string>> = {
  day: '当天',
  month: '当月',
  quarter: '当季',
  year: '当年',
  lifetime: '累计',
}
const subjects: Readonly<Record<string, string>> = {
  item: '这一项',
  category: '这一类',
  source: '这个来源',
}

/** The stage in one Chinese sentence. */
export function sentenceZh(stage: CalibrationStage): string {
  const { code } = stage.reason
  switch (code) {
    case 'fixed_points':
      return fixedPoints(stage)
    case 'points_per_unit':
    case 'points_per_whole_unit':
      return perUnit(stage)
    case 'band_reached':
    case 'band_unchanged':
      return band(stage)
    case 'circumstances_counted':
      return `${textParam(stage, 'namesZh')}的部分按规定系数计，${outcome(stage)}。`
    case 'circumstances_none':
      return '没有夜间、艰苦等特别情形，分数不变。'
    case 'leader_scored':
      return `负责人评 ${numberParam(stage, 'score')} 分（满分 5 分），按 ${share(stage)} 计，${outcome(stage)}。`
    case 'leader_score_missing':
      return '负责人没有评分，分数不变。'
    case 'spot_checked':
      return `镇里抽查评 ${numberParam(stage, 'score')} 分（满分 5 分），抽查占 ${formatPermille(numberParam(stage, 'weightPermille'))}，改按 ${share(stage)} 计，${outcome(stage)}。`
    case 'spot_check_not_drawn':
      return '这次没有抽查到，分数不变。'
    case 'passers_by_rated':
      return `路过的 ${numberParam(stage, 'ratings')} 人给这个岗位平均 ${formatHundredths(numberParam(stage, 'meanStarsHundredths'))} 星，按 ${share(stage)} 计，${outcome(stage)}。`
    case 'passers_by_too_few':
      if (numberParam(stage, 'ratings') === 0) return '还没有路过的人给这个岗位评星，分数不变。'
      return `给这个岗位评星的只有 ${numberParam(stage, 'ratings')} 人，不到 ${numberParam(stage, 'atLeastRatings')} 人，分数不变。`
    case 'reports_upheld':
      return `有 ${numberParam(stage, 'reports')} 件反映属实，按 ${share(stage)} 计，${outcome(stage)}。`
    case 'reports_none':
      return '没有属实的反映，分数不变。'
    case 'repeated':
      return `上一次还没改正又发生，按 ${formatTimes(numberParam(stage, 'factorPermille'))} 倍计，${outcome(stage)}。`
    case 'not_repeated':
      return '先前没有未改正的同样情形，不加倍。'
    case 'highest':
      return numberParam(stage, 'rivals') === 0
        ? '这件事没有别的事项可计，就按这一项算。'
        : '这件事对上几项，只按最高的这一项算。'
    case 'not_highest':
      return `这件事已按另一项“${textParam(stage, 'nameZh')}”（${points(numberParam(stage, 'pointsHundredths'))}）算，这一项不再计。`
    case 'within_cap':
      return stage.beforeHundredths === 0 ? '没有分可计，用不到封顶。' : '没有超过封顶，全部计入。'
    case 'cap_trimmed':
    case 'cap_reached':
      return cap(stage)
    case 'rounded':
      return `${textParam(stage, 'mode') === 'toward_zero' ? '零头舍去' : '四舍五入'}，以 ${formatHundredths(numberParam(stage, 'toHundredths'))} 分为一档，${outcome(stage)}。`
    case 'already_round':
      return '没有零头，不用取整。'
  }
}

function fixedPoints(stage: CalibrationStage): string {
  const each = numberParam(stage, 'pointsHundredths')
  const times = numberParam(stage, 'occurrences')
  return each < 0
    ? `发生 ${times} 次，每次扣 ${formatHundredths(-each)} 分，${outcome(stage)}。`
    : `做了 ${times} 次，每次 ${formatHundredths(each)} 分，${outcome(stage)}。`
}

function perUnit(stage: CalibrationStage): string {
  const unit = unitParam(stage)
  const quantity = numberParam(stage, 'quantity')
  const credited = numberParam(stage, 'credited')
  const limit = credited < quantity ? `，一次最多计 ${formatQuantity(credited, unit, 'zh')}` : ''
  const whole = stage.reason.code === 'points_per_whole_unit' ? '，不足的零头不计' : ''
  const each = numberParam(stage, 'pointsHundredths')
  const per = formatPer(numberParam(stage, 'perUnits'), unit, 'zh')
  return `共 ${formatQuantity(quantity, unit, 'zh')}${limit}，${per}${each < 0 ? '扣' : ''} ${formatHundredths(Math.abs(each))} 分${whole}，${outcome(stage)}。`
}

function band(stage: CalibrationStage): string {
  const unit = unitParam(stage)
  const total = formatQuantity(numberParam(stage, 'total'), unit, 'zh')
  const counted = textParam(stage, 'over') === 'each' ? '这次' : '累计'
  if (!textParam(stage, 'band')) return `${counted} ${total}，还没到第一档，暂不计分。`
  const from = formatQuantity(numberParam(stage, 'bandFrom'), unit, 'zh')
  if (stage.reason.code === 'band_unchanged') {
    return `${counted} ${total}，还在 ${from}这一档，这次不再计分。`
  }
  const earlier = numberParam(stage, 'earlierHundredths')
  const before = earlier === 0 ? '' : `，先前已计 ${points(earlier)}`
  return `${counted} ${total}，达到 ${from}这一档，总共 ${points(numberParam(stage, 'bandHundredths'))}${before}，这次${outcome(stage)}。`
}

function cap(stage: CalibrationStage): string {
  const who = textParam(stage, 'scope') === 'person' ? '每人' : '每户'
  const window = windows[textParam(stage, 'window')] ?? ''
  const limits = [
    ...(hasParam(stage, 'atMostHundredths')
      ? [`${formatHundredths(numberParam(stage, 'atMostHundredths'))} 分`]
      : []),
    ...(hasParam(stage, 'atMostCount') ? [`${numberParam(stage, 'atMostCount')} 次`] : []),
  ]
  const rule = `${subjects[textParam(stage, 'of')] ?? ''}${who}${window}最多 ${limits.join('、')}`
  const used =
    numberParam(stage, 'usedCount') === 0
      ? '先前还没有'
      : `先前已有 ${numberParam(stage, 'usedCount')} 次共 ${formatHundredths(numberParam(stage, 'usedHundredths'))} 分`
  return stage.reason.code === 'cap_reached'
    ? `${rule}，${used}，已经满了，这次不再计。`
    : `${rule}，${used}，这次只计 ${formatHundredths(Math.abs(stage.afterHundredths))} 分。`
}

function share(stage: CalibrationStage): string {
  return formatPermille(numberParam(stage, 'permille'))
}

function outcome(stage: CalibrationStage): string {
  const { afterHundredths } = stage
  return afterHundredths < 0
    ? `扣 ${formatHundredths(-afterHundredths)} 分`
    : `得 ${formatHundredths(afterHundredths)} 分`
}

function points(hundredths: number): string {
  return hundredths < 0
    ? `扣 ${formatHundredths(-hundredths)} 分`
    : `${formatHundredths(hundredths)} 分`
}
