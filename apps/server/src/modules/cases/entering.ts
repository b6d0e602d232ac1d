import type { Actor } from '../../platform/actor.ts'
import type { Refusal } from '../../platform/refusal.ts'
import {
  communityRefusals,
  holdHousehold,
  readHouseholdGroups,
  readPeople,
  requireJoinedMember,
} from '../community/index.ts'
import type { Tx } from '../record/index.ts'

/** Whose words a cadre enters, and how they came. */
export type OnBehalf = {
  readonly personId: string
  readonly channel: 'oral' | 'written'
}

/** Whose case it is, where they live, and who entered it for them. */
export interface Bringer {
  readonly personId: string
  readonly householdId: string
  readonly channel: 'app' | 'oral' | 'written'
  /** Null: they themselves. */
  readonly enteredBy: string | null
}

/** For oneself anyone speaks; for others the committee enters, and a leader for the own group. */
export function mayEnterFor(
  actor: Actor,
  person: { readonly personId: string; readonly groupNo: number | null },
): boolean {
  if (actor.personId === person.personId || actor.roles.has('committee')) return true
  return (
    actor.roles.has('group_leader') &&
    actor.leadsGroupNo !== null &&
    actor.leadsGroupNo === person.groupNo
  )
}

/**
 * Who brings a case: the actor, or somebody for whom the actor may enter it.
 * @throws Refusal 'unknown_person', `forOneself`, `notForOthers`
 */
export async function requireBringer(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  actor: Actor,
  onBehalf: OnBehalf | undefined,
  refusals: { readonly forOneself: () => Refusal; readonly notForOthers: () => Refusal },
): Promise<Bringer> {
  if (onBehalf?.personId === actor.personId) throw refusals.forOneself()
  const personId = onBehalf?.personId ?? actor.personId
  const person = (await readPeople(db, villageId, [personId])).get(personId)
  if (person === undefined || person.name === null) throw communityRefusals('unknown_person')
  const { householdId } = person
  if (onBehalf === undefined) return { personId, householdId, channel: 'app', enteredBy: null }
  const groups = await readHouseholdGroups(db, villageId, [householdId])
  const groupNo = groups.get(householdId)?.groupNo ?? null
  if (!mayEnterFor(actor, { personId, groupNo })) throw refusals.notForOthers()
  return { personId, householdId, channel: onBehalf.channel, enteredBy: actor.personId }
}

/**
 * Who asks for something of a household that takes part: a member of it, or for a member without a
 * telephone a cadre of another household. The household is held from here on.
 * @throws Refusal `forHousehold` where a cadre enters it for the own one, those of requireBringer and
 *   requireJoinedMember
 */
export async function requireJoinedBringer(
  tx: Pick<Tx, 'db' | 'villageId'>,
  actor: Actor,
  onBehalf: OnBehalf | undefined,
  refusals: {
    readonly forOneself: () => Refusal
    readonly notForOthers: () => Refusal
    readonly forHousehold: () => Refusal
  },
): Promise<Bringer> {
  const bringer = await requireBringer(tx, actor, onBehalf, refusals)
  if (bringer.enteredBy !== null && bringer.householdId === actor.householdId)
    throw refusals.forHousehold()
  await holdHousehold(tx.db, tx.villageId, bringer.householdId)
  await requireJoinedMember(tx, bringer.personId, actor)
  return bringer
}
