import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { PartnerParts } from '../parts.ts'
import type { Partner } from '../partners/partner.store.ts'
import { requirePartner } from '../partners/partner-key.ts'
import { refuse } from '../refusals.ts'
import { captureJobAnswer, captureJobsAnswer, nothing, ofCapture, ofVillage } from '../schema.ts'
import { errorBehaviours, type ErrorBehaviour } from '../tables.ts'
import { MOST_EVENTS } from './capture-limits.ts'
import { readCapture, readCaptures } from './read-captures.ts'
import { sendCapture } from './send-capture.ts'
import { takeCapture } from './take-capture.ts'

const MOST_BYTES = 16 * 1024 * 1024
const tag = 'partners'

/**
 * The capture interface of EPCIS 2.0. Who calls is known by a partner's key, before anything of the
 * body is read; it is read apart, so these routes alone take it as it comes.
 */
export function registerCaptureRoutes(http: FastifyInstance, parts: PartnerParts): void {
  void http.register(async (scope) => {
    const callers = new WeakMap<FastifyRequest, Partner>()
    takeBytes(scope)
    scope.addHook<{ Params: { villageId: string } }>('onRequest', async (request, reply) => {
      tellLimits(reply)
      const { villageId } = request.params
      if (!/^\d{12}$/.test(villageId)) throw refuse('partner_key_wrong')
      const partner = await parts.database.inVillage(villageId, (db) =>
        requirePartner(db, parts.secrets, villageId, request.headers.authorization),
      )
      callers.set(request, partner)
    })
    const callerOf = (request: FastifyRequest): Partner => {
      const partner = callers.get(request)
      if (partner === undefined) throw refuse('partner_key_wrong')
      return partner
    }
    registerSending(scope, parts, callerOf)
    registerReading(scope, parts, callerOf)
  })
}

function registerSending(
  http: FastifyInstance,
  parts: PartnerParts,
  callerOf: (request: FastifyRequest) => Partner,
): void {
  command(
    http,
    {
      url: '/api/villages/:villageId/epcis/capture',
      access: 'public',
      perMinute: 60,
      summary: 'Tell what became of packs, as a partner with a key (EPCIS 2.0)',
      tag,
      params: ofVillage,
      bodyLimitBytes: MOST_BYTES,
      status: 202,
      answer: nothing,
    },
    async ({ params: { villageId }, request, reply }) => {
      requireVersion(request)
      const document = request.body
      if (!Buffer.isBuffer(document)) throw refuse('epcis_not_json')
      const sent = { document, onError: errorBehaviourOf(request) }
      const { captureId } = await sendCapture(parts, villageId, callerOf(request), sent)
      // It lies there to be kept: should this fail, the clock's work does it.
      takeCapture(parts, villageId, captureId).catch((error: unknown) => request.log.error(error))
      reply.header('location', `/api/villages/${villageId}/epcis/capture/${captureId}`)
      return {}
    },
  )
}

function registerReading(
  http: FastifyInstance,
  parts: PartnerParts,
  callerOf: (request: FastifyRequest) => Partner,
): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/epcis/capture',
      access: 'public',
      perMinute: 120,
      summary: 'What a partner sent of late, and what became of it',
      tag,
      params: ofVillage,
      answer: captureJobsAnswer,
    },
    ({ params: { villageId }, request, language }) =>
      readCaptures(parts, villageId, callerOf(request), language),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/epcis/capture/:captureId',
      access: 'public',
      perMinute: 600,
      summary: 'What became of something that a partner sent',
      tag,
      params: ofCapture,
      answer: captureJobAnswer,
    },
    ({ params: { villageId, captureId }, request, language }) =>
      readCapture(parts, villageId, callerOf(request), captureId, language),
  )
}

function takeBytes(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json')
  scope.addContentTypeParser(
    ['application/json', 'application/ld+json'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  )
}

function tellLimits(reply: FastifyReply): void {
  reply
    .header('GS1-EPCIS-Version', '2.0.0')
    .header('GS1-CBV-Version', '2.0.0')
    .header('GS1-EPCIS-Capture-Limit', MOST_EVENTS)
    .header('GS1-EPCIS-Capture-File-Size-Limit', MOST_BYTES)
}

function requireVersion({ headers }: FastifyRequest): void {
  const asked = headers['gs1-epcis-version'] ?? '2.0'
  if (!/^2\.0(\.\d+)?$/.test(String(asked))) throw refuse('epcis_version_unknown')
}

function errorBehaviourOf({ headers }: FastifyRequest): ErrorBehaviour {
  const asked = String(headers['gs1-capture-error-behaviour'] ?? 'rollback').toLowerCase()
  const known = errorBehaviours.find((one) => one === asked)
  if (known === undefined) throw refuse('error_behaviour_unknown')
  return known
}
