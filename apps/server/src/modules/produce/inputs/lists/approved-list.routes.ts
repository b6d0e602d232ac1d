import type { FastifyInstance } from 'fastify'
import { nameFile } from '../../../../platform/http/name-file.ts'
import { readUpload } from '../../../../platform/http/read-upload.ts'
import { command, query } from '../../../../platform/http/route.ts'
import type { InputParts } from '../parts.ts'
import { listOffices, listReaders } from '../policy.ts'
import {
  byId,
  confirmListAnswer,
  fileAnswer,
  importListAnswer,
  inVillage,
  listInForceAnswer,
  listsAnswer,
  nothing,
  usesAnswer,
} from '../schema.ts'
import { confirmApprovedList } from './confirm-approved-list.ts'
import { dropApprovedList } from './drop-approved-list.ts'
import { importApprovedList } from './import-approved-list.ts'
import { starterList } from './starter-list.ts'
import { writeListFile } from './write-list-file.ts'
import { readApprovedList, readApprovedLists, readListInForce } from './read-approved-lists.ts'

const tag = 'inputs'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MAX_FILE_BYTES = 4 * 1024 * 1024

export function registerApprovedListRoutes(http: FastifyInstance, parts: InputParts): void {
  registerReading(http, parts)
  command(
    http,
    {
      url: '/api/approved-lists/import',
      access: listOffices.proposing,
      summary: 'Propose a list of approved products (multipart: one file, .xlsx)',
      tag,
      answer: importListAnswer,
    },
    async ({ actor, key, request, language }) => {
      const file = await readUpload(request, MAX_FILE_BYTES)
      const { listId, lines, problems } = await importApprovedList(parts, actor, key, { file })
      const told = problems.map(({ at, ...message }) => ({ at, message: message[language] }))
      return { listId, lines, problems: told }
    },
  )
  command(
    http,
    {
      url: '/api/approved-lists/:id/confirm',
      access: listOffices.confirming,
      summary: 'Publish a list of approved products, as the second person',
      tag,
      params: byId,
      answer: confirmListAnswer,
    },
    ({ actor, key, params }) => confirmApprovedList(parts, actor, key, { listId: params.id }),
  )
  command(
    http,
    {
      url: '/api/approved-lists/:id/drop',
      access: listReaders,
      summary: 'Drop a proposed list of approved products',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => dropApprovedList(parts, actor, key, { listId: params.id }),
  )
}

function registerReading(http: FastifyInstance, parts: InputParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/approved-list',
      access: 'public',
      summary: 'The products that may be put on plots today',
      tag,
      params: inVillage,
      answer: listInForceAnswer,
    },
    ({ params }) => readListInForce(parts, params.villageId),
  )
  query(
    http,
    {
      url: '/api/approved-lists',
      access: listReaders,
      summary: 'Lists of approved products: proposed and published',
      tag,
      answer: listsAnswer,
    },
    ({ actor, language }) => readApprovedLists(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/approved-lists/:id',
      access: listReaders,
      summary: 'The lines of a list of approved products',
      tag,
      params: byId,
      answer: usesAnswer,
    },
    ({ actor, params }) => readApprovedList(parts, actor, params.id),
  )
  query(
    http,
    {
      url: '/api/approved-lists/form.xlsx',
      access: listReaders,
      summary:
        'The list in force, or a first one, as the workbook that the next one is filled in on',
      tag,
      answer: fileAnswer(XLSX),
    },
    async ({ actor, language, reply }) => {
      const { edition, uses } = await readListInForce(parts, actor.villageId)
      nameFile(reply, { zh: '许用清单.xlsx', en: 'approved-list.xlsx' }, language)
      reply.type(XLSX)
      return writeListFile(edition === null ? starterList : uses)
    },
  )
}
