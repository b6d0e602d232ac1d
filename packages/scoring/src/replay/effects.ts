import type { Calibration } from '../calibration.ts'
import type { StageName } from '../rule-sheet.ts'

/**
 * What moves points, in the order of calibration: what the deed is worth, what people judged of it,
 * that only the highest counts, caps, and rounding; and what a repair gives back.
 */
export const effectKinds = ['worth', 'judgement', 'highest', 'cap', 'rounding', 'repair'] as const
export type EffectKind = (typeof effectKinds)[number]

/** Hundredths by which each moved the points, signed; together they are the points. */
export type Effects = Readonly<Record<EffectKind, number>>

const kindOf: Readonly<Record<StageName, EffectKind>> = {
  base: 'worth',
  circumstances: 'worth',
  leader_score: 'judgement',
  spot_check: 'judgement',
  passers_by: 'judgement',
  upheld_reports: 'judgement',
  repeat: 'judgement',
  only_highest: 'highest',
  cap: 'cap',
  rounding: 'rounding',
}

export const noEffects: Effects = {
  worth: 0,
  judgement: 0,
  highest: 0,
  cap: 0,
  rounding: 0,
  repair: 0,
}

/** The parts of which a calibration's points are made. */
export function effectsOf({ stages }: Calibration): Effects {
  const effects = { ...noEffects }
  for (const { stage, beforeHundredths, afterHundredths } of stages)
    effects[kindOf[stage]] += afterHundredths - beforeHundredths
  return effects
}

/** The parts of an award that a higher one beat: worth what it was worth, and nothing in the end. */
export function beatenEffects(effects: Effects): Effects {
  const { worth, judgement } = effects
  return { ...noEffects, worth, judgement, highest: -worth - judgement }
}
