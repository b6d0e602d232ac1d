import { formatVerifierKey } from '@azalea/tlog'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { compressFor } from '../../platform/http/compress-for.ts'
import { query } from '../../platform/http/route.ts'
import { readPublicUrl, staff } from '../community/index.ts'
import { readDocument } from '../record/index.ts'
import type { LogId, LogRow } from './log.store.ts'
import type { LogParts } from './parts.ts'
import { logKeyOf, policyOf, policyText } from './policy.ts'
import { readLog, readPublication, readTileBytes } from './read-log.ts'
import { readAlarmDetail, readStatus } from './read-status.ts'
import { refuse } from './refusals.ts'
import { logHealth, logStatus } from './schema.ts'

const TEXT = 'text/plain; charset=utf-8'
const A_FEW_SECONDS = 'public, max-age=2'
const SOME_MINUTES = 'public, max-age=300'
const FOR_EVER = 'public, max-age=31536000, immutable'
/** An auditor reads a tile and a bundle for every 256 entries, as fast as they come. */
const READS_A_MINUTE = 60_000

/** The log as tlog-tiles has it: static, public, in no need of our other addresses. */
export function registerLogRoutes(http: FastifyInstance, parts: LogParts): void {
  registerStatus(http, parts)
  const serve = (
    path: string,
    answer: (reply: FastifyReply, id: LogId, rest: string) => Promise<FastifyReply>,
  ) => {
    for (const url of [`/log/:villageId/${path}`, `/log/:villageId/:generation/${path}`])
      http.get<{ Params: Record<string, string> }>(
        url,
        {
          schema: { hide: true },
          config: { rateLimit: { max: READS_A_MINUTE, timeWindow: '1 minute' } },
        },
        (request, reply) => {
          // Anyone may read it from anywhere: a page of another host that verifies us, too.
          reply.header('access-control-allow-origin', '*')
          reply.header('cross-origin-resource-policy', 'cross-origin')
          return answer(reply, logIdOf(request.params), request.params['*'] ?? '')
        },
      )
  }
  const inLog = <T>(id: LogId, read: (log: LogRow) => T) =>
    parts.database.inVillage(id.villageId, async (db) => read(await readLog(db, id)))

  serve('checkpoint', async (reply, id) => {
    const { note } = await parts.database.inVillage(id.villageId, (db) => readPublication(db, id))
    return reply.type(TEXT).header('cache-control', A_FEW_SECONDS).send(note)
  })
  serve('tile/*', async (reply, id, rest) => {
    const bytes = await parts.database.inVillage(id.villageId, (db) =>
      readTileBytes(db, id, `tile/${rest}`),
    )
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    reply.type('application/octet-stream').header('cache-control', FOR_EVER)
    // Entries repeat themselves; hashes do not compress.
    return rest.startsWith('entries/') ? sendCompressed(reply, buffer) : reply.send(buffer)
  })
  serve('document/*', async (reply, id, hash) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw refuse('no_document')
    const body = await parts.database.inVillage(id.villageId, (db) =>
      readDocument(db, id.villageId, hash),
    )
    if (body === null) throw refuse('no_document')
    reply.type('application/json').header('cache-control', FOR_EVER)
    return sendCompressed(reply, body)
  })
  serve('vkey', async (reply, id) => {
    const vkey = await inLog(id, (log) => formatVerifierKey(logKeyOf(log)))
    return reply.type(TEXT).header('cache-control', SOME_MINUTES).send(`${vkey}\n`)
  })
  serve('policy', async (reply, id) => {
    const { witnesses, publicUrl } = parts
    const address = await parts.database.inVillage(id.villageId, (db) =>
      readPublicUrl(db, id.villageId, publicUrl),
    )
    const text = await inLog(id, (log) =>
      policyText(policyOf(log, witnesses(), address ?? publicUrl)),
    )
    return reply.type(TEXT).header('cache-control', A_FEW_SECONDS).send(text)
  })
}

async function sendCompressed(reply: FastifyReply, body: Buffer): Promise<FastifyReply> {
  const { bytes, encoding } = await compressFor(reply.request.headers['accept-encoding'], body)
  if (encoding !== null) reply.header('content-encoding', encoding)
  return reply.header('vary', 'accept-encoding').send(bytes)
}

/** @throws Refusal 'no_log' when it names none */
function logIdOf({ villageId = '', generation = '1' }: Record<string, string>): LogId {
  if (!/^\d{12}$/.test(villageId) || !/^[1-9]\d{0,3}$/.test(generation)) throw refuse('no_log')
  return { villageId, generation: Number(generation) }
}

function registerStatus(http: FastifyInstance, { clock, database, witnesses }: LogParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/log',
      access: 'public',
      summary: "What of the village's log is published, who witnessed it, and what is wrong",
      tag: 'log',
      params: z.object({ villageId: z.string().regex(/^\d{12}$/) }),
      answer: logStatus,
    },
    ({ params: { villageId } }) =>
      database.inVillage(villageId, (db) => readStatus(db, villageId, witnesses(), clock.now())),
  )
  query(
    http,
    {
      url: '/api/workbench/log',
      access: staff,
      summary: "The health of my village's log, for those who run it",
      tag: 'log',
      answer: logHealth,
    },
    ({ actor: { villageId } }) =>
      database.inVillage(villageId, async (db) => ({
        ...(await readStatus(db, villageId, witnesses(), clock.now())),
        alarmDetail: await readAlarmDetail(db, villageId),
      })),
  )
}
