import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { outageOf } from '../database/outage.ts'
import { Refusal, type RefusalKind } from '../refusal.ts'
import { languageOf, type Language } from './language.ts'
import { refuse } from './refusals.ts'
import { requestSentence } from './request-sentences.ts'

const words = z.object({ zh: z.string(), en: z.string() })

/**
 * RFC 9457. `code` is stable; `detail` is a sentence in the reader's language, `words` the same in
 * each: whoever reads it may change the language while it stands on the screen.
 */
export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    words,
    errors: z.array(z.object({ path: z.string(), message: z.string(), words })).optional(),
    about: z.object({ kind: z.string(), id: z.string() }).optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problemSchema>

const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  unavailable: 503,
}

const fault = {
  zh: '服务器出了问题，您的操作没有生效。请稍后再试。',
  en: 'Something went wrong on our side; nothing was changed. Please try again later.',
}

/** A database that restarts is back by then. */
const RETRY_AFTER_SECONDS = 5

/** The one place where errors become answers. A fault is logged and told without its inside. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const problem = toProblem(error, request, language)
  if (problem.status === 500) request.log.error(error)
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem)
}

function toProblem(error: unknown, request: FastifyRequest, language: Language): Problem {
  if (error instanceof Refusal) return fromRefusal(error, language)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = error.validationContext ?? 'body'
    const errors = error.validation.map((issue) => {
      const found = {
        code: issue.keyword,
        pointer: issue.instancePath,
        input: valueAt(request, part, issue),
        message: issue.message,
        params: issue.params,
      }
      const told = { zh: requestSentence(found, 'zh'), en: requestSentence(found, 'en') }
      const path = `${part}${issue.instancePath.replaceAll('/', '.')}`
      return { path, message: told[language], words: told }
    })
    return { ...invalidRequest(errors[0]?.words ?? { zh: '', en: '' }, language), errors }
  }
  const refusal = fromOutage(error) ?? fromTransport(error)
  return fromRefusal(refusal, language) ?? faultProblem(language)
}

/** Tells the first fault of the request. */
function invalidRequest(what: z.infer<typeof words>, language: Language): Problem {
  const sentenceIn = (one: Language) => refuse('invalid_request', { what: what[one] }).sentence(one)
  const told = { zh: sentenceIn('zh'), en: sentenceIn('en') }
  return {
    ...fromRefusal(refuse('invalid_request', { what: what[language] }), language),
    detail: told[language],
    words: told,
  }
}

/** What was sent where an issue points to: what was left empty is told otherwise than what is wrong. */
function valueAt(
  request: FastifyRequest,
  part: string,
  { instancePath }: { readonly instancePath: string },
): unknown {
  let value: unknown = { body: request.body, querystring: request.query, params: request.params }
  for (const key of [part, ...instancePath.split('/').slice(1)])
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined
  return value
}

function fromRefusal(refusal: Refusal, language: Language): Problem
function fromRefusal(refusal: Refusal | null, language: Language): Problem | null
function fromRefusal(refusal: Refusal | null, language: Language): Problem | null {
  if (refusal === null) return null
  return {
    type: `urn:azalea:problem:${refusal.code}`,
    status: statusOf[refusal.text.kind],
    code: refusal.code,
    title: refusal.code.replaceAll('_', ' '),
    detail: refusal.sentence(language),
    words: { zh: refusal.sentence('zh'), en: refusal.sentence('en') },
    ...(refusal.about === null ? {} : { about: { ...refusal.about } }),
  }
}

function faultProblem(language: Language): Problem {
  return {
    type: 'urn:azalea:problem:fault',
    status: 500,
    code: 'fault',
    title: 'fault',
    detail: fault[language],
    words: fault,
  }
}

/** Told apart from our own faults: whoever asks again later may get through. */
function fromOutage(error: unknown): Refusal | null {
  switch (outageOf(error)) {
    case 'away':
      return refuse('database_away')
    case 'full':
      return refuse('storage_full')
    case null:
      return null
  }
}

/** What Fastify and its plugins throw before a handler runs, in our words. */
function fromTransport(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null
  switch (error.statusCode) {
    case 400:
      return refuse('malformed_request')
    // What the folder of the web application refuses to look at is not there.
    case 403:
    case 404:
      return refuse('unknown_route')
    case 413:
      return refuse('body_too_large')
    case 415:
      return refuse('unsupported_media_type')
    case 429:
      return refuse('too_many_requests')
    default:
      return isSendersDoing(error.statusCode) ? refuse('malformed_request') : null
  }
}

/** Whether the transport blames the request: a range out of bounds, a condition that fails. */
function isSendersDoing(status: unknown): boolean {
  return typeof status === 'number' && status >= 400 && status < 500
}
