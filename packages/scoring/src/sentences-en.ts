import { wordsIn } from './words-in.ts'
import {
  formatHundredths,
  formatPer,
  formatPermille,
  formatQuantity,
  formatTimes,
  pointsEn,
} from './amounts-in-words.ts'
import type { CalibrationStage } from './calibration.ts'
import { hasParam, numberParam, textParam, unitParam } from './reason-params.ts'

const windows: Readonly<Record<string, string>> = {
  day: 'a day',
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',
  lifetime: 'in all',
}
const subjects: Readonly<Record<string, string>> = {
  item: 'This item',
  category: 'This category',
  source: 'This source of points',
}

/** The stage in one English sentence. */
export function sentenceEn(stage: CalibrationStage): string {
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
      return `The part under ${inEnglish(stage, 'names')} counts at its own rate: ${outcome(stage)}.`
    case 'circumstances_none':
      return 'No special circumstances such as night or hardship; the points stay.'
    case 'leader_scored':
      return `The leader gave ${numberParam(stage, 'score')} of 5, which counts ${share(stage)}: ${outcome(stage)}.`
    case 'leader_score_missing':
      return 'The leader gave no score; the points stay.'
    case 'spot_checked':
      return `The town’s spot check gave ${numberParam(stage, 'score')} of 5 and weighs ${formatPermille(numberParam(stage, 'weightPermille'))}; it now counts ${share(stage)}: ${outcome(stage)}.`
    case 'spot_check_not_drawn':
      return 'Not drawn for a spot check; the points stay.'
    case 'passers_by_rated':
      return `${people(numberParam(stage, 'ratings'))} passing by gave this post ${formatHundredths(numberParam(stage, 'meanStarsHundredths'))} stars on average, which counts ${share(stage)}: ${outcome(stage)}.`
    case 'passers_by_too_few':
      if (numberParam(stage, 'ratings') === 0) {
        return 'Nobody passing by has rated this post; the points stay.'
      }
      return `Only ${people(numberParam(stage, 'ratings'))} rated this post, fewer than ${numberParam(stage, 'atLeastRatings')}; the points stay.`
    case 'reports_upheld': {
      const reports = numberParam(stage, 'reports')
      return `${reports} upheld ${reports === 1 ? 'report' : 'reports'}: it counts ${share(stage)}, ${outcome(stage)}.`
    }
    case 'reports_none':
      return 'No upheld reports; the points stay.'
    case 'repeated':
      return `It happened again before the last one was put right, so it counts ${formatTimes(numberParam(stage, 'factorPermille'))} times as much: ${outcome(stage)}.`
    case 'not_repeated':
      return 'No earlier one of the kind is still open; nothing is added for repeating.'
    case 'highest':
      return numberParam(stage, 'rivals') === 0
        ? 'Nothing else counts for this deed, so this item stands.'
        : 'This deed fits several items; only this one, the highest, counts.'
    case 'not_highest':
      return `This deed already counts under another item, "${inEnglish(stage, 'name')}" (${pointsEn(numberParam(stage, 'pointsHundredths'))}), so this one does not.`
    case 'within_cap':
      return stage.beforeHundredths === 0
        ? 'There are no points to cap.'
        : 'No cap is exceeded; all of it counts.'
    case 'cap_trimmed':
    case 'cap_reached':
      return cap(stage)
    case 'rounded':
      return `Rounded ${textParam(stage, 'mode') === 'toward_zero' ? 'down' : 'to the nearest'} ${textParam(stage, 'mode') === 'toward_zero' ? 'to a ' : ''}multiple of ${formatHundredths(numberParam(stage, 'toHundredths'))}: ${outcome(stage)}.`
    case 'already_round':
      return 'Nothing to round.'
  }
}

function fixedPoints(stage: CalibrationStage): string {
  const each = numberParam(stage, 'pointsHundredths')
  const times = numberParam(stage, 'occurrences')
  const often = times === 1 ? 'once' : `${times} times`
  return each < 0
    ? `Happened ${often} at ${pointsEn(each)} each: ${outcome(stage)}.`
    : `Done ${often} at ${pointsEn(each)} each: ${outcome(stage)}.`
}

function perUnit(stage: CalibrationStage): string {
  const unit = unitParam(stage)
  const quantity = numberParam(stage, 'quantity')
  const credited = numberParam(stage, 'credited')
  const limit =
    credited < quantity ? ` (credited up to ${formatQuantity(credited, unit, 'en')})` : ''
  const whole = stage.reason.code === 'points_per_whole_unit' ? ', whole ones only' : ''
  const per = formatPer(numberParam(stage, 'perUnits'), unit, 'en')
  const each = pointsEn(numberParam(stage, 'pointsHundredths'))
  return `${formatQuantity(quantity, unit, 'en')}${limit} at ${each} ${per}${whole}: ${outcome(stage)}.`
}

function band(stage: CalibrationStage): string {
  const unit = unitParam(stage)
  const total = formatQuantity(numberParam(stage, 'total'), unit, 'en')
  const counted = textParam(stage, 'over') === 'each' ? 'this time' : 'in all'
  if (!textParam(stage, 'band'))
    return `${total} ${counted}: not yet at the first band, no points yet.`
  const from = formatQuantity(numberParam(stage, 'bandFrom'), unit, 'en')
  if (stage.reason.code === 'band_unchanged') {
    return `${total} ${counted}: still in the band from ${from}, nothing more this time.`
  }
  const earlier = numberParam(stage, 'earlierHundredths')
  const before = earlier === 0 ? '' : `, ${formatHundredths(earlier)} of them given before`
  return `${total} ${counted} reaches the band from ${from}, worth ${pointsEn(numberParam(stage, 'bandHundredths'))} in total${before}: ${outcome(stage)}.`
}

function cap(stage: CalibrationStage): string {
  const who = textParam(stage, 'scope') === 'person' ? 'person' : 'household'
  const window = windows[textParam(stage, 'window')] ?? ''
  const limits = [
    ...(hasParam(stage, 'atMostHundredths')
      ? [pointsEn(numberParam(stage, 'atMostHundredths'))]
      : []),
    ...(hasParam(stage, 'atMostCount') ? [times(numberParam(stage, 'atMostCount'))] : []),
  ]
  const rule = `${subjects[textParam(stage, 'of')] ?? ''} counts at most ${limits.join(' and ')} ${window} per ${who}`
  const used =
    numberParam(stage, 'usedCount') === 0
      ? 'nothing came before'
      : `${times(numberParam(stage, 'usedCount'))} with ${pointsEn(numberParam(stage, 'usedHundredths'))} came before`
  return stage.reason.code === 'cap_reached'
    ? `${rule}; ${used}, so it is full and this one adds nothing.`
    : `${rule}; ${used}, so only ${pointsEn(Math.abs(stage.afterHundredths))} of this one count.`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

function share(stage: CalibrationStage): string {
  return formatPermille(numberParam(stage, 'permille'))
}

function outcome(stage: CalibrationStage): string {
  return pointsEn(stage.afterHundredths)
}

/** A name of the sheet, or several; where the sheet has no English they stand in Chinese in both. */
function inEnglish(stage: CalibrationStage, what: 'name' | 'names'): string {
  const [zh, en] = [textParam(stage, `${what}Zh`), textParam(stage, `${what}En`)]
  return wordsIn({ zh, en: en.replaceAll(', ', '、') === zh ? zh : en }, 'en')
}
