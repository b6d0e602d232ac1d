export { compareReplays } from './compare-replays.ts'
export type {
  BothSides,
  Change,
  HouseholdComparison,
  ItemTotals,
  ReplayHousehold,
  ReplayPeriod,
  SheetComparison,
  SideTotals,
} from './compare-replays.ts'
export { effectKinds } from './effects.ts'
export type { EffectKind, Effects } from './effects.ts'
export { inequalityOf } from './inequality.ts'
export type { Inequality } from './inequality.ts'
export { replayReach } from './replay-reach.ts'
export { SheetReplay } from './replay-sheet.ts'
export type { UnjudgedContribution, UnjudgedReason } from './replay-sheet.ts'
export type { ReplayedAward } from './replayed-award.ts'
export { measureOf } from './replayed-contribution.ts'
export type {
  Measure,
  ReplayContribution,
  ReplayEvent,
  ReplayRepair,
} from './replayed-contribution.ts'
