import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { limitConnections } from './connections.ts'
import { createHttp } from './server.ts'

const LIMIT = 20
const times = {
  headMilliseconds: 400,
  requestMilliseconds: 800,
  silenceMilliseconds: 600,
  idleMilliseconds: 2_000,
}

let http: FastifyInstance
let port: number
let sockets: Socket[]

beforeEach(async () => {
  sockets = []
  http = await createHttp({
    sessions: { resolve: async () => null },
    webDir: null,
    publicUrl: 'http://localhost',
    logFaults: false,
    limitRates: false,
    times,
    connections: LIMIT,
  })
  http.get('/small', async () => ({ ok: true }))
  http.get('/large', async () => Buffer.alloc(50_000_000))
  http.post('/body', async () => ({ ok: true }))
  await http.listen({ port: 0, host: '127.0.0.1' })
  port = (http.server.address() as AddressInfo).port
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await http.close()
})

/** Opens a connection that says this and then nothing. */
async function open(said: string, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  socket.on('error', () => undefined)
  sockets.push(socket)
  await new Promise((connected) => socket.once('connect', connected))
  socket.write(said)
  return socket
}

const closed = (socket: Socket) =>
  new Promise<void>((resolve) =>
    socket.closed ? resolve() : socket.once('close', () => resolve()),
  )

const HEAD = 'GET /small HTTP/1.1\r\nhost: localhost\r\n'
const NO_BODY = `POST /body HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n`

/** Says a character more every fifth of a second until the other end has closed. */
async function drip(socket: Socket): Promise<void> {
  const dripping = setInterval(() => socket.write('x'), 200)
  await closed(socket)
  clearInterval(dripping)
}

describe('a connection', () => {
  it('whose head does not come, at once or in drops, is closed', async () => {
    await closed((await open(HEAD)).resume())
    await drip((await open(`${HEAD}x-slow: `)).resume())
  })

  it('whose body does not come, at once or in drops, is closed', async () => {
    await closed((await open(NO_BODY)).resume())
    await drip((await open(NO_BODY)).resume())
  })

  it('whose answer nobody reads is closed', async () => {
    const socket = await open('GET /large HTTP/1.1\r\nhost: localhost\r\n\r\n')
    socket.pause()
    const left = async () =>
      new Promise<number>((resolve) => http.server.getConnections((_, count) => resolve(count)))
    await expect.poll(left, { timeout: 5_000 }).toBe(0)
  })
})

describe('a connection between two requests', () => {
  const REQUEST = `${HEAD}\r\n`
  const pause = (milliseconds: number) => new Promise((over) => setTimeout(over, milliseconds))

  it('is told how long it may be silent, and is silent for longer than a request may be', async () => {
    const socket = await open(REQUEST)
    const heard: string[] = []
    socket.on('data', (data) => heard.push(String(data)))
    await pause(times.silenceMilliseconds + times.requestMilliseconds + 300)
    expect(socket.closed).toBe(false)
    expect(heard.join('')).toMatch(/^keep-alive: timeout=2\r$/im)
    socket.write(`POST /body HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\n\r\n`)
    await expect.poll(() => heard.join('').match(/200 OK/g)?.length, { timeout: 2_000 }).toBe(2)
  })

  it('ends cleanly after it, so that nothing on the way is torn', async () => {
    const socket = await open(REQUEST)
    const seen: string[] = []
    socket.on('error', ({ message }) => seen.push(message))
    socket.on('end', () => seen.push('end'))
    const answeredAt = Date.now()
    await closed(socket.resume())
    expect(seen).toEqual(['end'])
    // Not before the announced time, however busy the machine.
    expect(Date.now() - answeredAt).toBeGreaterThanOrEqual(times.idleMilliseconds)
  })
})

describe('at the limit of connections', () => {
  const answerFrom = async (localAddress: string) => {
    const socket = await open(`${HEAD}\r\n`, localAddress)
    return new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(String(data).split('\r\n')[0] ?? ''))
      socket.once('close', () => resolve('closed'))
    })
  }

  it('whoever opens many and sends nothing keeps nobody else out', async () => {
    const own = await open(HEAD, '127.0.0.2')
    for (let no = 0; no < LIMIT * 2; no++) await open(NO_BODY)
    expect(await answerFrom('127.0.0.3')).toBe('HTTP/1.1 200 OK')
    expect(await answerFrom('127.0.0.1')).toBe('HTTP/1.1 200 OK')
    expect(own.closed).toBe(false)
  })

  it('the addresses of one IPv6 subscriber are one sender', () => {
    const server = new EventEmitter()
    limitConnections(server as unknown as Server, LIMIT)
    const arrive = (remoteAddress: string) => {
      const socket = new FakeSocket(remoteAddress)
      server.emit('connection', socket)
      return socket
    }
    const others = [arrive('2001:db8:0:1::5'), arrive('203.0.113.9'), arrive('203.0.113.9')]
    for (let no = 1; no < LIMIT * 3; no++) arrive(`2001:db8:0:2::${no.toString(16)}`)
    expect(others.map(({ isDestroyed }) => isDestroyed)).toEqual([false, false, false])
  })
})

class FakeSocket extends EventEmitter {
  readonly remoteAddress: string
  isDestroyed = false

  constructor(remoteAddress: string) {
    super()
    this.remoteAddress = remoteAddress
  }

  destroy(): void {
    this.isDestroyed = true
    this.emit('close')
  }
}
