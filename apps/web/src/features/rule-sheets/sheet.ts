import type { LintReason, RuleSheet } from '@azalea/scoring'

export interface Resolution {
  date: string
  eligible: number
  present: number
  for: number
  against: number
}

/** A row of `GET /api/rule-sheets`. */
export interface SheetRow {
  ruleSheetId: string
  version: number
  state: 'draft' | 'adopted'
  effectiveFrom: string
  adoptedAt: string | null
  title: string
  draftedByMe: boolean
}

/** `GET /api/rule-sheets/{id}`. */
export interface SheetView extends Omit<SheetRow, 'title'> {
  hash: string
  sheet: RuleSheet
  resolution: Resolution | null
  /** Items whose words the check does not simply accept. */
  findings: readonly Finding[]
  lintAnswers: readonly LintAnswer[]
}

export interface Finding {
  ref: string
  verdict: 'warn' | 'refuse'
  reasons: readonly LintReason[]
}

/** Why an item that is warned of is adopted all the same. */
export interface LintAnswer {
  ref: string
  reason: string
}

/** `POST /api/rule-sheets/import`; with problems nothing was drafted. */
export interface SheetImported {
  ruleSheetId: string | null
  version: number | null
  items: number
  problems: readonly { path: string; code: string; messageZh: string; messageEn: string }[]
}

export interface Count {
  eligible: number | null
  present: number | null
  for: number | null
  against: number | null
}

export type CountVerdict = 'incomplete' | 'mismatch' | 'no_quorum' | 'no_majority' | 'carried'

/**
 * What the numbers of a meeting mean, said while they are entered: more than half of those eligible
 * present, and more than half of those present in favour (Villagers' Committees Organic Law,
 * art. 22). The server judges again.
 */
export function verdictOf({ eligible, present, for: inFavour, against }: Count): CountVerdict {
  if (eligible === null || present === null || inFavour === null || against === null) {
    return 'incomplete'
  }
  if (present > eligible || inFavour + against > present) return 'mismatch'
  if (present * 2 <= eligible) return 'no_quorum'
  return inFavour * 2 > present ? 'carried' : 'no_majority'
}
