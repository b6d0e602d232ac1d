import { isKinOf, type Kin, type Party } from '../community/index.ts'

/** Why some do not judge a case: the first of a list that applies to a person is what they are told. */
export interface Bar<Code extends string> {
  readonly code: Code
  readonly isBarred: (personId: string, kin: Kin) => boolean
  /** Barred by what a party must not learn: it never shows in whose turn it is. */
  readonly isSilent: boolean
}

/** These persons themselves; what they did before is no secret to the parties. */
export function barPersons<Code extends string>(
  code: Code,
  personIds: readonly (string | null | undefined)[],
): Bar<Code> {
  return { code, isBarred: (personId) => personIds.includes(personId), isSilent: false }
}

/** These persons and who lives with them now, where nothing tells where they lived then. */
export function barHousemates<Code extends string>(
  code: Code,
  personIds: readonly (string | null)[],
): Bar<Code> {
  return {
    code,
    isBarred: (personId, { areKin }) =>
      personIds.some((one) => one !== null && areKin(personId, one)),
    isSilent: false,
  }
}

/** These persons and their kin: who lives with them now, and who lives where they lived then. */
export function barKin<Code extends string>(code: Code, parties: readonly Party[]): Bar<Code> {
  return {
    code,
    isBarred: (personId, kin) => parties.some((party) => isKinOf(personId, party, kin)),
    isSilent: false,
  }
}

/** The same bar, of which no party may learn whom it bars. */
export function inSilence<Code extends string>(bar: Bar<Code>): Bar<Code> {
  return { ...bar, isSilent: true }
}

/** What bars a person; null: nothing. */
export function whyBarred<Code extends string>(
  personId: string,
  bars: readonly Bar<Code>[],
  kin: Kin,
): Code | null {
  return bars.find(({ isBarred }) => isBarred(personId, kin))?.code ?? null
}
