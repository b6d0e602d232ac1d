import { readPlateCode } from '@azalea/text'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../../platform/database/database.ts'
import { decodeCursor, pageOf, pageQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { listPage } from '../list-page.ts'
import { readHouseholds } from '../people/household.store.ts'
import { plateKeepers, staff } from '../policy.ts'
import { addSubject, type SubjectParts } from './add-subject.ts'
import { editSubject } from './edit-subject.ts'
import { selectPlates } from './plate.store.ts'
import { subjectKinds } from './subject.store.ts'

export interface PlateRouteParts extends SubjectParts {
  readonly database: Database
  readonly publicUrl: string
}

const kind = z.enum(subjectKinds)
const story = z.string().trim().max(2_000)
const plateMark = z.tuple([kind, z.string(), z.string()])

const plateRow = z.object({
  code: z.string(),
  subjectId: z.string(),
  kind,
  label: z.string(),
  groupNo: z.int().nullable(),
  groupName: z.string().nullable(),
  keeperHouseholdId: z.string().nullable(),
  keeperName: z.string().nullable(),
  url: z.string().meta({ description: 'What the QR code on the plate says' }),
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
        label: z.string().trim().min(1).max(60),
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
      summary: 'Change a subject’s story or keeper',
      tag: 'community',
      params: z.object({ subjectId: z.uuid() }),
      body: z.object({
        story: story.optional(),
        keeperHouseholdId: z.uuid().nullable().optional(),
      }),
      answer: z.object({}),
    },
    ({ actor, key, params, body }) => editSubject(parts, actor, key, { ...params, ...body }),
  )
  // Plates hang for years: they carry this short address, whatever the application's pages are called.
  http.get<{ Params: { code: string } }>('/p/:code', { schema: { hide: true } }, (request, reply) =>
    reply.redirect(`/#/p/${encodeURIComponent(readPlateCode(request.params.code))}`),
  )
}

function registerPlateList(http: FastifyInstance, parts: PlateRouteParts): void {
  query(
    http,
    {
      url: '/api/plates',
      access: staff,
      summary: 'Plates by kind and label',
      tag: 'community',
      query: z.object({
        ...pageQuery,
        kind: kind.optional(),
        q: z.string().trim().max(60).default(''),
      }),
      answer: pageOf(plateRow),
    },
    async ({ actor: { villageId }, query: { kind: only, q, cursor, limit } }) => {
      const list = `plates ${only ?? ''} ${q}`
      const mark = decodeCursor(list, cursor, plateMark)
      const after = mark && { kind: mark[0], label: mark[1], code: mark[2] }
      const filter = { kind: only ?? null, search: q, after, limit: limit + 1 }
      return parts.database.inVillage(villageId, async (db) => {
        const rows = await selectPlates(db, villageId, filter)
        const keepers = rows.flatMap((row) => row.keeperHouseholdId ?? [])
        const households = await readHouseholds(db, villageId, keepers)
        return listPage(list, rows, limit, {
          present: ({ story: _story, ...row }) => ({
            ...row,
            keeperName: households.get(row.keeperHouseholdId ?? '')?.headName ?? null,
            url: `${parts.publicUrl}/p/${row.code}`,
          }),
          markOf: (row) => [row.kind, row.label, row.code],
        })
      })
    },
  )
}
