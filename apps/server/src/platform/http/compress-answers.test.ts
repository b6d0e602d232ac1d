import Fastify, { type FastifyInstance } from 'fastify'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compressAnswers } from './compress-answers.ts'

let http: FastifyInstance
const long = { words: '村里的事，记在一本打开的账上。'.repeat(200) }

beforeAll(async () => {
  http = Fastify()
  compressAnswers(http)
  http.get('/long', async () => long)
  http.get('/short', async () => ({ ok: true }))
  http.get('/secret', { config: { holdsSecret: true } }, async () => long)
  http.get('/picture', async (_request, reply) =>
    reply.type('image/webp').send(Buffer.alloc(5_000)),
  )
  http.post('/long', async () => long)
  await http.ready()
})

afterAll(() => http.close())

async function ask(url: string, accepted?: string, method: 'GET' | 'POST' = 'GET') {
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
  return http.inject({ method, url, headers })
}

it('sends brotli where it is taken, else gzip, else the text itself; and says that it varies', async () => {
  const br = await ask('/long', 'gzip, deflate, br, zstd')
  expect(br.headers['content-encoding']).toBe('br')
  expect(JSON.parse(brotliDecompressSync(br.rawPayload).toString())).toEqual(long)
  expect(Number(br.headers['content-length'])).toBe(br.rawPayload.length)
  const gz = await ask('/long', 'br;q=0, gzip')
  expect(gz.headers['content-encoding']).toBe('gzip')
  expect(JSON.parse(gunzipSync(gz.rawPayload).toString())).toEqual(long)
  const plain = await ask('/long')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.json()).toEqual(long)
  for (const answer of [br, gz, plain]) expect(answer.headers['vary']).toBe('accept-encoding')
})

it.each([
  ['/short', 'GET'],
  ['/secret', 'GET'],
  ['/picture', 'GET'],
  ['/long', 'POST'],
] as const)('leaves %s by %s as it is', async (url, method) => {
  expect((await ask(url, 'br, gzip', method)).headers['content-encoding']).toBeUndefined()
})
