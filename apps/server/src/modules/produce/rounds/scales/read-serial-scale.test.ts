import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { Refusal } from '../../../../platform/refusal.ts'
import { readSerialScale } from './read-serial-scale.ts'

/** An indicator that sends its frames without being asked, as a converter passes them on. */
const simulators: { close(): void }[] = []
afterEach(() => {
  for (const one of simulators.splice(0)) one.close()
})

async function simulator(
  onConnect: (socket: Socket) => void,
): Promise<{ host: string; port: number }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnect(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  simulators.push({
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  })
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
}

/** Sends these lines one after another, over and over. */
const sending = (frames: readonly (string | Uint8Array)[]) => (socket: Socket) => {
  let at = 0
  const send = () => {
    if (socket.destroyed) return
    socket.write(frames[at % frames.length] ?? '')
    at += 1
    setImmediate(send)
  }
  send()
}

const codeOf = (line: { host: string; port: number }, waitMs = 300) =>
  readSerialScale(line, waitMs).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

it('reads what has settled, of lines and of frames', async () => {
  const lines = await simulator(sending(['ST,GS,+0020.50kg\r\n']))
  expect(await readSerialScale(lines, 2_000)).toBe(20_500)
  const frame = Uint8Array.from([
    0x02,
    0x2c,
    0x30,
    0x20,
    ...Array.from('002050000000', (digit) => digit.charCodeAt(0)),
    0x0d,
  ])
  const toledo = await simulator(sending([frame]))
  expect(await readSerialScale(toledo, 2_000)).toBe(20_500)
})

it('reads past garbage, and past what moves', async () => {
  const line = await simulator((socket) => {
    socket.write('\u0000\u00ff??garbage\r\nUS,GS,+0019.00kg\r\nUS,GS,+0020.40kg\r\n')
    sending(['ST,GS,+0020.50kg\r\n'])(socket)
  })
  expect(await readSerialScale(line, 2_000)).toBe(20_500)
})

it('takes nothing that has not settled, that is overloaded, or that is no weight', async () => {
  const moving = await simulator(sending(['US,GS,+0019.00kg\r\n', 'US,GS,+0019.10kg\r\n']))
  expect(await codeOf(moving)).toBe('scale_unstable')
  const jumping = await simulator(sending(['ST,GS,+0019.00kg\r\n', 'ST,GS,+0020.00kg\r\n']))
  expect(await codeOf(jumping)).toBe('scale_unstable')
  const over = await simulator(sending(['OL,GS,+        kg\r\n']))
  expect(await codeOf(over)).toBe('scale_overloaded')
  const noise = await simulator(sending(['\u0007\u0008noise without end']))
  expect(await codeOf(noise, 2_000)).toBe('scale_silent')
})

it('says that nothing answers, and that the line was cut', async () => {
  const silent = await simulator(() => {})
  expect(await codeOf(silent)).toBe('scale_silent')
  const cut = await simulator((socket) => socket.end('ST,GS,+0019.00kg\r\n'))
  expect(await codeOf(cut)).toBe('scale_unstable')
  expect(await codeOf({ host: '127.0.0.1', port: 1 })).toBe('scale_silent')
})
