import type { CalibrationStage } from './calibration.ts'
import { QUANTITY_PER_UNIT } from './rule-sheet.ts'
import type { QuantityUnit } from './rule-sheet.ts'

/** A parameter of the stage's reason as a number; 0 if the record does not hold it. */
export function numberParam(stage: CalibrationStage, name: string): number {
  const value = stage.reason.params[name]
  return typeof value === 'number' ? value : 0
}

/** A parameter of the stage's reason as a text; empty if the record does not hold it. */
export function textParam(stage: CalibrationStage, name: string): string {
  const value = stage.reason.params[name]
  return typeof value === 'string' ? value : ''
}

export function hasParam(stage: CalibrationStage, name: string): boolean {
  return stage.reason.params[name] !== undefined
}

export function unitParam(stage: CalibrationStage): QuantityUnit {
  const name = textParam(stage, 'unit')
  return isUnit(name) ? name : 'time'
}

function isUnit(name: string): name is QuantityUnit {
  return Object.hasOwn(QUANTITY_PER_UNIT, name)
}
