import type { Language } from './amounts-in-words.ts'
import type { Calibration, CalibrationStage } from './calibration.ts'
import { sentenceEn } from './sentences-en.ts'
import { sentenceZh } from './sentences-zh.ts'

/**
 * One sentence per stage, in words a grower would use. Takes a whole calibration or a single stage,
 * fresh or read back from a record.
 */
export function explain(outcome: Calibration | CalibrationStage, lang: Language): string[] {
  const stages = 'stages' in outcome ? outcome.stages : [outcome]
  return stages.map((stage) => (lang === 'zh' ? sentenceZh(stage) : sentenceEn(stage)))
}
