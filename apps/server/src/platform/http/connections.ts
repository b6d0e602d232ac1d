import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How long whoever is connected may take; what takes longer is closed. */
export interface ConnectionTimes {
  /** From the first byte to the end of the head. */
  readonly headMilliseconds: number
  /** From the first byte to the end of the body: an upload over a slow line. */
  readonly requestMilliseconds: number
  /** Without a byte in either direction, while a request or its answer is under way. */
  readonly silenceMilliseconds: number
}

export const connectionTimes: ConnectionTimes = {
  headMilliseconds: 15_000,
  requestMilliseconds: 180_000,
  silenceMilliseconds: 60_000,
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

interface Connection {
  readonly address: string
  request: IncomingMessage | null
  response: ServerResponse | null
}

/**
 * Keeps a server reachable when somebody opens connections and sends nothing: at the limit a new one
 * takes the place of another, of the address that holds the most, first of one whose request is not
 * whole. Whoever holds few loses none.
 */
export function limitConnections(server: Server, limit: number): void {
  const connections = new Map<Socket, Connection>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    connections.set(socket, { address, request: null, response: null })
    socket.once('close', () => connections.delete(socket))
    if (connections.size > limit) expendable(connections)?.destroy()
  })
  server.on('request', (request, response) => {
    const connection = connections.get(request.socket)
    if (connection) Object.assign(connection, { request, response })
  })
}

function expendable(connections: ReadonlyMap<Socket, Connection>): Socket | undefined {
  const counts = new Map<string, number>()
  for (const { address } of connections.values())
    counts.set(address, (counts.get(address) ?? 0) + 1)
  const most = Math.max(...counts.values())
  // In the order of their age: the oldest comes first.
  const candidates = [...connections].filter(([, { address }]) => counts.get(address) === most)
  const [socket] = candidates.find(([, one]) => !isBeingAnswered(one)) ?? candidates[0] ?? []
  return socket
}

/** A whole request whose answer is not sent yet. */
function isBeingAnswered({ request, response }: Connection): boolean {
  return request?.complete === true && response?.writableFinished === false
}
