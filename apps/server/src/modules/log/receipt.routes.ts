import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { pageQuery } from '../../platform/http/cursor.ts'
import { query } from '../../platform/http/route.ts'
import { line } from '../../platform/http/text.ts'
import { staff } from '../community/index.ts'
import type { LogParts } from './parts.ts'
import {
  readAwardPlace,
  readAwardReceipt,
  readOwnPlaces,
  readAdoptionReceipt,
  readPackReceipt,
  readReceipt,
} from './read-receipt.ts'
import { logPlace, ownRecordsPage } from './schema.ts'

const receipt = z.unknown().meta({ description: 'text/plain, c2sp.org/tlog-proof@v1' })
const params = z.object({ id: z.uuid() })
const packParams = z.object({
  villageId: z.string().regex(/^\d{12}$/),
  number: line(40),
  recordId: z.uuid(),
})

export function registerReceiptRoutes(http: FastifyInstance, parts: LogParts): void {
  query(
    http,
    {
      url: '/api/me/records',
      access: ['villager'],
      summary: 'The records about me, newest first, and where each stands in the log',
      tag: 'log',
      query: z.object(pageQuery),
      answer: ownRecordsPage,
    },
    ({ actor, query: page }) => readOwnPlaces(parts, actor, page),
  )
  query(
    http,
    {
      url: '/api/me/records/:id/receipt',
      access: ['villager'],
      summary: 'The receipt (.tlog-proof) of one of my records',
      tag: 'log',
      params,
      answer: receipt,
    },
    async ({ actor, params: { id }, reply }) => {
      const text = await readReceipt(parts, actor, id)
      return asFile(reply, `record-${id}`, text)
    },
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/packs/:number/receipts/:recordId',
      access: 'public',
      summary: 'The proof (.tlog-proof) of a record that the trace of a pack names',
      tag: 'log',
      params: packParams,
      answer: receipt,
    },
    async ({ params: named, reply }) =>
      asFile(reply, `pack-${named.recordId}`, await readPackReceipt(parts, named)),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/adoption-certificates/:number/receipt',
      access: 'public',
      summary: 'The proof (.tlog-proof) of a share of an adoption',
      tag: 'log',
      params: packParams.pick({ villageId: true, number: true }),
      answer: receipt,
    },
    async ({ params: named, reply }) =>
      asFile(reply, `adoption-${named.number}`, await readAdoptionReceipt(parts, named)),
  )
  registerAwardReceipts(http, parts)
}

function registerAwardReceipts(http: FastifyInstance, parts: LogParts): void {
  query(
    http,
    {
      url: '/api/awards/:id/receipt',
      access: ['villager'],
      summary: 'The receipt (.tlog-proof) of one of my awards',
      tag: 'log',
      params,
      answer: receipt,
    },
    async ({ actor, params: { id }, reply }) => {
      const text = await readAwardReceipt(parts, actor, id)
      return asFile(reply, `award-${id}`, text)
    },
  )
  query(
    http,
    {
      url: '/api/awards/:id/log-place',
      access: ['villager', ...staff],
      summary: 'Since when an award is in the log, and who witnessed it',
      tag: 'log',
      params,
      answer: logPlace,
    },
    ({ actor, params: { id } }) => readAwardPlace(parts, actor, id),
  )
}

function asFile(reply: FastifyReply, name: string, text: string): Buffer {
  reply.header('content-disposition', `attachment; filename="${name}.tlog-proof"`)
  reply.type('text/plain; charset=utf-8')
  return Buffer.from(text)
}
