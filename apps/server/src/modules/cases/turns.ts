import { hasAnyRole, type Actor, type Role } from '../../platform/actor.ts'
import type { Kin } from '../community/index.ts'
import { whyBarred, type Bar } from './bars.ts'

/** Who reads every case of a kind, with the names. */
export const caseReaders: readonly Role[] = ['committee', 'supervisor', 'town_officer']
/** Who presses for what is overdue. */
export const overseers: readonly Role[] = ['supervisor', 'town_officer']

/** Whose office judges a kind of case, and whose does where too few of that one are left. */
export interface Bench<Code extends string> {
  readonly role: Role
  readonly instead: readonly Role[]
  /** What everybody else is told. */
  readonly others: Code
}

/** Who holds the offices that judge, and who of them is whose kin. */
export interface Judges extends Kin {
  readonly holders: ReadonlyMap<Role, readonly string[]>
}

/**
 * Who brought a case bars their household and whoever entered it, in silence: of fewer households
 * than this nobody might be left, and the turn of those instead would tell a party that two of them
 * had a hand in it.
 */
export const FEWEST_HOUSEHOLDS_TO_JUDGE = 3

/**
 * Whose turn it is. Parties learn who judged, so it never follows from what bars in silence. Where
 * nobody of those instead could, those who are left judge.
 */
export function rolesInTurn(
  bench: Bench<string>,
  bars: readonly Bar<string>[],
  judges: Judges,
): readonly Role[] {
  const open = bars.filter(({ isSilent }) => !isSilent)
  const leftOf = (role: Role) =>
    (judges.holders.get(role) ?? []).filter((one) => whyBarred(one, open, judges) === null)
  if (countHouseholds(leftOf(bench.role), judges) >= FEWEST_HOUSEHOLDS_TO_JUDGE) return [bench.role]
  return bench.instead.some((role) => leftOf(role).length > 0) ? bench.instead : [bench.role]
}

function countHouseholds(personIds: readonly string[], { areKin }: Kin): number {
  return personIds.filter((one, index) => !personIds.slice(0, index).some((it) => areKin(it, one)))
    .length
}

/** Why this person cannot judge the case; null when they can. */
export function whyNotJudging<Code extends string>(
  actor: Pick<Actor, 'personId' | 'roles'>,
  bench: Bench<Code>,
  bars: readonly Bar<Code>[],
  judges: Judges,
): Code | null {
  const barred = whyBarred(actor.personId, bars, judges)
  // Whose office it is learns why they stand back, also where others judge instead.
  if (barred !== null && actor.roles.has(bench.role)) return barred
  const isInTurn = rolesInTurn(bench, bars, judges).some((role) => actor.roles.has(role))
  return isInTurn ? barred : bench.others
}

/** Who of the office that judges stands back from a case. */
export function whoIsBarred(
  bench: Bench<string>,
  bars: readonly Bar<string>[],
  judges: Judges,
): readonly string[] {
  const members = judges.holders.get(bench.role) ?? []
  return members.filter((one) => whyBarred(one, bars, judges) !== null)
}

/**
 * Why this person cannot declare themselves biased; null when they can: whoever judges such a case,
 * also before it is their turn, and is not barred already.
 */
export function whyNotPassingOn<Code extends string>(
  actor: Actor,
  bench: Bench<Code>,
  bars: readonly Bar<Code>[],
  judges: Judges,
): Code | null {
  const judging = hasAnyRole(actor, [bench.role, ...bench.instead])
  return judging ? whyBarred(actor.personId, bars, judges) : bench.others
}
