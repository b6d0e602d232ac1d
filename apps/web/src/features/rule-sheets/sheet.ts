import type { Answer, Item } from '@azalea/client'
import { checkResolution, type Resolution as Vote } from '@azalea/scoring'

/** Who met. */
export type Body = Vote['body']
export const bodies: readonly Body[] = ['adults', 'households', 'delegates']

export type SheetRow = Item<'/api/rule-sheets'>

/** The version that counts on a day; undefined where none was adopted yet. */
export function inForceOf(rows: readonly SheetRow[], day: string): SheetRow | undefined {
  return rows
    .filter(({ state, effectiveFrom }) => state === 'adopted' && effectiveFrom <= day)
    .toSorted((one, other) => other.effectiveFrom.localeCompare(one.effectiveFrom))
    .at(0)
}

export type SheetView = Answer<'/api/rule-sheets/{id}'>
export type Resolution = NonNullable<SheetView['resolution']>

/** Items whose words the check does not simply accept. */
export type Finding = SheetView['findings'][number]

/** Why an item that is warned of is adopted all the same. */
export type LintAnswer = SheetView['lintAnswers'][number]

/** With problems nothing was drafted. */
export type SheetImported = Answer<'/api/rule-sheets/import', 'post'>

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
