import type { Db } from '../../../platform/database/database.ts'
import { selectEnteredBy } from './entered-by.store.ts'
import { readHomeOf, selectPeopleOf } from './household.store.ts'

/** Whether two persons are one household's; a person is their own kin. */
export type Kinship = (personId: string, otherId: string) => boolean

/** Who lives with whom: what kin are, now and then. */
export interface Kin {
  /** Whether two persons are one household's now; a person is their own kin. */
  readonly areKin: Kinship
  /** Whether it is a person's home now; the office of those who founded the village is nobody's. */
  readonly livesIn: (personId: string, householdId: string) => boolean
}

/** Somebody with a part in something, and the household they had it for. */
export interface Party {
  readonly personId: string
  readonly householdId: string
}

/**
 * Kin, among these persons: who lives in one household. Those who founded the village share its
 * office's household, which is nobody's home and makes nobody kin.
 */
export async function readKin(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Kin> {
  const homes = await readHomeOf(db, villageId, [...new Set(personIds)])
  return {
    areKin: (personId, otherId) => {
      const home = homes.get(personId)
      return personId === otherId || (home !== undefined && home === homes.get(otherId))
    },
    livesIn: (personId, householdId) => homes.get(personId) === householdId,
  }
}

/** As `readKin`, of who lives together now only. */
export async function readKinship(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Kinship> {
  return (await readKin(db, villageId, personIds)).areKin
}

/** Whether a person lives with a party now, or where the party lived then. */
export function isKinOf(personId: string, party: Party, { areKin, livesIn }: Kin): boolean {
  return areKin(personId, party.personId) || livesIn(personId, party.householdId)
}

/** Everybody who is kin of a person, with themselves, and where they live; for lists that count. */
export async function readHousemates(
  db: Db,
  villageId: string,
  personId: string,
): Promise<{ readonly personIds: readonly string[]; readonly home: string | null }> {
  const home = (await readHomeOf(db, villageId, [personId])).get(personId) ?? null
  if (home === null) return { personIds: [personId], home }
  const present = await selectPeopleOf(db, villageId, home)
  return { personIds: [...new Set([personId, ...present])], home }
}

/** Whether something is a person's kin's: of who lives with them now, or where they live now. */
export async function concernsKin(
  db: Db,
  villageId: string,
  personId: string,
  party: Party,
): Promise<boolean> {
  return isKinOf(personId, party, await readKin(db, villageId, [personId, party.personId]))
}

/** For whom of these somebody answers, or kin of theirs: whom they entered on the roster. */
export async function readEntered(
  db: Db,
  villageId: string,
  keeperId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const enteredBy = await selectEnteredBy(db, villageId, personIds)
  const kinship = await readKinship(db, villageId, [keeperId, ...enteredBy.values()])
  const answered = [...enteredBy].filter(([, keeper]) => kinship(keeperId, keeper))
  return new Set(answered.map(([personId]) => personId))
}

/** Whether a person is one of these, or kin of any. */
export async function areKin(
  db: Db,
  villageId: string,
  personId: string,
  otherIds: readonly string[],
): Promise<boolean> {
  const kinship = await readKinship(db, villageId, [personId, ...otherIds])
  return otherIds.some((otherId) => kinship(personId, otherId))
}
