import { isCivilDay } from '@azalea/text'
import { runBase } from './base-stage.ts'
import { CalibrationError } from './calibration.ts'
import type { Calibration, CalibrationInput, CalibrationStage } from './calibration.ts'
import {
  runCircumstances,
  runLeaderScore,
  runPassersBy,
  runRepeat,
  runSpotCheck,
  runUpheldReports,
} from './judgement-stages.ts'
import { runCap, runOnlyHighest, runRounding } from './limit-stages.ts'
import { findItem } from './rule-sheet.ts'
import type { RuleSheet, StageSpec } from './rule-sheet.ts'
import type { StageEffect, StageRun } from './stage-run.ts'

/**
 * Turns one deed into points, stage by stage in the order of the item's `stages`. Pure: the same
 * sheet and input give the same bytes (through `canonicalJson`) on every platform. Each stage ends
 * on whole hundredths; what it divides is rounded half away from zero, except that a cap by count
 * drops the rest, so that no cap is ever exceeded.
 *
 * @throws CalibrationError for inputs that do not fit the sheet.
 */
export function calibrate(sheet: RuleSheet, input: CalibrationInput): Calibration {
  const item = findItem(sheet, input.itemRef)
  if (item === undefined) throw new CalibrationError('unknown_item', `no item ${input.itemRef}`)
  checkInput(sheet, input)
  const stages: CalibrationStage[] = []
  const run: StageRun = { sheet, item, input, beforeHundredths: 0, leader: null }
  for (const spec of item.stages) {
    const effect = runStage(run, spec)
    stages.push({
      stage: spec.stage,
      input: effect.input,
      beforeHundredths: run.beforeHundredths,
      afterHundredths: effect.afterHundredths,
      reason: effect.reason,
    })
    run.beforeHundredths = effect.afterHundredths
    if (effect.leader !== undefined) run.leader = effect.leader
  }
  return { itemRef: item.ref, stages, pointsHundredths: run.beforeHundredths }
}

/**
 * The points with which an award competes for only-the-highest: those before that stage, or the
 * final ones if the item has no such stage.
 */
export function contendingHundredths(calibration: Calibration): number {
  const stage = calibration.stages.find((one) => one.stage === 'only_highest')
  return stage?.beforeHundredths ?? calibration.pointsHundredths
}

function runStage(run: StageRun, spec: StageSpec): StageEffect {
  switch (spec.stage) {
    case 'base':
      return runBase(run, spec)
    case 'circumstances':
      return runCircumstances(run, spec)
    case 'leader_score':
      return runLeaderScore(run, spec)
    case 'spot_check':
      return runSpotCheck(run, spec)
    case 'passers_by':
      return runPassersBy(run, spec)
    case 'upheld_reports':
      return runUpheldReports(run, spec)
    case 'repeat':
      return runRepeat(run, spec)
    case 'only_highest':
      return runOnlyHighest(run)
    case 'cap':
      return runCap(run)
    case 'rounding':
      return runRounding(run, spec)
  }
}

function checkInput(sheet: RuleSheet, input: CalibrationInput): void {
  if (!isCivilDay(input.occurredOn)) {
    throw new CalibrationError('bad_day', `not a day: ${input.occurredOn}`)
  }
  if (input.occurredOn < sheet.effectiveFrom) {
    throw new CalibrationError('not_in_force', `in force from ${sheet.effectiveFrom}`)
  }
  const areCounts =
    isCount(input.quantity) &&
    isCount(input.upheldReports ?? 0) &&
    isCount(input.sameInForce ?? 0) &&
    isCount(input.passersBy?.ratings ?? 0)
  if (!areCounts) {
    throw new CalibrationError('bad_quantity', 'quantities are integers from 0')
  }
  if (input.competing.some((award) => !Number.isSafeInteger(award.pointsHundredths))) {
    throw new CalibrationError('out_of_range', 'competing points are integers')
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
