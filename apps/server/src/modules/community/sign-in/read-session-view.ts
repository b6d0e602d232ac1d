import type { Role } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import { readHouseholds } from '../people/household.store.ts'
import { readPeople } from '../people/person.store.ts'
import { readVillage } from '../founding/village.store.ts'
import { selectIdentities, type IdentityRow } from './sign-in.store.ts'
import { selectRoles } from '../roles/role.store.ts'

export interface VillageChoice {
  readonly villageId: string
  readonly villageName: string
  readonly personId: string
  readonly personName: string
}

export interface SessionView {
  readonly person: { personId: string; name: string }
  readonly village: {
    villageId: string
    name: string
    townName: string
    isDemonstration: boolean
  }
  readonly roles: Role[]
  readonly household: {
    householdId: string
    houseNo: string
    groupNo: number
    groupName: string
    joined: boolean
  }
  readonly villages: { villageId: string; name: string }[]
}

/** What a signed-in person's application begins with; null when the person is not there any more. */
export async function readSessionView(
  database: Database,
  who: { readonly phoneHash: string; readonly villageId: string; readonly personId: string },
): Promise<SessionView | null> {
  const { villageId, personId } = who
  return database.inVillage(villageId, async (db) => {
    const person = (await readPeople(db, villageId, [personId])).get(personId)
    const village = await readVillage(db, villageId)
    if (!person?.isPresent || person.name === null || !village) return null
    const household = (await readHouseholds(db, villageId, [person.householdId])).get(
      person.householdId,
    )
    if (!household) return null
    const isVillager = !(person.isOutsider && household.isOffice)
    const others = (await selectIdentities(db, who.phoneHash)).filter(
      (identity) => identity.villageId !== villageId,
    )
    return {
      person: { personId, name: person.name },
      village: {
        villageId,
        name: village.name,
        townName: village.townName,
        isDemonstration: village.isDemonstration,
      },
      roles: [
        ...(isVillager ? (['villager'] as const) : []),
        ...(await selectRoles(db, villageId, personId)),
      ],
      household: {
        householdId: household.householdId,
        houseNo: household.houseNo,
        groupNo: household.groupNo,
        groupName: household.groupName,
        joined: household.joined,
      },
      villages: [
        { villageId, name: village.name },
        ...others.map((other) => ({ villageId: other.villageId, name: other.villageName })),
      ],
    }
  })
}

/** The villages among which a telephone has to choose, with who it is in each. */
export async function readVillageChoices(
  database: Database,
  phoneHash: string,
): Promise<VillageChoice[]> {
  const identities = await database.outsideVillages((db) => selectIdentities(db, phoneHash))
  return Promise.all(identities.map((identity) => readChoice(database, identity)))
}

async function readChoice(database: Database, identity: IdentityRow): Promise<VillageChoice> {
  const { villageId, villageName, personId } = identity
  const people = await database.inVillage(villageId, (db) => readPeople(db, villageId, [personId]))
  return { villageId, villageName, personId, personName: people.get(personId)?.name ?? '' }
}
