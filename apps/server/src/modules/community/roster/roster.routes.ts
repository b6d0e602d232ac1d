import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { searchText } from '../../../platform/http/text.ts'
import { cutListed, pageOrder } from '../../../platform/database/list-order.ts'
import { listOf, listQuery } from '../../../platform/http/cursor.ts'
import { query } from '../../../platform/http/route.ts'
import { selectGroups } from '../founding/village.store.ts'
import { ownGroupOf, staff, villagers } from '../policy.ts'
import { readHousehold, type RosterReading } from './read-household.ts'
import { householdOrders, peopleOrders, selectHouseholds } from './roster-list.store.ts'
import { searchPeople } from './search-people.ts'
import { householdRow, householdView, personRow } from './schema.ts'

export function registerRosterRoutes(http: FastifyInstance, parts: RosterReading): void {
  registerGroupRoutes(http, parts)
  query(
    http,
    {
      url: '/api/roster/households',
      access: staff,
      summary: 'Households; q is in the door or a name',
      tag: 'community',
      query: z.object({
        ...listQuery(['door', 'name', 'people', 'joined'], 'door'),
        group: z.coerce.number().int().min(1).max(999).optional(),
        joined: z.enum(['yes', 'no']).optional(),
        q: searchText,
      }),
      answer: listOf(householdRow),
    },
    async ({ actor, query: { group, q, joined, ...page } }) => {
      const { villageId } = actor
      const list = `households ${group ?? ''} ${joined ?? ''} ${q}`
      const order = pageOrder(list, householdOrders, page)
      const filter = {
        groupNo: ownGroupOf(actor, group ?? null),
        search: q,
        joined: joined === undefined ? null : joined === 'yes',
      }
      const found = await parts.database.inVillage(villageId, (db) =>
        selectHouseholds(db, villageId, filter, order),
      )
      const { shown, ...rest } = cutListed(list, page, found)
      return { items: shown, ...rest }
    },
  )
  query(
    http,
    {
      url: '/api/roster/people',
      access: staff,
      summary:
        'People by name; q is in the name, or a whole telephone, or exactly its last four digits; whoever is found is told of it',
      tag: 'community',
      query: z.object({
        ...listQuery(['name', 'door'], 'name'),
        group: z.coerce.number().int().min(1).max(999).optional(),
        q: searchText,
      }),
      answer: listOf(personRow),
    },
    async ({ actor, query: { q, group, ...page } }) => {
      const list = `people ${group ?? ''} ${q}`
      const asked = { q, groupNo: group ?? null, limit: page.limit }
      const found = await searchPeople(parts, actor, asked, pageOrder(list, peopleOrders, page))
      const { shown, ...rest } = cutListed(list, page, found)
      return { items: shown, ...rest }
    },
  )
  query(
    http,
    {
      url: '/api/roster/households/:householdId',
      access: staff,
      summary: 'A household, its people and its consents; the look is noted',
      tag: 'community',
      params: z.object({ householdId: z.uuid() }),
      answer: householdView,
    },
    ({ actor, params }) => readHousehold(parts, actor, params.householdId),
  )
}

function registerGroupRoutes(http: FastifyInstance, parts: RosterReading): void {
  query(
    http,
    {
      url: '/api/groups',
      access: [...villagers, ...staff],
      summary: 'The groups of the village, by number',
      tag: 'community',
      answer: z.object({ groups: z.array(z.object({ groupNo: z.int(), name: z.string() })) }),
    },
    async ({ actor: { villageId } }) => {
      const groups = await parts.database.inVillage(villageId, (db) => selectGroups(db, villageId))
      const named = [...groups].map(([groupNo, name]) => ({ groupNo, name }))
      return { groups: named.toSorted((a, b) => a.groupNo - b.groupNo) }
    },
  )
}
