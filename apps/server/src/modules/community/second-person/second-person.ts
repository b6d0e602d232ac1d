import type { Role } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import type { Tx } from '../../record/index.ts'
import { readKinship, type Kinship } from '../people/kin.ts'
import { readHomeOf } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { selectGrants, type RoleGrant } from '../roles/role.store.ts'
import type { secondPersonRefusals } from './second-person-refusals.ts'

/** Two who owe their offices to one person count for each other only after this time in the open. */
const RIPE_DAYS = 14

/** Who may propose an act that needs two, and who may be the second. */
export interface Offices {
  readonly proposing: readonly Role[]
  readonly confirming: readonly Role[]
}

export interface Proposal {
  readonly proposedBy: string
  /** Where the proposer lived then; null where nobody lives, or where it is not kept. */
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
}

export type SecondPersonCode = keyof typeof secondPersonRefusals

/** Why somebody cannot be the second person for a proposal; null when they can. */
export type SecondPersonJudge = (proposal: Proposal, personId: string) => SecondPersonCode | null

/**
 * The one rule of every act that needs two. The second is of another household than the proposer,
 * then and now; both hold offices from before the proposal; neither's was given by the other, by the
 * other's household, or through either; and two whose offices go back to one giver count for each
 * other only fourteen days after the later grant, in which the whole committee and the supervisors
 * know of it. What was given at set-up goes back to nobody.
 */
export async function readSecondPersons(
  db: Db,
  villageId: string,
  offices: Offices,
  personIds: readonly string[],
): Promise<SecondPersonJudge> {
  const grants = await selectGrants(db, villageId, [...new Set(personIds)])
  const involved = [...new Set([...personIds, ...grants.flatMap(lineOf)])]
  const kinship = await readKinship(db, villageId, involved)
  const homes = await readHomeOf(db, villageId, personIds)
  const heldBefore = (personId: string, roles: readonly Role[], at: Date) =>
    grants.filter(
      (grant) => grant.personId === personId && roles.includes(grant.role) && grant.grantedAt <= at,
    )
  return ({ proposedBy, proposerHouseholdId, proposedAt }, personId) => {
    if (proposedBy === personId) return 'second_own_proposal'
    const wasKin = proposerHouseholdId !== null && proposerHouseholdId === homes.get(personId)
    if (wasKin || kinship(proposedBy, personId)) return 'second_of_household'
    const theirs = heldBefore(proposedBy, offices.proposing, proposedAt)
    if (theirs.length === 0) return 'proposer_left_office'
    const own = heldBefore(personId, offices.confirming, proposedAt)
    if (own.length === 0) return 'second_office_too_new'
    const ownApart = own.filter((grant) => !goesBackTo(grant, proposedBy, kinship))
    const theirsApart = theirs.filter((grant) => !goesBackTo(grant, personId, kinship))
    if (ownApart.length === 0 || theirsApart.length === 0) return 'second_of_own_making'
    const ripe = new Date(proposedAt.getTime() - RIPE_DAYS * 86_400_000)
    const isApart = ownApart.some((one) =>
      theirsApart.some((other) => areIndependent(one, other, ripe)),
    )
    return isApart ? null : 'second_from_one_hand'
  }
}

/** Why somebody cannot be the second person for this proposal; null when they can. */
export async function whyNotSecondPerson(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  offices: Offices,
  proposal: Proposal,
  personId: string,
): Promise<Refusal | null> {
  const judge = await readSecondPersons(db, villageId, offices, [proposal.proposedBy, personId])
  const code = judge(proposal, personId)
  return code === null ? null : refuse(code)
}

/** @throws Refusal one of `secondPersonRefusals` */
export async function requireSecondPerson(
  tx: Tx,
  offices: Offices,
  proposal: Proposal,
  personId: string,
): Promise<void> {
  const why = await whyNotSecondPerson(tx, offices, proposal, personId)
  if (why !== null) throw why
}

/** Everyone to whom the holder of an office owes it, up to set-up. */
export function lineOf({ grantedBy, grantedThrough }: RoleGrant): string[] {
  return grantedBy === null ? [] : [grantedBy, ...grantedThrough]
}

function goesBackTo(grant: RoleGrant, personId: string, kinship: Kinship): boolean {
  return lineOf(grant).some((giver) => kinship(giver, personId))
}

function areIndependent(one: RoleGrant, other: RoleGrant, ripe: Date): boolean {
  const line = lineOf(other)
  const shares = lineOf(one).some((giver) => line.includes(giver))
  return !shares || (one.grantedAt <= ripe && other.grantedAt <= ripe)
}
