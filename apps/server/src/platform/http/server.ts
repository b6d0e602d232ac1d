import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressAnswers } from './compress-answers.ts'
import {
  connectionLimit,
  connectionTimes,
  limitConnections,
  type ConnectionTimes,
} from './connections.ts'
import { originOf, type MapTiles } from '../map-tiles.ts'
import { sendProblem } from './problem.ts'
import { refuse } from './refusals.ts'
import type { Access, Session, SessionSecret, SessionSource } from './route.ts'
import { senderKeyOf } from './sender-address.ts'

declare module 'fastify' {
  interface FastifyRequest {
    azaleaSession: Session | null
  }
  interface FastifyContextConfig {
    access?: Access
    /** What must not be guessed from the length of the answer. */
    holdsSecret?: boolean
  }
}

export const SESSION_COOKIE = 'azalea_session'

export interface HttpParts {
  readonly sessions: SessionSource
  /** The folder of the built web application; null in tests of the API. */
  readonly webDir: string | null
  readonly mapTiles?: MapTiles | null
  readonly publicUrl: string
  readonly logFaults: boolean
  /** Requests are counted per address; benches and the demonstration's own traffic switch it off. */
  readonly limitRates: boolean
  readonly times?: ConnectionTimes
  /** As many at a time. */
  readonly connections?: number
}

/** An HTTP server with everything but routes: cookies, limits, headers, OpenAPI, problems, the web app. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const times = parts.times ?? connectionTimes
  const http = Fastify({
    logger: parts.logFaults ? { level: 'error' } : false,
    bodyLimit: 64 * 1024,
    frameworkErrors: (error, request, reply) => {
      sendProblem(error, request, reply)
    },
    trustProxy: 'loopback',
    forceCloseConnections: true,
    requestTimeout: times.requestMilliseconds,
    connectionTimeout: times.silenceMilliseconds,
    keepAliveTimeout: times.idleMilliseconds,
    http: {
      headersTimeout: times.headMilliseconds,
      connectionsCheckingInterval: Math.ceil(times.headMilliseconds / 4),
    },
  })
  limitConnections(http.server, parts.connections ?? connectionLimit())
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.setErrorHandler(sendProblem)
  http.setNotFoundHandler((request, reply) => sendProblem(refuse('unknown_route'), request, reply))
  compressAnswers(http)
  await http.register(cookie)
  const webDir = parts.webDir !== null && existsSync(parts.webDir) ? parts.webDir : null
  await http.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(parts, inlineScripts(webDir)),
  })
  await http.register(multipart, { limits: { files: 1, fields: 4, headerPairs: 20 } })
  if (parts.limitRates)
    await http.register(rateLimit, { global: false, keyGenerator: ({ ip }) => senderKeyOf(ip) })
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Azalea', version: '1', description: 'The open book of a village.' },
    },
    transform: tellAccess,
    transformObject: jsonSchemaTransformObject,
  })
  await http.register(swaggerUi, { routePrefix: '/api/docs' })
  authenticate(http, parts.sessions)
  keepFromCaches(http)
  if (webDir !== null) await serveWeb(http, webDir)
  return http
}

/** Adds to each operation who may call it. */
const tellAccess: typeof jsonSchemaTransform = (operation) => {
  const told = jsonSchemaTransform(operation)
  const access = operation.route.config?.access
  return access === undefined ? told : { ...told, schema: { ...told.schema, 'x-access': access } }
}

function authenticate(http: FastifyInstance, sessions: SessionSource): void {
  http.decorateRequest('azaleaSession', null)
  http.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.access === undefined) return
    refuseForeignOrigin(request)
    const secret = secretOf(request)
    request.azaleaSession = secret && (await sessions.resolve(secret))
  })
}

/** A header that is no token of ours is none, and hides no cookie's holder behind it. */
function secretOf({ headers, cookies }: FastifyRequest): SessionSecret | null {
  const { authorization } = headers
  if (authorization !== undefined) {
    const value = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization)?.[1]
    return value === undefined ? null : { carrier: 'bearer', value }
  }
  const value = cookies[SESSION_COOKIE]
  return value ? { carrier: 'cookie', value } : null
}

/**
 * What is read with a session is nobody else's: no cache, of a browser shared by a family or on the
 * way, keeps it. A public answer is kept from caches too, unless its route says for how long it is the
 * same for all. The one place that says so: no route does.
 */
function keepFromCaches(http: FastifyInstance): void {
  http.addHook('onSend', async (request, reply) => {
    const { access } = request.routeOptions.config
    if (access === undefined) return
    if (access !== 'public' || !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
}

/** A browser names the page a request comes from; a change asked for by another site is refused. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers
  if (request.method === 'GET' || origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw refuse('wrong_origin')
}

async function serveWeb(http: FastifyInstance, webDir: string): Promise<void> {
  await http.register(staticFiles, {
    root: webDir,
    // The build has put a .br and a .gz beside each file that gains by it.
    preCompressed: true,
    setHeaders: (response, path) => {
      response.header('vary', 'accept-encoding')
      const immutable = path.includes('/assets/')
      // Scripts and styles are no documents: a policy beside each costs the first screen a packet.
      // A worker is held by the policy of its own script alone.
      if (immutable && !path.includes('.worker-')) response.removeHeader('content-security-policy')
      response.header(
        'cache-control',
        immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
}

/** The page's own scripts, as a policy names them: by their hash. */
function inlineScripts(webDir: string | null): string[] {
  const page = webDir === null ? '' : join(webDir, 'index.html')
  const html = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
}

function contentSecurityPolicy(
  { publicUrl, mapTiles = null }: Pick<HttpParts, 'publicUrl' | 'mapTiles'>,
  scripts: readonly string[],
) {
  const tiles = mapTiles === null ? null : originOf(mapTiles.address)
  return {
    useDefaults: true,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:', ...(tiles === null ? [] : [tiles])],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'upgrade-insecure-requests': publicUrl.startsWith('https:') ? [] : null,
    },
  }
}
