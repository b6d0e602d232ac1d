import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { query } from './route.ts'
import { senderKeyOf } from './sender-address.ts'
import { createHttp } from './server.ts'

const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['no address', 'no address'],
  ['', ''],
  [undefined, 'gone'],
])('counts %s under %s', (address, key) => {
  expect(senderKeyOf(address)).toBe(key)
})

it('meets no fault when a sender hangs up while its session is looked up', async () => {
  const faults: unknown[] = []
  let looked = 0
  const http = await createHttp({
    sessions: {
      resolve: async () => {
        looked += 1
        await wait(100)
        return null
      },
    },
    webDir: null,
    publicUrl: 'http://localhost',
    logFaults: false,
    limitRates: true,
  })
  opened.push(http)
  http.addHook('onError', async (_request, _reply, error: unknown) => {
    if (!(error instanceof Refusal)) faults.push(error)
  })
  const spec = {
    url: '/api/x',
    access: 'public',
    summary: '',
    tag: '',
    answer: z.object({}),
  } as const
  query(http, spec, async () => ({}))
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as { port: number }
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /api/x HTTP/1.1\r\nhost: x\r\ncookie: azalea_session=a\r\n\r\n')
  while (looked === 0) await wait(5)
  socket.destroy()
  await wait(250)
  expect(faults).toEqual([])
})
