import { occurrencesOf } from './base-stage.ts'
import { contendingHundredths } from './calibrate.ts'
import type { Calibration, JsonValue } from './calibration.ts'
import type { RuleItem } from './rule-sheet.ts'

/** What later calibrations add up of an award. */
export interface CountedUsage {
  /** Occurrences that count against caps by count: none when the award came to nothing. */
  readonly countedOccurrences: number
  /** The quantity that counts for bands, in the small measure of the item's unit. */
  readonly creditedQuantity: number
  /** The points with which the award competes for only-the-highest; signed. */
  readonly contendingHundredths: number
}

/**
 * Reads from a calibration what it used up. It depends on nothing else, so an auditor derives the
 * same from the log.
 */
export function countedUsage(
  item: RuleItem,
  quantity: number,
  calibration: Calibration,
): CountedUsage {
  const base = calibration.stages.find(({ stage }) => stage === 'base')
  const occurrences = occurrencesOf(item, quantity)
  const left = countLimits(calibration).map(({ atMost, used }) => Math.max(0, atMost - used))
  return {
    countedOccurrences: calibration.pointsHundredths === 0 ? 0 : Math.min(occurrences, ...left),
    creditedQuantity: integerOf(base?.input['credited']) ?? quantity,
    contendingHundredths: contendingHundredths(calibration),
  }
}

function countLimits(calibration: Calibration): { atMost: number; used: number }[] {
  const caps = calibration.stages.find(({ stage }) => stage === 'cap')?.input['caps']
  if (!Array.isArray(caps)) return []
  return caps.flatMap((cap: JsonValue) => {
    if (cap === null || typeof cap !== 'object' || Array.isArray(cap)) return []
    const { atMostCount, usedCount } = cap as { readonly [key: string]: JsonValue | undefined }
    const atMost = integerOf(atMostCount)
    return atMost === null ? [] : [{ atMost, used: integerOf(usedCount) ?? 0 }]
  })
}

function integerOf(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
