import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor, Role } from '../actor.ts'
import { hasAnyRole } from '../actor.ts'
import { languageOf, type Language } from './language.ts'
import { problemSchema } from './problem.ts'
import { refuse } from './refusals.ts'

/**
 * Who may call a route. 'public': anyone. 'signed_in': any session, even before a village is
 * chosen. A list: a person of the village with one of these roles. There is no default.
 */
export type Access = 'public' | 'signed_in' | readonly Role[]

export interface Session {
  readonly sessionHash: string
  readonly phoneHash: string
  /** The WeChat account that opened it, hashed; null for a browser's. */
  readonly accountHash: string | null
  /** Null until a person of two villages has chosen one. */
  readonly actor: Actor | null
}

/** What a client presents: a browser its cookie, the mini-program a bearer token. */
export interface SessionSecret {
  readonly carrier: 'cookie' | 'bearer'
  readonly value: string
}

export interface SessionSource {
  /** The session behind it, or null when there is none (any more), or not for this carrier. */
  resolve(secret: SessionSecret): Promise<Session | null>
}

/** The smallest value that stands for "no such part of the request". */
const nothing = z.unknown()
type Nothing = typeof nothing

export interface RouteSpec<
  Who extends Access,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  readonly url: string
  readonly access: Who
  readonly summary: string
  readonly tag: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** Requests a minute from one address; the default is generous. */
  readonly perMinute?: number
  /** The answer is never compressed: its length would tell of the secret. */
  readonly holdsSecret?: true
  readonly bodyLimitBytes?: number
  /** What is answered where all is well; 202 for what is only begun. */
  readonly status?: 200 | 202
}

export interface Call<Who extends Access, Params, Query, Body> {
  /** The person who calls; null on a public route without a session. */
  readonly actor: Who extends readonly Role[] ? Actor : Actor | null
  readonly session: Who extends 'public' ? Session | null : Session
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The sender's Idempotency-Key; empty on queries. */
  readonly key: string
  readonly language: Language
  readonly reply: FastifyReply
  readonly request: FastifyRequest
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const keyShape = z.string().regex(/^[A-Za-z0-9-]{8,64}$/)

/** Registers a route that reads. */
export const query = registrar('GET')
/** Registers a route that changes something; it needs an Idempotency-Key unless it is public. */
export const command = registrar('POST')

function registrar(method: Method) {
  return <
    const Who extends Access,
    Answer extends z.ZodType,
    Params extends z.ZodType = Nothing,
    Query extends z.ZodType = Nothing,
    Body extends z.ZodType = Nothing,
  >(
    http: FastifyInstance,
    spec: RouteSpec<Who, Params, Query, Body, Answer>,
    handle: (
      call: Call<Who, z.output<Params>, z.output<Query>, z.output<Body>>,
    ) => Promise<z.input<Answer>>,
  ): void => {
    http.route({
      method,
      url: spec.url,
      bodyLimit: spec.bodyLimitBytes ?? 64 * 1024,
      config: {
        access: spec.access,
        ...(spec.holdsSecret ? { holdsSecret: true } : {}),
        rateLimit: { max: spec.perMinute ?? 600, timeWindow: '1 minute' },
      },
      schema: {
        summary: spec.summary,
        tags: [spec.tag],
        ...(spec.params ? { params: spec.params } : {}),
        ...(spec.query ? { querystring: spec.query } : {}),
        ...(spec.body ? { body: spec.body } : {}),
        response: { [spec.status ?? 200]: spec.answer, default: problemSchema },
      },
      // Before the body is read: who may not call learns nothing about what is valid.
      onRequest: async (request) => {
        authorise(spec.access, request)
        if (method !== 'GET') requireKey(spec.access, request)
      },
      handler: async (request, reply) => {
        reply.code(spec.status ?? 200)
        return handle({
          actor: request.azaleaSession?.actor ?? null,
          session: request.azaleaSession,
          params: request.params,
          query: request.query,
          body: request.body,
          key: keyShape.safeParse(request.headers['idempotency-key']).data ?? '',
          language: languageOf(request.headers['accept-language']),
          reply,
          request,
        } as Call<Who, z.output<Params>, z.output<Query>, z.output<Body>>)
      },
    })
  }
}

function authorise(access: Access, request: FastifyRequest): void {
  const session = request.azaleaSession
  if (access === 'public') return
  if (session === null) throw refuse('not_signed_in')
  if (access === 'signed_in') return
  if (session.actor === null) throw refuse('no_village_chosen')
  if (!hasAnyRole(session.actor, access)) throw refuse('role_required')
}

function requireKey(access: Access, request: FastifyRequest): void {
  if (access === 'public' || access === 'signed_in') return
  if (!keyShape.safeParse(request.headers['idempotency-key']).success)
    throw refuse('idempotency_key_missing')
}
