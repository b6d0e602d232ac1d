import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { decodeCursor, pageOf, pageQuery } from '../../../platform/http/cursor.ts'
import { query } from '../../../platform/http/route.ts'
import { listPage } from '../list-page.ts'
import { selectGroups } from '../founding/village.store.ts'
import { ownGroupOf, staff, villagers } from '../policy.ts'
import { readHousehold, type RosterReading } from './read-household.ts'
import { selectHouseholds } from './roster-list.store.ts'
import { searchPeople } from './search-people.ts'
import { householdRow, householdView, personRow } from './schema.ts'

const search = z.string().trim().max(60).default('')
const householdMark = z.tuple([z.int(), z.string()])
const personMark = z.tuple([z.string(), z.uuid()])

export function registerRosterRoutes(http: FastifyInstance, parts: RosterReading): void {
  registerGroupRoutes(http, parts)
  query(
    http,
    {
      url: '/api/roster/households',
      access: staff,
      summary: 'Households by group and door',
      tag: 'community',
      query: z.object({ ...pageQuery, group: z.coerce.number().int().optional(), q: search }),
      answer: pageOf(householdRow),
    },
    async ({ actor, query: { group, q, cursor, limit } }) => {
      const { villageId } = actor
      const list = `households ${group ?? ''} ${q}`
      const mark = decodeCursor(list, cursor, householdMark)
      const after = mark && { groupNo: mark[0], houseNo: mark[1] }
      const groupNo = ownGroupOf(actor, group ?? null)
      const filter = { groupNo, search: q, after, limit: limit + 1 }
      const rows = await parts.database.inVillage(villageId, (db) =>
        selectHouseholds(db, villageId, filter),
      )
      return listPage(list, rows, limit, {
        present: (row) => row,
        markOf: ({ groupNo, houseNo }) => [groupNo, houseNo],
      })
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
      query: z.object({ ...pageQuery, q: search }),
      answer: pageOf(personRow),
    },
    async ({ actor, query: { q, cursor, limit } }) => {
      const list = `people ${q}`
      const mark = decodeCursor(list, cursor, personMark)
      const after = mark && { name: mark[0], personId: mark[1] }
      const rows = await searchPeople(parts, actor, { q, after, limit })
      return listPage(list, rows, limit, {
        present: (row) => row,
        markOf: ({ name, personId }) => [name, personId],
      })
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
