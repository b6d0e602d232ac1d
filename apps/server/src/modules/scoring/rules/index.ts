export { type AdoptInput, adoptRuleSheet } from './adopt-rule-sheet.ts'
export type { AdoptedSheet } from './adopted-sheets.ts'
export { requireCredibleQuantity } from './credible-quantity.ts'
export { importRuleSheet } from './import-rule-sheet.ts'
export { type ItemNames, readItemNames } from './item-names.ts'
export type { ScoringParts } from './parts.ts'
export {
  findRatingItem,
  isRatingItem,
  readRuleItem,
  readSheetInForce,
} from './read-sheet-in-force.ts'
export { rulesRoom } from './room.ts'
export { selectRuleSheet } from './rule-sheet.store.ts'
export { type Scoring, createScoring } from './scoring.ts'
