import type { Actor } from '../../../platform/actor.ts'
import type { Listed, PageOrder } from '../../../platform/database/list-order.ts'
import { selectNotSeenSince } from '../people/data-access.store.ts'
import { noteAccess } from '../people/note-access.ts'
import { ownGroupOf } from '../policy.ts'
import type { RosterReading } from './read-household.ts'
import { readPeopleSearch, selectPeople, type PersonListed } from './roster-list.store.ts'

/** Typing a name letter by letter finds the same people over and over: one look. */
const ONE_LOOK_MILLISECONDS = 600_000

export interface PeopleAsked {
  readonly q: string
  readonly groupNo: number | null
  /** How many of the rows are shown. */
  readonly limit: number
}

/**
 * People whom a member of staff looks for; a group leader finds the own group's. Whoever is found can
 * see later who looked for them.
 */
export async function searchPeople(
  parts: RosterReading,
  actor: Actor,
  { q, groupNo, limit }: PeopleAsked,
  order: PageOrder,
): Promise<Listed<PersonListed>> {
  const { villageId } = actor
  const search = readPeopleSearch(q)
  return parts.database.inVillage(villageId, async (db) => {
    const filter = { search, groupNo: ownGroupOf(actor, groupNo) }
    const found = await selectPeople(db, villageId, filter, order)
    if (q === '') return found
    const now = parts.clock.now()
    const what = search.by === 'name' ? 'search' : 'search_phone'
    const personIds = await selectNotSeenSince(db, villageId, {
      viewerId: actor.personId,
      what,
      personIds: found.rows.slice(0, limit).map(({ personId }) => personId),
      since: new Date(now.getTime() - ONE_LOOK_MILLISECONDS),
    })
    await noteAccess({ db, villageId, now, newId: parts.newId }, actor.personId, personIds, what)
    return found
  })
}
