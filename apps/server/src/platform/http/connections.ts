import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { senderKeyOf } from './sender-address.ts'
import { Senders } from './senders.ts'

/** How long whoever is connected may take; what takes longer is closed. */
export interface ConnectionTimes {
  /** From the first byte to the end of the head. */
  readonly headMilliseconds: number
  /** From the first byte to the end of the body: an upload over a slow line. */
  readonly requestMilliseconds: number
  /** Without a byte in either direction, while a request or its answer is under way. */
  readonly silenceMilliseconds: number
  /** Between two requests. Each answer announces it; then the connection ends, with nothing lost. */
  readonly idleMilliseconds: number
}

export const connectionTimes: ConnectionTimes = {
  headMilliseconds: 15_000,
  requestMilliseconds: 180_000,
  silenceMilliseconds: 60_000,
  idleMilliseconds: 72_000,
}

/** Left for the database, files and standard streams. */
const DESCRIPTORS_KEPT = 200
const MOST_CONNECTIONS = 10_000

/** As many as this process has descriptors for, where the system tells. */
export function connectionLimit(): number {
  const soft = /^Max open files\s+(\d+)/m.exec(processLimits())?.[1]
  if (soft === undefined) return MOST_CONNECTIONS
  return Math.max(1, Math.min(MOST_CONNECTIONS, Number(soft) - DESCRIPTORS_KEPT))
}

function processLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return '' // no Linux
  }
}

/**
 * Keeps a server reachable when somebody opens connections and sends nothing: at the limit a new one
 * takes the place of another, of the sender that holds the most, first of one whose request is not
 * whole. Whoever holds few loses none. An IPv6 /64 is one sender.
 */
export function limitConnections(server: Server, limit: number): void {
  const senders = new Senders<Socket>()
  const lastAnswers = new WeakMap<Socket, ServerResponse>()
  server.on('connection', (socket: Socket) => {
    senders.add(senderKeyOf(socket.remoteAddress), socket)
    socket.once('close', () => senders.remove(socket))
    if (senders.size > limit) senders.expendable()?.destroy()
  })
  server.on('request', (request, response) => {
    const { socket } = request
    lastAnswers.set(socket, response)
    const isLast = () => lastAnswers.get(socket) === response && !response.closed
    if (hasBody(request)) request.once('end', () => isLast() && senders.markAnswered(socket))
    else senders.markAnswered(socket)
    response.once('close', () => {
      if (lastAnswers.get(socket) === response) senders.markWaiting(socket)
    })
  })
}

function hasBody({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return true
  return Number(headers['content-length'] ?? 0) > 0
}
