import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Below this an answer fits into one packet either way. */
const COMPRESSED_FROM_BYTES = 1_200

const COMPRESSIBLE = /^(application\/(json|problem\+json|manifest\+json)|text\/(plain|html|csv))\b/

const encoders = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        // What costs about as much as gzip's usual and is a tenth smaller.
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}

/**
 * Sends texts that are read compressed, in a thread of the pool. Answers of commands stay as they
 * are, and so do routes whose answer `holdsSecret`: beside text that the asker chose, a length would
 * tell about the secret (BREACH).
 */
export function compressAnswers(http: FastifyInstance): void {
  http.addHook('onSend', async (request, reply, payload) => {
    if (!mayCompress(request, reply)) return payload
    const bytes = bytesOf(payload)
    if (bytes === null || bytes.length < COMPRESSED_FROM_BYTES) return payload
    void reply.header('vary', varyWith(reply))
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (encoding === null) return payload
    const compressed = await encoders[encoding](bytes)
    void reply.header('content-encoding', encoding).removeHeader('content-length')
    return compressed
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

/** The better of what the asker takes; `identity` and `*` change nothing. */
function encodingFor(accepted: string | string[] | undefined): keyof typeof encoders | null {
  const taken = new Set(
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
      .map((one) => one.replace(/;.*/, '').trim()),
  )
  if (taken.has('br')) return 'br'
  return taken.has('gzip') ? 'gzip' : null
}
