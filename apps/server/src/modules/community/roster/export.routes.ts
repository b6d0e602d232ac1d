import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { nameFile } from '../../../platform/http/name-file.ts'
import { query } from '../../../platform/http/route.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import { rosterKeepers } from '../policy.ts'
import { exportRoster, exportSkippedRows } from './export-roster.ts'
import type { RosterReading } from './read-household.ts'

const EXPORTS_A_MINUTE = 10

export function registerExportRoutes(
  http: FastifyInstance,
  parts: RosterReading & { readonly keyring: Keyring },
): void {
  query(
    http,
    {
      url: '/api/roster/export',
      access: rosterKeepers,
      perMinute: EXPORTS_A_MINUTE,
      summary: 'The roster as .xlsx, telephones masked; everyone in it is told of the look',
      tag: 'community',
      answer: z.unknown(),
    },
    async ({ actor, language, reply }) => {
      const workbook = await exportRoster(parts, actor)
      nameFile(reply, { zh: '花名册.xlsx', en: 'roster.xlsx' }, language)
      return asWorkbook(reply, workbook)
    },
  )
  query(
    http,
    {
      url: '/api/roster/import/:importId/skipped',
      access: rosterKeepers,
      perMinute: EXPORTS_A_MINUTE,
      summary: 'The rows of a file that are not imported, each with why, as .xlsx',
      tag: 'community',
      params: z.object({ importId: z.uuid() }),
      answer: z.unknown(),
    },
    async ({ actor, params: { importId }, language, reply }) => {
      const workbook = await exportSkippedRows(parts, actor, importId)
      nameFile(reply, { zh: '没有导入的行.xlsx', en: 'rows-not-imported.xlsx' }, language)
      return asWorkbook(reply, workbook)
    },
  )
}

function asWorkbook(reply: FastifyReply, workbook: Buffer): Buffer {
  reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  return workbook
}
