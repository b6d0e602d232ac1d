export const lossReasons = ['trimmed', 'spoilt', 'spilt', 'sampled'] as const
/** Why something of a lot is in no pack: roots and leaves cut off, rotten, lost, taken for a test. */
export type LossReason = (typeof lossReasons)[number]

/** What goes into a packing and what comes out of it. */
export interface Masses {
  readonly lots: readonly { readonly grams: number }[]
  readonly packs: readonly { readonly grams: number; readonly count: number }[]
  readonly lossGrams: number
}

/** What came out more than went in; below zero: what is missing. A packing balances at zero. */
export function massAppeared({ lots, packs, lossGrams }: Masses): number {
  const into = lots.reduce((sum, { grams }) => sum + grams, 0)
  return packs.reduce((sum, { grams, count }) => sum + grams * count, 0) + lossGrams - into
}

/** A recall of a product looks for so long, after it was put on a plot, at what was harvested there. */
export const RECALLED_DAYS = 365
