import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import { cutPage, decodeCursor, pageOf } from '../../../platform/http/cursor.ts'
import { readRolesOf } from '../roles/role.store.ts'
import { selectDataAccess } from './data-access.store.ts'
import { readPeopleNames } from './person.store.ts'

const mark = z.tuple([z.iso.datetime(), z.uuid()])

const instant = z.string().meta({ description: 'ISO 8601, UTC' })

export const accessPage = pageOf(
  z.object({
    viewedAt: instant,
    viewerName: z.string().nullable().meta({ description: 'Null once erased' }),
    viewerRole: z.string().nullable(),
    what: z.string().meta({ description: "Which data, e.g. 'roster', 'award'" }),
  }),
)

/** A page of who has looked at this person's data, latest first. */
export async function readDataAccess(
  { database }: { readonly database: Database },
  { villageId, personId }: Actor,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const list = `data-access ${villageId} ${personId}`
  const after = decodeCursor(list, page.cursor, mark)
  return database.inVillage(villageId, async (db) => {
    const rows = await selectDataAccess(db, villageId, personId, {
      before: after && { viewedAt: new Date(after[0]), accessId: after[1] },
      limit: page.limit + 1,
    })
    const { shown: items, nextCursor } = cutPage(list, rows, page.limit, (last) => [
      last.viewedAt.toISOString(),
      last.accessId,
    ])
    const viewers = [...new Set(items.map(({ viewerId }) => viewerId))]
    const names = await readPeopleNames(db, villageId, viewers)
    const roles = await readRolesOf(db, villageId, viewers)
    return {
      items: items.map(({ viewerId, viewedAt, what }) => ({
        viewedAt: viewedAt.toISOString(),
        viewerName: names.get(viewerId) ?? null,
        viewerRole: roles.get(viewerId) ?? null,
        what,
      })),
      nextCursor,
    }
  })
}
