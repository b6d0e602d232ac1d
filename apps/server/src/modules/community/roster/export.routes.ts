import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
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
    async ({ actor, reply }) => {
      const workbook = await exportRoster(parts, actor)
      return asWorkbook(reply, 'azalea-roster.xlsx', workbook)
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
    async ({ actor, params: { importId }, reply }) => {
      const workbook = await exportSkippedRows(parts, actor, importId)
      return asWorkbook(reply, 'azalea-skipped-rows.xlsx', workbook)
    },
  )
}

function asWorkbook(reply: FastifyReply, name: string, workbook: Buffer): Buffer {
  reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}"`)
  return workbook
}
