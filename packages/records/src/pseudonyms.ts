/** What a pseudonym stands for, and why it lasts as long as it does. */
interface Purpose {
  /** Goes into the keyed hash before the identifier: one purpose cannot be linked with another. */
  readonly label: string
}

/**
 * Every purpose of a name in the log. A name is 132 bits of HMAC-SHA-256 under the village's secret;
 * the label must never change, or everybody would be somebody else from that day on.
 */
export const pseudonymPurposes = {
  earner: { label: 'pseudonym earner' },
  household: { label: 'pseudonym household' },
  rater: { label: 'pseudonym rater' },
  attendee: { label: 'pseudonym attendee' },
  keeper: { label: 'pseudonym keeper' },
  subject: { label: 'pseudonym subject' },
  award: { label: 'pseudonym award' },
  deed: { label: 'pseudonym deed' },
  objection: { label: 'pseudonym objection' },
  report: { label: 'pseudonym report' },
  opening: { label: 'pseudonym opening' },
  notice: { label: 'pseudonym notice' },
  activity: { label: 'pseudonym activity' },
  shift: { label: 'pseudonym shift' },
  draw: { label: 'spot-draw' },
  candidate: { label: 'spot-candidate' },
} as const satisfies Record<string, Purpose>

export type PseudonymPurpose = keyof typeof pseudonymPurposes

declare const purposeOf: unique symbol

/** A name in the log: a household's is not to be had where an earner's is wanted. */
export type Pseudonym<P extends PseudonymPurpose> = string & { readonly [purposeOf]: P }

export const PSEUDONYM_CHARACTERS = 22 // 132 bits: no two alike in any village

export const shapeOfName = /^[\w-]{22}$/
