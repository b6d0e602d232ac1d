import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A telephone's line: what all of its connections share. */
export interface SlowLine {
  readonly port: number
  /** What came down the line since the last time this was asked. */
  takeBytes(): number
  close(): Promise<void>
}

interface Speed {
  readonly bitsPerSecond: number
  readonly roundTripMilliseconds: number
}

/** The most that travels in one piece. */
const PIECE_BYTES = 1_400
/** As much as one connection may have under way, so that all share the line fairly. */
const WINDOW_BYTES = 16_000

/**
 * A relay to the server on `port` as slow as the speed says, both ways: pieces of all connections
 * stand in one queue, each takes its time on the line and then half a round trip to arrive, and
 * a new connection costs its round trip before the first byte.
 */
export async function openSlowLine(serverPort: number, speed: Speed): Promise<SlowLine> {
  const delay = speed.roundTripMilliseconds / 2
  const down = createQueue(speed.bitsPerSecond)
  const up = createQueue(speed.bitsPerSecond)
  const sockets = new Set<Socket>()
  let bytes = 0
  const relay = createServer((phone) => {
    const server = connect(serverPort, '127.0.0.1')
    for (const socket of [phone, server]) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    const handshakeUntil = performance.now() + speed.roundTripMilliseconds
    carry(phone, server, up, delay, handshakeUntil)
    carry(server, phone, down, delay, 0, (size) => (bytes += size))
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  return {
    port: (relay.address() as AddressInfo).port,
    takeBytes: () => {
      const taken = bytes
      bytes = 0
      return taken
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => relay.close(resolve))
    },
  }
}

/** When a piece of this size has left, if it joins the queue now. */
type Queue = (sizeBytes: number) => number

function createQueue(bitsPerSecond: number): Queue {
  let freeAt = 0
  return (sizeBytes) => {
    freeAt = Math.max(freeAt, performance.now()) + (sizeBytes * 8 * 1000) / bitsPerSecond
    return freeAt
  }
}

function carry(
  from: Socket,
  to: Socket,
  queue: Queue,
  delay: number,
  notBefore: number,
  onArrival: (sizeBytes: number) => void = () => undefined,
): void {
  // One after the other, whatever the timers' fractions: bytes must not overtake each other.
  const underWay: { readonly piece: Buffer | null; readonly at: number }[] = []
  let timer: NodeJS.Timeout | null = null
  let waiting = 0
  const arrive = (): void => {
    timer = null
    for (;;) {
      const next = underWay[0]
      if (next === undefined) return
      const early = next.at - performance.now()
      if (early > 0) {
        timer = setTimeout(arrive, Math.ceil(early))
        return
      }
      underWay.shift()
      if (next.piece === null) to.end()
      else {
        onArrival(next.piece.length)
        waiting -= next.piece.length
        if (to.writable) to.write(next.piece)
        if (waiting < WINDOW_BYTES) from.resume()
      }
    }
  }
  const send = (piece: Buffer | null, leavesAt: number): void => {
    underWay.push({ piece, at: leavesAt + delay })
    timer ??= setTimeout(arrive, Math.ceil(leavesAt + delay - performance.now()))
  }
  let last = 0
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES)
      last = Math.max(queue(piece.length), notBefore)
      waiting += piece.length
      send(piece, last)
    }
    if (waiting >= WINDOW_BYTES) from.pause()
  })
  // Also a reset, such as of a connection that was opened in advance and never used.
  for (const event of ['end', 'close']) from.on(event, () => send(null, last))
}
