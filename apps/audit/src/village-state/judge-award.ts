import type { LeafOfKind } from '@azalea/records'
import {
  calibrate,
  CalibrationError,
  capWindows,
  contendingHundredths,
  countedUsage,
  findItem,
  type Calibration,
  type CompetingAward,
  type PriorUsage,
  type RuleItem,
} from '@azalea/scoring'
import type { Findings } from '../findings.ts'
import type { Awards } from './awards.ts'
import type { Checks } from './checks.ts'
import type { Deductions } from './deductions.ts'
import { isCountedLater, type AdoptedSheet, type Sheets } from './sheets.ts'
import type { UsageTotals } from './usage-totals.ts'

/** An award's own words in the log: `award.scored`, or `award.final` with its inputs. */
export type StatedAward = LeafOfKind<'award.scored'>['public'] & { readonly index: number }

/** What is known when an award is judged. */
export interface Known {
  readonly sheets: Sheets
  readonly usage: UsageTotals
  readonly awards: Awards
  readonly deductions: Deductions
  readonly findings: Findings
}

export interface JudgedAward {
  readonly item: RuleItem
  readonly calibration: Calibration
  readonly countedOccurrences: number
  readonly creditedQuantity: number
  readonly contendingHundredths: number
}

/** Recomputes an award from its sheet and inputs; null when that cannot be done at all. */
export function judgeAward(known: Known, stated: StatedAward, checks: Checks): JudgedAward | null {
  const { findings, sheets } = known
  const { index, input } = stated
  const sheet = sheets.byHash(stated.sheet)
  const item = sheet && findItem(sheet.sheet, stated.item)
  if (sheet === undefined || item === undefined) {
    findings.add('sheet_unknown', index, `no adopted sheet ${stated.sheet} has ${stated.item}`)
    return null
  }
  if (sheets.inForceOn(input.occurredOn) !== sheet)
    findings.add('sheet_wrong', index, `another sheet was in force on ${input.occurredOn}`)
  const calibration = recalibrate(findings, stated, sheet)
  if (calibration === null) return null
  checkPrior(known, stated, item, checks)
  checkCompeting(known, stated, item)
  checkRepetition(known, stated, item)
  const { countedOccurrences, creditedQuantity } = countedUsage(item, input.quantity, calibration)
  return {
    item,
    calibration,
    countedOccurrences,
    creditedQuantity,
    contendingHundredths: contendingHundredths(calibration),
  }
}

function recalibrate(
  findings: Findings,
  { index, item, input, pointsHundredths }: StatedAward,
  { sheet }: AdoptedSheet,
): Calibration | null {
  try {
    const calibration = calibrate(sheet, input)
    if (input.itemRef !== item)
      findings.add('points_wrong', index, `its inputs are those of ${input.itemRef}, not ${item}`)
    if (calibration.pointsHundredths !== pointsHundredths)
      findings.add(
        'points_wrong',
        index,
        `it says ${pointsHundredths}, the sheet gives ${calibration.pointsHundredths}`,
      )
    return calibration
  } catch (error) {
    if (!(error instanceof CalibrationError)) throw error
    findings.add('points_wrong', index, `it cannot be calibrated: ${error.message}`)
    return null
  }
}

function checkPrior(known: Known, stated: StatedAward, item: RuleItem, checks: Checks): void {
  const { earner, household, input, index } = stated
  for (const window of capWindows(item, input.occurredOn)) {
    const owner = window.scope === 'person' ? earner : household
    const used = known.usage.used(window, owner, input.occurredOn, item.kind)
    const told = input.prior.find(
      (one) =>
        one.scope === window.scope &&
        one.of === window.of &&
        one.key === window.key &&
        one.window === window.window,
    )
    if (told === undefined) continue // recalibrate has told it
    if (!known.usage.isComplete(window)) {
      checks.unchecked += 1
      continue
    }
    const mayLag = known.sheets.isShared(window)
    if (mayLag) checks.atLeast += 1
    else checks.exact += 1
    if (mayLag ? !isAtLeast(told, used) : !isEqual(told, used))
      known.findings.add(
        'prior_wrong',
        index,
        `it says that ${figures(told)} of ${window.key} a ${window.window} were used before; ` +
          `the log says ${figures(used)}`,
      )
  }
}

function isEqual(a: PriorUsage, b: PriorUsage): boolean {
  return (
    a.usedHundredths === b.usedHundredths &&
    a.usedCount === b.usedCount &&
    (a.usedQuantity ?? 0) === (b.usedQuantity ?? 0)
  )
}

function isAtLeast(a: PriorUsage, b: PriorUsage): boolean {
  return (
    a.usedHundredths >= b.usedHundredths &&
    a.usedCount >= b.usedCount &&
    (a.usedQuantity ?? 0) >= (b.usedQuantity ?? 0)
  )
}

function figures({ usedHundredths, usedCount, usedQuantity }: PriorUsage): string {
  return `${usedHundredths} hundredths, ${usedCount} times, ${usedQuantity ?? 0} units`
}

/** How many of the same were in force decides whether a deduction costs more. */
function checkRepetition(known: Known, stated: StatedAward, item: RuleItem): void {
  if (!item.stages.some(({ stage }) => stage === 'repeat')) return
  const { household, input, index } = stated
  const inForce = known.deductions.inForce(item, household, input.occurredOn)
  if (inForce !== (input.sameInForce ?? 0))
    known.findings.add(
      'prior_wrong',
      index,
      `it says that ${input.sameInForce ?? 0} of ${item.ref} were in force; the log says ${inForce}`,
    )
}

function checkCompeting(known: Known, stated: StatedAward, item: RuleItem): void {
  const { award, deed, earner, input, index } = stated
  if (!item.stages.some(({ stage }) => stage === 'only_highest')) return
  const sheet = known.sheets.byHash(stated.sheet)
  const inGroup = (ref: string) =>
    item.exclusiveGroup !== undefined &&
    sheet !== undefined &&
    findItem(sheet.sheet, ref)?.exclusiveGroup === item.exclusiveGroup
  const others = known.awards.besides(deed, earner, input.occurredOn)
  const expected = others
    .filter((one) => one.award !== award)
    .filter((one) => one.deed === deed || inGroup(one.item))
    .filter((one) => one.state !== 'reversed' || one.supersededBy === award)
    .map((one) => ({ itemRef: one.item, pointsHundredths: one.contendingHundredths }))
  const mayLag = sheet?.sheet.items.some((one) => isCountedLater(one) && inGroup(one.ref)) ?? false
  if (!mayLag && spell(expected) !== spell(input.competing))
    known.findings.add(
      'competing_wrong',
      index,
      `it competes with [${spell(input.competing)}]; the log holds [${spell(expected)}]`,
    )
}

function spell(competing: readonly CompetingAward[]): string {
  return competing
    .map(({ itemRef, pointsHundredths }) => `${itemRef} ${pointsHundredths}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(', ')
}
