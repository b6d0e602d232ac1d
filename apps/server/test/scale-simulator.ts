import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface ScaleSimulator {
  readonly line: { readonly host: string; readonly port: number }
  /** What lies on it from now on, in grams. */
  put(grams: number): void
  close(): void
}

const FRAME_MILLISECONDS = 50

/** An indicator that sends its lines without being asked, ten and more a second, as a converter passes them on. */
export async function startScale(port = 0): Promise<ScaleSimulator> {
  const sockets = new Set<Socket>()
  let grams = 0
  const frame = () => `ST,GS,+${(grams / 1000).toFixed(3).padStart(8, '0')}kg\r\n`
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  const sending = setInterval(() => {
    for (const socket of sockets) socket.write(frame())
  }, FRAME_MILLISECONDS)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    line: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    put: (next) => (grams = next),
    close: () => {
      clearInterval(sending)
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
