import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { TestBroker } from '../../../../../test/broker.ts'
import { done } from '../../../../../test/participation-village.ts'
import { SensorVillage } from '../../../../../test/sensor-village.ts'
import { bundleProcess } from '../../../../../test/start-sequencer.ts'
import {
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestServer,
} from '../../../../../test/server.ts'
import { listenToBroker, type BrokerListener } from './listen-to-broker.ts'

let test: TestServer
let village: SensorVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await SensorVillage.create(test)
})
afterAll(() => test.close())

let mqtt: TestBroker
beforeEach(async () => {
  mqtt = await TestBroker.start()
})
afterEach(async () => {
  await Promise.all(listeners.splice(0).map((one) => one.stop()))
  await mqtt.close()
  await test.owner.query('DELETE FROM sensor_reading')
})

const listeners: BrokerListener[] = []
const faults: unknown[] = []
function listen() {
  const broker = { isConnected: false, since: test.clock.now(), problem: null, strays: 0 }
  const onFault = (fault: unknown) => faults.push(fault)
  const settings = { url: mqtt.url, clientId: 'azalea-test' }
  const { database, clock } = test
  const listener = listenToBroker({ database, clock, broker, onFault }, settings)
  listeners.push(listener)
  const connected = () => vi.waitFor(() => expect(broker.isConnected).toBe(true), 10_000)
  return { broker, listener, connected }
}
const readings = (count: number) =>
  vi.waitFor(async () => expect(await village.count('sensor_reading')).toBe(count), 10_000)

it('says on the page of the plot that its soil is dry, and tells the grower once', async () => {
  const { topic } = await village.place({ speaks: 'mqtt' })
  await listen().connected()
  await mqtt.publish(topic, '17.2')
  await readings(1)
  const { sensors } = await done(village.read(village.land.grower))
  expect(sensors).toMatchObject([
    { state: 'dry', thousandths: 17_200, lastAt: '2026-03-02T01:00:00.000Z' },
  ])
  await village.watch()
  await village.watch()
  const messages = await village.messages(village.land.grower)
  expect(messages).toMatchObject([
    { kind: 'sensor.alarm', params: { cause: 'dry', label: '甲1', plotId: village.plotId } },
  ])
})

it('reads numbers, objects and lists, each reading once', async () => {
  const { topic } = await village.place({ speaks: 'mqtt', kind: 'temperature' })
  await listen().connected()
  const at = (minute: number) => `2026-03-02T00:0${minute}:00Z`
  await mqtt.publish(topic, ' +21.5 ')
  await mqtt.publish(topic, JSON.stringify({ value: 20, at: at(1) }))
  await mqtt.publish(
    topic,
    JSON.stringify([1, 2, 3].map((minute) => ({ value: 20, at: at(minute) }))),
  )
  await mqtt.publish(topic, JSON.stringify({ value: 20, at: Date.parse(at(4)) / 1_000 }))
  await readings(5)
})

it('counts nonsense with its sensor and strays with the village, and keeps nothing of it', async () => {
  const { topic, sensorId } = await village.place({ speaks: 'mqtt' })
  const tokened = await village.place()
  const { broker, connected } = listen()
  await connected()
  const future = JSON.stringify({ value: 20, at: '2026-03-02T02:00:00Z' })
  for (const payload of ['NaN', '1e400', '101', '-1', '{"value":null}', future])
    await mqtt.publish(topic, payload)
  await mqtt.publish(topic, 'wet')
  await mqtt.publish(topic, '{"at":1}')
  await mqtt.publish(topic, Buffer.alloc(70_000, 0x31))
  await mqtt.publish(topic, `[${'1,'.repeat(2_000)}1]`)
  await mqtt.publish(`azalea/${VILLAGE}/nobody00/reading`, '20')
  await mqtt.publish(`azalea/${VILLAGE}/${tokened.code}/reading`, '20')
  await mqtt.publish(`azalea/${OTHER_VILLAGE}/${topic?.split('/')[2]}/reading`, '20')
  await mqtt.publish(`azalea/999999999999/${tokened.code}/reading`, '20')
  await mqtt.publish('azalea/here/there/reading', '20')
  await vi.waitFor(() => expect(broker.strays).toBe(2), 10_000)
  const { items, strays } = await village.list()
  const of = (id: string) => items.find((one: { sensorId: string }) => one.sensorId === id)
  expect(of(sensorId).refused).toMatchObject({
    count: 6,
    sentence: expect.stringContaining('将来'),
  })
  expect(of(tokened.sensorId).refused).toMatchObject({ count: 1 })
  expect(strays.map(({ count }: { count: number }) => count).toSorted()).toEqual([1, 2, 2])
  expect(await village.count('sensor_reading')).toBe(0)
  expect(faults).toEqual([])
})

it('takes what was published while it was away, and finds a broker that was away', async () => {
  const { topic } = await village.place({ speaks: 'mqtt', kind: 'light' })
  const first = listen()
  await first.connected()
  await first.listener.stop()
  await mqtt.publish(topic, JSON.stringify({ value: 300, at: '2026-03-02T00:50:00Z' }))
  const { broker, connected } = listen()
  await connected()
  await readings(1)
  await mqtt.cut()
  await vi.waitFor(() => expect(broker.isConnected).toBe(false), 5_000)
  await mqtt.listen()
  await connected()
  await mqtt.publish(topic, '400')
  await readings(2)
})

it('keeps once what it had not acknowledged when it was killed', async () => {
  const { topic } = await village.place({ speaks: 'mqtt', kind: 'light' })
  const orders = JSON.stringify({ connection: test.connection, url: mqtt.url })
  const dir = await mkdtemp(join(tmpdir(), 'azalea-sensors-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const program = await bundleProcess(dir, 'sensor-process')
  const child = spawn(process.execPath, [program, orders], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  // Its commit waits for this lock: the message has come, and is not acknowledged.
  await test.owner.query('BEGIN; LOCK TABLE sensor_reading IN ACCESS EXCLUSIVE MODE')
  const now = new Date()
  await mqtt.publish(topic, JSON.stringify({ value: 500, at: now.toISOString() }))
  await vi.waitFor(async () => {
    const { rows } = await test.owner.query(
      `SELECT 1 FROM pg_locks WHERE relation = 'sensor_reading'::regclass AND NOT granted`,
    )
    expect(rows).toHaveLength(1)
  }, 10_000)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await test.owner.query('ROLLBACK')
  await sleep(200)
  const before = await village.count('sensor_reading')
  test.clock.set(now)
  await listen().connected()
  await readings(1)
  const { rows } = await test.owner.query(
    'SELECT sum(readings) AS readings FROM sensor_hour WHERE hour = date_trunc($1, $2::timestamptz)',
    ['hour', now],
  )
  // Whether or not the dying commit came through, the reading stands once.
  expect([before <= 1, Number(rows[0].readings)]).toEqual([true, 1])
}, 60_000)
