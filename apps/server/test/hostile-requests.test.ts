import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Server } from '../src/compose.ts'
import { ManualClock } from '../src/platform/clock.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { TEST_START, testDependencies } from './server.ts'

let database: TestDatabase
let server: Server
let webDir: string
let port: number
const faults: string[] = []

// A whole server as people meet it: with the web application, limits of rates, and a real socket.
beforeAll(async () => {
  database = await createTestDatabase()
  webDir = await mkdtemp(join(tmpdir(), 'azalea-web-'))
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Azalea</title>')
  const { dependencies } = testDependencies(database.database, new ManualClock(TEST_START))
  server = await compose({ ...dependencies, webDir, limitRates: true })
  server.http.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 500) faults.push(`${request.method} ${request.raw.url ?? ''}`)
  })
  await server.http.listen({ port: 0, host: '127.0.0.1' })
  port = (server.http.server.address() as { port: number }).port
})
afterAll(async () => {
  await server.http.close()
  await database.close()
  await rm(webDir, { recursive: true })
})

/** The status of the first answer to these very bytes; 0 when the connection just ended. */
function statusOf(bytes: string | Buffer): Promise<number> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const end = () => {
      socket.destroy()
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0))
    }
    socket.setTimeout(4_000, end)
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (answer.includes('\r\n\r\n')) end()
    })
    socket.on('error', end)
    socket.on('close', end)
  })
}

const get = (target: string, headers = '') =>
  `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers}\r\n`
const post = (target: string, body: string, type = 'application/json', headers = '') =>
  `POST ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`

const addresses = [
  '/',
  '/%2e%2e/x',
  '/%2e%2e%2f%2e%2e%2fetc/passwd',
  '/..%5c..%5cwindows',
  '/%00',
  '/index.html%00.js',
  '/%',
  '/%zz',
  '/%ff%fe',
  '/%u0000',
  '/p//x',
  '/p/',
  '/p/%00',
  '/p/%ff',
  '/p/%2f%2f',
  `/p/${'A'.repeat(9_000)}`,
  '//',
  '//evil.example/..',
  '/./././',
  '/api',
  '/api//health',
  '/api/health/',
  '/api/health?%',
  '/api/health?a=%00',
  '/api/villages/%00',
  '/api/villages/%2e%2e',
  '/api/docs/%2e%2e/%2e%2e/x',
  '/api/docs/%00',
  '/api/plates/%00',
  '/api/plates/%ff',
  '/log/330109102259/tile/%00',
  '/log/330109102259/tile/../../x',
  '/log/330109102259/99/checkpoint',
  '/log/%00/checkpoint',
  '/log/330109102259/document/%00',
  '/assets/%2e%2e/%2e%2e/package.json',
  '*',
  'http://evil.example/api/health',
  'http://[::1/',
  '/\u00e9',
  `/${'a/'.repeat(5_000)}`,
  `/?${'a=1&'.repeat(3_000)}`,
]

it.each(addresses)('answers an address without a fault: %s', async (target) => {
  const status = await statusOf(Buffer.from(get(target), 'latin1'))
  expect(status).toBeLessThan(500)
  expect(faults.splice(0)).toEqual([])
})

const strange: [string, string | Buffer][] = [
  ['a head without end', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(100_000)}`],
  ['a thousand headers', get('/api/health', 'x-a: 1\r\n'.repeat(3_000))],
  ['a long header', get('/api/health', `x-a: ${'a'.repeat(15_000)}\r\n`)],
  ['a cookie of signs', get('/api/session', 'cookie: azalea_session=%00%ff%; =; ;;\r\n')],
  ['a long cookie', get('/api/session', `cookie: azalea_session=${'a'.repeat(8_000)}\r\n`)],
  ['two cookies', get('/api/session', 'cookie: azalea_session=a\r\ncookie: azalea_session=b\r\n')],
  ['a forwarded address with a zone', get('/api/setup', 'x-forwarded-for: fe80::1%eth0\r\n')],
  ['a forwarded address with a mask', get('/api/setup', 'x-forwarded-for: 1::1/64\r\n')],
  ['forwarded nonsense', get('/api/setup', 'x-forwarded-for: ,,%00, \r\n')],
  ['a range out of bounds', get('/index.html', 'range: bytes=9999-1\r\n')],
  ['many ranges', get('/index.html', `range: bytes=${'0-0,'.repeat(500)}0-1\r\n`)],
  ['an odd condition', get('/index.html', 'if-modified-since: yesterday\r\nif-none-match: x\r\n')],
  ['an odd coding', get('/', 'accept-encoding: gzip;q=x, br;q=, *;q=2\r\n')],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['HTTP/1.0', 'GET /api/health HTTP/1.0\r\n\r\n'],
  ['HTTP/0.9', 'GET /\r\n'],
  ['no method', 'XYZZY / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['TRACE', 'TRACE / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['CONNECT', 'CONNECT x:80 HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['OPTIONS of everything', 'OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['an upgrade', get('/', 'upgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\n')],
  [
    'two lengths',
    'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
  ],
  [
    'a length and chunks',
    'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'a broken chunk',
    'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n',
  ],
  ['a negative length', 'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n'],
  ['bytes of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00])],
  ['deep JSON', post('/api/sign-in', '['.repeat(60_000))],
  ['deep objects', post('/api/sign-in', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`)],
  ['a prototype', post('/api/sign-in', '{"__proto__":{"phone":"1"},"phone":"1","code":"1"}')],
  ['a body that is too large', post('/api/sign-in', `{"phone":"${'1'.repeat(70_000)}"}`)],
  ['NUL in a telephone', post('/api/sign-in/code', '{"phone":"1380000\\u00000001"}')],
  ['half of a character', post('/api/sign-in/code', '{"phone":"\\ud800"}')],
  [
    'bytes that are no UTF-8',
    Buffer.concat([
      Buffer.from(post('/api/sign-in', '??').slice(0, -2)),
      Buffer.from([0xff, 0xfe]),
    ]),
  ],
  ['an odd charset', post('/api/sign-in', '{}', 'application/json; charset=utf-16le')],
  ['no content type', post('/api/sign-in', '{}', '')],
  ['a form without boundary', post('/api/photos', 'x', 'multipart/form-data')],
  [
    'a GET with a body',
    `GET /api/health HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`,
  ],
  ['an origin of signs', post('/api/sign-in', '{}', 'application/json', 'origin: %%%\r\n')],
]

it.each(strange)('answers without a fault: %s', async (_, bytes) => {
  expect(await statusOf(bytes)).toBeLessThan(500)
  expect(faults.splice(0)).toEqual([])
})
