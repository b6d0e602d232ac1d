import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Aedes } from 'aedes'
import { connectAsync } from 'mqtt'
import { writeToken } from '../../apps/server/src/modules/produce/sensors/sensors/sensor-token.ts'
import { VillageSecrets } from '../../apps/server/src/modules/record/index.ts'
import { systemRandomness } from '../../apps/server/src/platform/identity.ts'
import { Keyring } from '../../apps/server/src/platform/keyring.ts'
import { masterKey, type BenchDatabase, type BenchPostgres } from '../bench-server.ts'
import { cpuTime, type CpuTime } from '../cpu-time.ts'
import { round } from '../measure.ts'
import { foundBenchVillage, VILLAGE } from '../village-fixture.ts'

const SENSORS = 1_000
const MINUTES = 60
/** As many as come together in a second of a real day, and are committed together. */
const TOGETHER = 20
const GATEWAYS = 10
const HOUR_MILLISECONDS = 3_600_000

interface BenchSensor {
  readonly sensorId: string
  readonly code: string
}

/**
 * An hour of a thousand sensors at one reading a minute, by MQTT through a broker and by HTTP through ten
 * gateways, with what the clock does in that hour, in processor time of server and PostgreSQL; beside
 * plain INSERTs of as many readings in as many transactions. Readings come faster than in life, twenty
 * at a time as they would: what is measured is the work, not the waiting.
 */
export async function benchSensors(postgres: BenchPostgres) {
  const bench = await postgres.openDatabase()
  const broker = await startBroker()
  try {
    await foundBenchVillage({ ...bench, port: 0 }, 10)
    const mqttSensors = await placeSensors(bench, 'mqtt')
    const httpSensors = await placeSensors(bench, 'http')
    const server = await startServer(bench, broker.url)
    const byMqtt = await cost(() => publishHour(broker.url, mqttSensors, bench, server.child))
    const byHttp = await cost(() => postHour(bench, server, httpSensors))
    const bare = await cost(() => insertHour(bench, mqttSensors))
    const rest = await cost(() => sleep(10_000))
    await stop(server.child)
    const { rows } = await bench.owner.query('SELECT count(*) AS count FROM sensor_reading')
    return {
      sensors: SENSORS,
      readings: SENSORS * MINUTES,
      kept: Number(rows[0]?.count),
      targetPercentOfOneProcessor: 10,
      byMqtt,
      byHttp,
      bareInserts: bare,
      atRestForTenSeconds: rest,
    }
  } finally {
    await broker.close()
    await bench.close()
  }
}

/** What an hour's work cost, as a share of one processor's hour. */
async function cost(work: () => Promise<unknown>) {
  const before = await cpuTime()
  const began = performance.now()
  await work()
  const took = performance.now() - began
  const after = await cpuTime()
  if (before === null || after === null) throw new Error('processor time is read from /proc')
  const of = (who: keyof CpuTime) => after[who] - before[who]
  const [server, database] = [of('server'), of('postgres')]
  return {
    serverSeconds: round(server / 1_000),
    postgresSeconds: round(database / 1_000),
    percentOfOneProcessor: round(((server + database) / HOUR_MILLISECONDS) * 100, 3),
    tookSeconds: round(took / 1_000, 1),
  }
}

async function placeSensors({ owner }: BenchDatabase, speaks: 'mqtt' | 'http') {
  const plotId = randomUUID()
  await owner.query(
    `INSERT INTO subject (village_id, subject_id, kind, label) VALUES ($1, $2, 'plot', $3)`,
    [VILLAGE, plotId, `${speaks} 地`],
  )
  await owner.query(
    `INSERT INTO plot (village_id, plot_id, tenure, ring_e7, west_e7, south_e7, east_e7, north_e7,
       area_square_metres, drawn_by, drawn_at)
     VALUES ($1, $2, 'collective', '{0,0,1000,0,1000,1000}', 0, 0, 1000, 1000, 600, $2, now())`,
    [VILLAGE, plotId],
  )
  const { rows } = await owner.query<BenchSensor>(
    `INSERT INTO sensor (village_id, sensor_id, plot_id, code, name, kind, speaks, is_public, placed_by, placed_at)
     SELECT $1, gen_random_uuid(), $2, $3 || lpad(no::text, 7, '0'), no || '号', 'soil_moisture', $4, true, $2, now()
     FROM generate_series(1, $5::int) AS no
     RETURNING sensor_id AS "sensorId", code`,
    [VILLAGE, plotId, speaks.charAt(0), speaks, SENSORS],
  )
  return rows
}

