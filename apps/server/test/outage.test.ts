import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../src/compose.ts'
import { ManualClock } from '../src/platform/clock.ts'
import { openDatabase, type DatabaseConnection } from '../src/platform/database/database.ts'
import { addPerson, call, createTestServer, testDependencies, type TestServer } from './server.ts'
import type { TestPerson } from './server.ts'

let test: TestServer
let person: TestPerson
let line: Line
/** The same village, reached over a line that can be cut. */
let behind: TestServer
let time: ManualClock
let close: () => Promise<void>

beforeAll(async () => {
  test = await createTestServer()
  person = await addPerson(test, { roles: ['committee'] })
  line = await openLine(test.connection)
  const database = openDatabase({ ...test.connection, host: '127.0.0.1', port: line.port })
  time = new ManualClock(test.clock.now())
  const { dependencies } = testDependencies(database, time)
  const server = await compose({ ...dependencies, logFaults: false })
  await server.http.ready()
  behind = { ...test, server, http: server.http }
  close = async () => {
    await server.http.close()
    await database.close()
    line.cut()
  }
})
afterAll(async () => {
  await close()
  await test.close()
})

const addPlot = (key: string, label: string) =>
  call(behind, person, 'POST', '/api/subjects', { kind: 'plot', label }, { key })
const plots = async () =>
  (await test.owner.query<{ label: string }>('SELECT label FROM subject ORDER BY label')).rows.map(
    ({ label }) => label,
  )

it('while the database is away answers 503 and when to ask again; then the same key goes through once', async () => {
  expect((await addPlot('before-outage', '菜地一')).statusCode).toBe(200)
  line.cut()
  for (const answer of [
    await addPlot('in-the-outage', '菜地二'),
    await call(behind, person, 'GET', '/api/session'),
    await call(behind, null, 'GET', '/api/setup'),
  ]) {
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
    expect(answer.json()).toMatchObject({ code: 'database_away' })
  }
  expect((await call(behind, null, 'GET', '/api/health')).statusCode).toBe(503)
  line.mend()
  expect((await addPlot('in-the-outage', '菜地二')).statusCode).toBe(200)
  expect((await addPlot('in-the-outage', '菜地二')).statusCode).toBe(200)
  expect(await plots()).toEqual(['菜地一', '菜地二'])
})

it('a full disk is told as such, also by the health of the server, until it has room again', async () => {
  await test.owner.query(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON subject FOR EACH ROW EXECUTE FUNCTION no_room()`)
  const answer = await addPlot('on-a-full-disk', '菜地三')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ code: 'storage_full' })
  const health = await call(behind, null, 'GET', '/api/health')
  expect([health.statusCode, health.json().code]).toEqual([503, 'storage_full'])
  await test.owner.query('DROP TRIGGER no_room ON subject')
  expect((await addPlot('on-a-full-disk', '菜地三')).statusCode).toBe(200)
  expect(await plots()).toEqual(['菜地一', '菜地三', '菜地二'])
})

it('a database that is there and does not answer is told by the health of the server at once', async () => {
  time.advanceMinutes(2) // the full disk of the test before is forgotten
  line.freeze()
  const asked = Date.now()
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => call(behind, null, 'GET', '/api/health')),
  )
  expect(Date.now() - asked).toBeLessThan(10_000)
  for (const answer of answers)
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'not_ready'])
  line.cut()
  line.mend()
  await expect
    .poll(async () => (await call(behind, null, 'GET', '/api/health')).statusCode, {
      timeout: 20_000,
    })
    .toBe(200)
})

interface Line {
  readonly port: number
  /** Carries nothing any more, and does not say so. */
  freeze(): void
  /** Breaks what is open and refuses what comes. */
  cut(): void
  mend(): void
}

/** Carries bytes to PostgreSQL and back. */
async function openLine({ host = '', port = 5432 }: DatabaseConnection): Promise<Line> {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy()
    const target = connect(
      host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port },
    )
    for (const [one, other] of [
      [socket, target],
      [target, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.once('close', () => other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause()
    },
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    mend: () => void (isCut = false),
  }
}
