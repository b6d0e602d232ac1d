import {
  checkResolution,
  type LintReason,
  type Resolution as Vote,
  type RuleSheet,
} from '@azalea/scoring'

/** Who met. */
export type Body = Vote['body']
export const bodies: readonly Body[] = ['adults', 'households', 'delegates']

export interface Resolution {
  date: string
  /** All adults where nothing is said. */
  body?: Body
  eligible: number
  present: number
  for: number
  against: number
  minutesFileId?: string
  /** SHA-256 of the picture of the minutes. */
  minutesHash?: string
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

/** The version that counts on a day; undefined where none was adopted yet. */
export function inForceOf(rows: readonly SheetRow[], day: string): SheetRow | undefined {
  return rows
    .filter(({ state, effectiveFrom }) => state === 'adopted' && effectiveFrom <= day)
    .toSorted((one, other) => other.effectiveFrom.localeCompare(one.effectiveFrom))
    .at(0)
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
 * What the numbers of a meeting mean, said while they are entered, by the rule that the server
 * applies too (Villagers' Committees Organic Law, arts 22 and 26).
 */
export function verdictOf(
  body: Body,
  { eligible, present, for: votesFor, against: votesAgainst }: Count,
): CountVerdict {
  if (eligible === null || present === null || votesFor === null || votesAgainst === null) {
    return 'incomplete'
  }
  // The day is checked by its own field.
  const heldOn = '2000-01-01'
  const vote = { heldOn, body, eligible, present, votesFor, votesAgainst }
  const codes = new Set(checkResolution(vote).map(({ code }) => code))
  if (codes.has('no_quorum')) return 'no_quorum'
  if (codes.has('no_majority')) return 'no_majority'
  return codes.size > 0 ? 'mismatch' : 'carried'
}
