import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { formatNote, formatVerifierKey } from '@azalea/tlog'
import { addCheckpoint, type WitnessParts } from './add-checkpoint.ts'
import { logId } from './checkpoint.store.ts'

/** A request with 63 hashes and 32 ML-DSA signatures has 110 kB. */
export const MAX_BODY_BYTES = 131_072

const MAX_CONNECTIONS = 256

const TEXT = 'text/plain; charset=utf-8'

interface Reply {
  status: number
  contentType: string
  text: string
  headers?: Record<string, string>
}

/** Serves the witness. `report` gets one line for each submission and each fault. */
export function createWitnessServer(parts: WitnessParts, report: (line: string) => void): Server {
  const server = createServer(
    {
      maxHeaderSize: 8192,
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      keepAliveTimeout: 75_000,
    },
    (request, response) => {
      void reply(parts, request, report).then((answer) => send(request, response, answer))
    },
  )
  server.maxConnections = MAX_CONNECTIONS
  return server
}

async function reply(
  parts: WitnessParts,
  request: IncomingMessage,
  report: (line: string) => void,
): Promise<Reply> {
  try {
    const path = (request.url ?? '').split('?')[0]
    if (path === '/add-checkpoint') return await submit(parts, request, report)
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed('GET, HEAD')
    if (path === '/') return about(parts)
    const [, id] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path ?? '') ?? []
    return id === undefined ? plain(404, 'not found') : await lastCheckpoint(parts, id)
  } catch (error) {
    if (request.destroyed && !request.complete) return plain(400, 'the request was cut off')
    report(`fault: ${error instanceof Error ? error.message : String(error)}`)
    return plain(500, 'the witness cannot answer now')
  }
}

async function submit(
  parts: WitnessParts,
  request: IncomingMessage,
  report: (line: string) => void,
): Promise<Reply> {
  if (request.method !== 'POST') return notAllowed('POST')
  const body = await readBody(request)
  if (body === undefined) return plain(413, `more than ${MAX_BODY_BYTES} bytes`)
  const answer = await addCheckpoint(parts, body)
  report(`add-checkpoint ${answer.status} ${describe(body)}`)
  return answer
}

/** The first lines of old size and checkpoint, as far as a log line may quote a stranger. */
function describe(body: Uint8Array): string {
  const text = Buffer.from(body.subarray(0, 4096)).toString('utf8')
  const [old = '', ...rest] = text.split('\n')
  const start = rest.indexOf('') + 1
  return JSON.stringify([old, ...rest.slice(start, start + 2)].map((line) => line.slice(0, 120)))
}

/** Undefined when it is too long; the rest is not read. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('the body is not bytes')
    length += chunk.length
    if (length > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function lastCheckpoint({ logs, store }: WitnessParts, id: string): Promise<Reply> {
  const log = logs.find(({ origin }) => logId(origin) === id)
  const last = log && (await store.read(log.origin))
  if (last === undefined) return plain(404, 'no checkpoint was cosigned for this log')
  return {
    status: 200,
    contentType: TEXT,
    text: formatNote(last.note),
    headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' },
  }
}

function about({ logs, signer }: WitnessParts): Reply {
  const lines = [
    `witness ${signer.key.name}`,
    `vkey ${formatVerifierKey(signer.key)}`,
    ...logs.map(({ origin }) => `log ${origin} /${logId(origin)}/checkpoint`),
  ]
  return { status: 200, contentType: TEXT, text: `${lines.join('\n')}\n` }
}

const plain = (status: number, text: string): Reply => ({
  status,
  contentType: TEXT,
  text: `${text}\n`,
})

const notAllowed = (allow: string): Reply => ({
  ...plain(405, 'method not allowed'),
  headers: { Allow: allow },
})

function send(request: IncomingMessage, response: ServerResponse, answer: Reply): void {
  const body = Buffer.from(answer.text)
  // What was not read of a request cannot be told from the next one: close instead.
  if (!request.complete) response.setHeader('Connection', 'close')
  response.writeHead(answer.status, {
    'Content-Type': answer.contentType,
    'Content-Length': body.length,
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
