import type { FastifyInstance } from 'fastify'
import { nameFile } from '../../../../platform/http/name-file.ts'
import { query } from '../../../../platform/http/route.ts'
import type { InputParts } from '../parts.ts'
import { fileAnswer, inVillage, reportAnswer } from '../schema.ts'
import { readInputReport } from './read-input-report.ts'
import { writeReportCsv } from './write-report-csv.ts'

const tag = 'inputs'

export function registerReportRoutes(http: FastifyInstance, parts: InputParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/input-report',
      access: 'public',
      summary: 'How much fertiliser and pesticide came onto a mu, by season and by plot',
      tag,
      params: inVillage,
      answer: reportAnswer,
    },
    ({ params, language }) => readInputReport(parts, params.villageId, language),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/input-report.csv',
      access: 'public',
      perMinute: 60,
      summary: 'The same as a table',
      tag,
      params: inVillage,
      answer: fileAnswer('text/csv'),
    },
    async ({ params, language, reply }) => {
      const report = await readInputReport(parts, params.villageId, language)
      nameFile(reply, { zh: '用药用肥.csv', en: 'inputs.csv' }, language)
      reply.type('text/csv; charset=utf-8')
      return writeReportCsv(report, language)
    },
  )
}
