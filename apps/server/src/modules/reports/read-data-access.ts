import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import { cutPage, decodeCursor } from '../../platform/http/cursor.ts'
import { readPeopleNames, readRolesOf, selectDataAccess } from '../community/index.ts'
import type { ReportParts } from './parts.ts'

const mark = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of who has looked at this person's data, latest first. */
export async function readDataAccess(
  { database }: Pick<ReportParts, 'database'>,
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
