import { readPlateCode } from '@azalea/text'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { line, paragraphs, searchText } from '../../../platform/http/text.ts'
import type { Database } from '../../../platform/database/database.ts'
import { cutListed, pageOrder } from '../../../platform/database/list-order.ts'
import { listOf, listQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { readPublicUrl } from '../founding/village-address.ts'
import { readHouseholds } from '../people/household.store.ts'
import { selectFileContent } from '../photos/file.store.ts'
import { hasAnyRole } from '../../../platform/actor.ts'
import { plateKeepers, staff, villagers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { addSubject, type SubjectParts } from './add-subject.ts'
import { editSubject } from './edit-subject.ts'
import { findSubjectByPlate } from './find-subject.ts'
import { plateOrders, selectPlates } from './plate.store.ts'
import { subjectKinds } from './subject.store.ts'
import { writeStory } from './write-story.ts'

export interface PlateRouteParts extends SubjectParts {
  readonly database: Database
  readonly publicUrl: string
}

const kind = z.enum(subjectKinds)
const story = paragraphs(2_000, 0)

const plateRow = z.object({
  code: z.string(),
  subjectId: z.string(),
  kind,
  label: z.string(),
  groupNo: z.int().nullable(),
  groupName: z.string().nullable(),
  keeperHouseholdId: z.string().nullable(),
  keeperName: z.string().nullable(),
  url: z
    .string()
    .nullable()
    .meta({ description: 'What the QR code on the plate says; null: nobody has said the address' }),
})

export function registerPlateRoutes(http: FastifyInstance, parts: PlateRouteParts): void {
  registerPlateList(http, parts)
  command(
    http,
    {
      url: '/api/subjects',
      access: plateKeepers,
      summary: 'Enter a plot, yard, post … and give it a plate',
      tag: 'community',
      body: z.object({
        kind,
        label: line(60),
        groupNo: z.int().min(1).max(999).optional(),
        keeperHouseholdId: z.uuid().optional(),
        story: story.optional(),
      }),
      answer: z.object({ subjectId: z.string(), code: z.string() }),
    },
    ({ actor, key, body }) => addSubject(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/subjects/:subjectId',
      access: plateKeepers,
      summary: 'Change who keeps a subject',
      tag: 'community',
      params: z.object({ subjectId: z.uuid() }),
      body: z.object({ keeperHouseholdId: z.uuid().nullable() }),
      answer: z.object({}),
    },
    ({ actor, key, params, body }) => editSubject(parts, actor, key, { ...params, ...body }),
  )
  registerStories(http, parts)
  // Plates hang for years: they carry this short address, whatever the application's pages are called.
  http.get<{ Params: { code: string } }>('/p/:code', { schema: { hide: true } }, (request, reply) =>
    reply.redirect(`/#/p/${encodeURIComponent(readPlateCode(request.params.code))}`),
  )
}

function registerStories(http: FastifyInstance, parts: PlateRouteParts): void {
  command(
    http,
    {
      url: '/api/subjects/:subjectId/story',
      access: villagers,
      summary: 'Give what one keeps its story and its picture, for everybody who scans the plate',
      tag: 'community',
      params: z.object({ subjectId: z.uuid() }),
      body: z.object({ story, photoFileId: z.uuid().nullable() }),
      answer: z.object({}),
    },
    ({ actor, key, params, body }) => writeStory(parts, actor, key, { ...params, ...body }),
  )
  query(
    http,
    {
      url: '/api/plates/:code/photo',
      access: 'public',
      summary: 'The picture that a plate shows to everybody',
      tag: 'community',
      params: z.object({ code: line(200) }),
      // Which picture it was when the address was written, so that a later one has another.
      query: z.object({ of: z.uuid().optional() }),
      answer: z.unknown(),
    },
    async ({ params, reply }) => {
      const { villageId, photoFileId } = await findSubjectByPlate(parts.database, params.code)
      const photo =
        photoFileId &&
        (await parts.database.inVillage(villageId, (db) =>
          selectFileContent(db, villageId, photoFileId),
        ))
      if (!photo) throw refuse('unknown_photo')
      reply.type(photo.mediaType)
      return photo.content
    },
  )
}

function registerPlateList(http: FastifyInstance, parts: PlateRouteParts): void {
  query(
    http,
    {
      url: '/api/plates',
      access: [...villagers, ...staff],
      summary: 'Plates in use; q is in the label or the code; who keeps them is for staff',
      tag: 'community',
      query: z.object({
        ...listQuery(['kind', 'label', 'group', 'code'], 'kind'),
        kind: kind.optional(),
        group: z.coerce.number().int().min(1).max(999).optional(),
        q: searchText,
      }),
      answer: listOf(plateRow),
    },
    async ({ actor, query: { kind: only, group, q, ...page } }) => {
      const { villageId } = actor
      const seesKeepers = hasAnyRole(actor, staff)
      const list = `plates ${only ?? ''} ${group ?? ''} ${q}`
      const order = pageOrder(list, plateOrders, page)
      const filter = { kind: only ?? null, groupNo: group ?? null, search: q }
      return parts.database.inVillage(villageId, async (db) => {
        const found = await selectPlates(db, villageId, filter, order)
        const { shown, ...rest } = cutListed(list, page, found)
        const keepers = seesKeepers ? shown.flatMap((row) => row.keeperHouseholdId ?? []) : []
        const households = await readHouseholds(db, villageId, keepers)
        const address = await readPublicUrl(db, villageId, parts.publicUrl)
        return {
          items: shown.map(({ story: _story, photoFileId: _photo, mark: _mark, ...row }) => ({
            ...row,
            keeperHouseholdId: seesKeepers ? row.keeperHouseholdId : null,
            keeperName: households.get(row.keeperHouseholdId ?? '')?.headName ?? null,
            url: address === null ? null : `${address}/p/${row.code}`,
          })),
          ...rest,
        }
      })
    },
  )
}
