import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { nameFile } from '../../../platform/http/name-file.ts'
import { command, query } from '../../../platform/http/route.ts'
import { day, uuid } from '../ground/shapes.ts'
import { staff } from '../../community/index.ts'
import type { ScoringParts } from './parts.ts'
import { adoptRuleSheet } from './adopt-rule-sheet.ts'
import { importRuleSheet } from './import-rule-sheet.ts'
import {
  exportSheet,
  readCurrentSheet,
  readSheet,
  readSheetByHash,
  readSheets,
} from './read-sheets.ts'
import {
  importAnswer,
  lintAnswer,
  sheetHashText,
  sheetInForce,
  sheetListItem,
  sheetView,
  villageId,
  votedResolution,
} from './schema.ts'
import { writeTemplate } from './write-workbook.ts'

const MAX_FILE_BYTES = 4 * 1024 * 1024
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const workbook = z.unknown().meta({ description: `A workbook (${XLSX})` })

export function registerRuleSheetRoutes(http: FastifyInstance, parts: ScoringParts): void {
  registerReading(http, parts)
  registerDrafting(http, parts)
  registerWorkbooks(http, parts)
}

function registerReading(http: FastifyInstance, parts: ScoringParts): void {
  query(
    http,
    {
      url: '/api/rule-sheet',
      access: ['villager'],
      summary: 'The rule sheet in force',
      tag: 'scoring',
      answer: sheetInForce,
    },
    ({ actor }) => readCurrentSheet(parts, actor.villageId),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/rule-sheet',
      access: 'public',
      summary: "A village's rule sheet in force",
      tag: 'scoring',
      params: z.object({ villageId }),
      answer: sheetInForce,
    },
    ({ params }) => readCurrentSheet(parts, params.villageId),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/rule-sheets/:hash',
      access: 'public',
      summary: 'An adopted rule sheet by the hash that the log names',
      tag: 'scoring',
      params: z.object({ villageId, hash: sheetHashText }),
      answer: sheetInForce,
    },
    ({ params }) => readSheetByHash(parts, params.villageId, params.hash),
  )
  query(
    http,
    {
      url: '/api/rule-sheets',
      access: staff,
      summary: 'All rule sheets of the village, newest first',
      tag: 'scoring',
      answer: z.object({ items: z.array(sheetListItem) }),
    },
    ({ actor, language }) => readSheets(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/rule-sheets/:id',
      access: staff,
      summary: 'A rule sheet, draft or adopted',
      tag: 'scoring',
      params: z.object({ id: uuid }),
      answer: sheetView,
    },
    ({ actor, params }) => readSheet(parts, actor, params.id),
  )
}

function registerDrafting(http: FastifyInstance, parts: ScoringParts): void {
  command(
    http,
    {
      url: '/api/rule-sheets/import',
      access: ['committee', 'operator'],
      summary: 'Import a rule sheet as a draft (multipart: one file, .json or .xlsx)',
      tag: 'scoring',
      answer: importAnswer,
    },
    async ({ actor, key, request }) => {
      const file = await readUpload(request, MAX_FILE_BYTES)
      const imported = await importRuleSheet(parts, actor, key, { file })
      return { ...imported, problems: [...imported.problems] }
    },
  )
  command(
    http,
    {
      url: '/api/rule-sheets/:id/adopt',
      access: ['committee'],
      summary: 'Enter the resolution that adopted a draft',
      tag: 'scoring',
      params: z.object({ id: uuid }),
      body: z.object({
        resolution: votedResolution,
        effectiveFrom: day,
        lintAnswers: z.array(lintAnswer).max(200).default([]),
      }),
      answer: z.object({}),
    },
    ({ actor, params, body, key }) =>
      adoptRuleSheet(parts, actor, key, { ruleSheetId: params.id, ...body }),
  )
}

function registerWorkbooks(http: FastifyInstance, parts: ScoringParts): void {
  query(
    http,
    {
      url: '/api/rule-sheets/template',
      access: ['committee', 'operator'],
      summary: 'An empty workbook to fill in and import',
      tag: 'scoring',
      answer: workbook,
    },
    async ({ language, reply }) => {
      nameFile(reply, { zh: '细则模板.xlsx', en: 'rule-sheet-template.xlsx' }, language)
      return sendWorkbook(reply, Buffer.from(await writeTemplate()))
    },
  )
  query(
    http,
    {
      url: '/api/rule-sheets/:id/workbook',
      access: staff,
      summary: 'A rule sheet as a spreadsheet',
      tag: 'scoring',
      params: z.object({ id: uuid }),
      answer: workbook,
    },
    async ({ actor, params, language, reply }) => {
      nameFile(reply, { zh: '积分细则.xlsx', en: 'rule-sheet.xlsx' }, language)
      return sendWorkbook(reply, await exportSheet(parts, actor, params.id))
    },
  )
}

function sendWorkbook(reply: FastifyReply, bytes: Buffer): Buffer {
  reply.type(XLSX)
  return bytes
}
