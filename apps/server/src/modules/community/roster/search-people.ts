import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Listed, PageOrder } from '../../../platform/database/list-order.ts'
import { selectNotSeenSince } from '../people/data-access.store.ts'
import { noteAccess } from '../people/note-access.ts'
import { ownGroupOf } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { giveBackMiss, takeMiss } from './number-miss.store.ts'
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

/** So many whole telephones that nobody on the roster has may one person look for in a day. */
const MISSES_A_DAY = 20

/**
 * People whom a member of staff looks for; a group leader finds the own group's. Whoever is found can
 * see later who looked for them. Whole telephones that find nobody are counted, so that nobody tries
 * numbers out.
 * @throws Refusal 'too_many_numbers'
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
    const now = parts.clock.now()
    const asker = { villageId, personId: actor.personId, day: civilDay(now) }
    if (search.by === 'phone' && !(await takeMiss(db, asker, MISSES_A_DAY)))
      throw refuse('too_many_numbers')
    const filter = { search, groupNo: ownGroupOf(actor, groupNo) }
    const found = await selectPeople(db, villageId, filter, order)
    if (q === '') return found
    if (search.by === 'phone' && found.rows.length > 0) await giveBackMiss(db, asker)
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
