import type { Db } from '../../platform/database/database.ts'
import { maskName, readHouseholds, readPeople, selectGroups } from '../community/index.ts'
import type { BoardName } from './schema.ts'

export interface CompetitorName {
  readonly name: string
  readonly groupName: string
}

/**
 * What competitors are called on a public board: masked, unless it is the reader's own (`ownId`)
 * or its owner agreed to publish the name. A household goes by the name of its head.
 */
export async function nameCompetitors(
  db: Db,
  villageId: string,
  board: BoardName,
  ids: readonly string[],
  ownId: string | null,
): Promise<Map<string, CompetitorName>> {
  switch (board) {
    case 'households':
      return nameHouseholds(db, villageId, ids, ownId)
    case 'people':
      return namePeople(db, villageId, ids, ownId)
    case 'groups':
      return nameGroups(db, villageId)
  }
}

async function nameHouseholds(
  db: Db,
  villageId: string,
  ids: readonly string[],
  ownId: string | null,
): Promise<Map<string, CompetitorName>> {
  const households = await readHouseholds(db, villageId, ids)
  return new Map(
    [...households].map(([id, { headName, headPublishesName, groupName }]) => [
      id,
      { name: published(headName, headPublishesName || id === ownId), groupName },
    ]),
  )
}

async function namePeople(
  db: Db,
  villageId: string,
  ids: readonly string[],
  ownId: string | null,
): Promise<Map<string, CompetitorName>> {
  const people = await readPeople(db, villageId, ids)
  const householdIds = new Set([...people.values()].map(({ householdId }) => householdId))
  const households = await readHouseholds(db, villageId, [...householdIds])
  return new Map(
    [...people].map(([id, { name, publishesName, householdId }]) => [
      id,
      {
        name: published(name, publishesName || id === ownId),
        groupName: households.get(householdId)?.groupName ?? '',
      },
    ]),
  )
}

async function nameGroups(db: Db, villageId: string): Promise<Map<string, CompetitorName>> {
  const groups = await selectGroups(db, villageId)
  return new Map([...groups].map(([groupNo, name]) => [String(groupNo), { name, groupName: name }]))
}

function published(name: string | null, inClear: boolean): string {
  return inClear && name !== null ? name : maskName(name)
}