/** A different value each time, none of them out of bounds. */
const valueOf = (sensor: number, minute: number) => 22 + ((sensor * 7 + minute * 13) % 80) / 10

const minuteAt = (start: number, minute: number) => new Date(start + minute * 60_000).toISOString()

async function publishHour(
  url: string,
  sensors: readonly BenchSensor[],
  bench: BenchDatabase,
  server: ChildProcess,
): Promise<void> {
  const start = Date.now() - HOUR_MILLISECONDS
  const client = await connectAsync(url)
  for (let minute = 0; minute < MINUTES; minute += 1) {
    for (let at = 0; at < sensors.length; at += TOGETHER) {
      const some = sensors.slice(at, at + TOGETHER)
      await Promise.all(
        some.map(({ code }, index) =>
          client.publishAsync(
            `azalea/${VILLAGE}/${code}/reading`,
            JSON.stringify({ value: valueOf(at + index, minute), at: minuteAt(start, minute) }),
            { qos: 1 },
          ),
        ),
      )
      await sleep(10)
    }
    await tickIn(server)
    process.stdout.write(`\r${minute + 1} minutes by MQTT`)
  }
  await keptAtLeast(bench, SENSORS * MINUTES)
  await client.endAsync()
}

async function postHour(
  bench: BenchDatabase,
  { port, child }: { readonly port: number; readonly child: ChildProcess },
  sensors: readonly BenchSensor[],
): Promise<void> {
  const start = Date.now() - HOUR_MILLISECONDS
  const secrets = new VillageSecrets(new Keyring(masterKey, systemRandomness))
  const secret = await bench.database.inVillage(VILLAGE, (db) => secrets.of(db, VILLAGE))
  const tokens = sensors.map((sensor) => writeToken(secret, VILLAGE, { ...sensor, tokenNo: 1 }))
  const each = sensors.length / GATEWAYS
  for (let minute = 0; minute < MINUTES; minute += 1) {
    for (let gateway = 0; gateway < GATEWAYS; gateway += 1) {
      const own = tokens.slice(gateway * each, (gateway + 1) * each)
      const body = {
        sensors: own.map((token, index) => ({
          token,
          readings: [{ value: valueOf(index, minute), at: minuteAt(start, minute) }],
        })),
      }
      const answer = await fetch(`http://127.0.0.1:${port}/api/sensor-readings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const { kept } = (await answer.json()) as { kept?: number }
      if (kept !== each) throw new Error(`${answer.status}: kept ${kept} of ${each}`)
    }
    await tickIn(child)
    process.stdout.write(`\r${minute + 1} minutes by HTTP`)
  }
}

async function insertHour({ owner }: BenchDatabase, sensors: readonly BenchSensor[]) {
  await owner.query('CREATE TABLE bare_reading (LIKE sensor_reading INCLUDING ALL)')
  const start = Date.now() - HOUR_MILLISECONDS
  for (let minute = 0; minute < MINUTES; minute += 1)
    for (let at = 0; at < sensors.length; at += TOGETHER) {
      const some = sensors.slice(at, at + TOGETHER)
      await owner.query(
        `INSERT INTO bare_reading SELECT $1, $2, id, 22000 FROM unnest($3::uuid[]) AS id`,
        [VILLAGE, minuteAt(start, minute), some.map(({ sensorId }) => sensorId)],
      )
    }
}

async function keptAtLeast({ owner }: BenchDatabase, count: number): Promise<void> {
  for (let wait = 0; wait < 600; wait += 1) {
    const { rows } = await owner.query('SELECT count(*) AS count FROM sensor_reading')
    if (Number(rows[0]?.count) >= count) return
    await sleep(500)
  }
  throw new Error('not every reading came through')
}

/** A minute's work of the clock, in the server. */
async function tickIn(child: ChildProcess): Promise<void> {
  const done = once(child, 'message')
  child.send('tick')
  await done
}

async function startServer(bench: BenchDatabase, mqttUrl: string) {
  const program = join(import.meta.dirname, 'sensor-server-process.ts')
  const child = fork(program, [JSON.stringify(bench.connection), mqttUrl])
  const [message] = (await once(child, 'message')) as [{ port: number }]
  return { child, port: message.port }
}

async function stop(child: ChildProcess): Promise<void> {
  child.send('stop')
  await once(child, 'exit')
}

async function startBroker() {
  const aedes = await Aedes.createBroker()
  const server = createServer(aedes.handle)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    await new Promise<void>((resolve) => aedes.close(resolve))
    server.close()
  }
  return { url, close }
}
