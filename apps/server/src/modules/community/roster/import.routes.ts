import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mark } from '../../../platform/http/text.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { nameFile } from '../../../platform/http/name-file.ts'
import { command, query } from '../../../platform/http/route.ts'
import { rosterKeepers } from '../policy.ts'
import { answerConflicts } from './answer-conflicts.ts'
import { confirmRoster } from './confirm-roster.ts'
import { previewRoster, type RosterParts, type RosterPreview } from './preview-roster.ts'
import { readVillage } from '../founding/village.store.ts'
import { buildRosterTemplate } from './roster-template.ts'
import { conflictChoices } from './roster-conflicts.ts'
import { rosterImported, rosterPreview } from './schema.ts'

const SHOWN_CHANGES = 200
const MAX_ANSWERS = 2_000
const MAX_FILE_BYTES = 8 * 1024 * 1024

export function registerImportRoutes(http: FastifyInstance, parts: RosterParts): void {
  query(
    http,
    {
      url: '/api/roster/template',
      access: rosterKeepers,
      summary: 'An empty roster to fill in (.xlsx)',
      tag: 'community',
      answer: z.unknown(),
    },
    async ({ actor: { villageId }, language, reply }) => {
      const village = await parts.database.inVillage(villageId, (db) => readVillage(db, villageId))
      reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      nameFile(reply, { zh: '花名册模板.xlsx', en: 'roster-template.xlsx' }, language)
      return buildRosterTemplate(village?.houseNumbering ?? 'village')
    },
  )
  command(
    http,
    {
      url: '/api/roster/import/preview',
      access: rosterKeepers,
      perMinute: 30,
      summary: 'Read a roster file (multipart) and tell what importing it would do',
      tag: 'community',
      answer: rosterPreview,
    },
    async ({ actor, key, request }) =>
      present(
        await previewRoster(parts, actor, key, { file: await readUpload(request, MAX_FILE_BYTES) }),
      ),
  )
  command(
    http,
    {
      url: '/api/roster/import/:importId/answers',
      access: rosterKeepers,
      summary: 'Answer the questions of a preview; tells what importing it would do now',
      tag: 'community',
      params: z.object({ importId: z.uuid() }),
      body: z.object({
        answers: z
          .array(z.object({ conflictId: mark(100), choice: z.enum(conflictChoices) }))
          .min(1)
          .max(MAX_ANSWERS),
      }),
      answer: rosterPreview,
    },
    async ({ actor, key, params, body }) =>
      present(await answerConflicts(parts, actor, key, { ...params, ...body })),
  )
  command(
    http,
    {
      url: '/api/roster/import/:importId/confirm',
      access: rosterKeepers,
      summary: 'Do what the preview has shown',
      tag: 'community',
      params: z.object({ importId: z.uuid() }),
      query: z.object({ skipErrors: z.enum(['true', 'false']).default('false') }),
      answer: rosterImported,
    },
    ({ actor, key, params, query: { skipErrors } }) =>
      confirmRoster(parts, actor, key, { ...params, skipErrors: skipErrors === 'true' }),
  )
}

/** What is to be looked at closely first: changes of what stands, before what is new. */
function present(preview: RosterPreview) {
  const changes = preview.changes
    .toSorted((a, b) => a.kind.localeCompare(b.kind))
    .slice(0, SHOWN_CHANGES)
    .map((change) => ({ ...change, fields: [...change.fields] }))
  const conflicts = preview.conflicts.map((one) => ({ ...one, choices: [...one.choices] }))
  const proposals = preview.proposals.map((one) => ({ ...one, fields: [...one.fields] }))
  return {
    ...preview,
    errors: [...preview.errors],
    remarks: [...preview.remarks],
    conflicts,
    proposals,
    changes,
  }
}
