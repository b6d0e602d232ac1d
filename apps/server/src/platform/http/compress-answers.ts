import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { compressFor } from './compress-for.ts'

const COMPRESSIBLE = /^(application\/(json|problem\+json|manifest\+json)|text\/(plain|html|csv))\b/

/**
 * Sends texts that are read compressed, in a thread of the pool. Answers of commands stay as they
 * are, and so do routes whose answer `holdsSecret`: beside text that the asker chose, a length would
 * tell about the secret (BREACH).
 */
export function compressAnswers(http: FastifyInstance): void {
  http.addHook('onSend', async (request, reply, payload) => {
    if (!mayCompress(request, reply)) return payload
    const bytes = bytesOf(payload)
    if (bytes === null) return payload
    void reply.header('vary', varyWith(reply))
    const compressed = await compressFor(request.headers['accept-encoding'], bytes)
    if (compressed.encoding === null) return payload
    void reply.header('content-encoding', compressed.encoding).removeHeader('content-length')
    return compressed.bytes
  })
}

function mayCompress(request: FastifyRequest, reply: FastifyReply): boolean {
  return (
    request.method === 'GET' &&
    request.routeOptions.config.holdsSecret !== true &&
    !reply.hasHeader('content-encoding') &&
    COMPRESSIBLE.test(String(reply.getHeader('content-type') ?? ''))
  )
}

function bytesOf(payload: unknown): Buffer | null {
  if (typeof payload === 'string') return Buffer.from(payload)
  return Buffer.isBuffer(payload) ? payload : null
}

function varyWith(reply: FastifyReply): string {
  const vary = reply.getHeader('vary')
  return vary === undefined ? 'accept-encoding' : `${String(vary)}, accept-encoding`
}
