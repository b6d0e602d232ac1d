import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorkbook } from '../../../../fixtures/files/make-workbook.ts'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'

let test: TestServer
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

const doors = ['/api/roster/import/preview', '/api/rule-sheets/import']

/** Sends a file, and asks for something else again and again until it is answered. */
async function sendWhileAsking(url: string, file: Buffer) {
  let isAnswered = false
  const sent = upload(test, committee, url, file).finally(() => (isAnswered = true))
  let slowest = 0
  while (!isAnswered) {
    const before = performance.now()
    expect((await call(test, committee, 'GET', '/api/session')).statusCode).toBe(200)
    slowest = Math.max(slowest, performance.now() - before)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { answer: (await sent).json(), slowest }
}

/** A machine under load is slow, too; what is held here is that nothing waits for a file. */
const SLOW_MILLISECONDS = 5_000

const cells = (count: number) =>
  Array.from({ length: count }, (_, n) => `<c r="A${n + 1}" t="s"><v>0</v></c>`)

it.each(doors)(
  '%s: an entry that declares nothing and unpacks to 100 MB',
  async (url) => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(100_000_000)}`
    const file = makeWorkbook(rows, [], { toldBytes: 0 })
    expect(file.length).toBeLessThan(500_000)
    const { answer, slowest } = await sendWhileAsking(url, file)
    expect(answer.status).toBe(413)
    expect(slowest).toBeLessThan(SLOW_MILLISECONDS)
  },
  120_000,
)

it.each(doors)(
  '%s: one string of two million characters, used 500 times',
  async (url) => {
    const rows = cells(500)
      .map((cell, n) => `<row r="${n + 1}">${cell}</row>`)
      .join('')
    const file = makeWorkbook(rows, ['（'.repeat(2_000_000)])
    expect(file.length).toBeLessThan(20_000)
    const { answer, slowest } = await sendWhileAsking(url, file)
    expect(answer.status).toBe(413)
    expect(slowest).toBeLessThan(SLOW_MILLISECONDS)
  },
  120_000,
)

it.each(['(', '[', '"', ',', '\n', '组', '\u0300'])(
  'CSV of %j only, again and again, is read through at once',
  async (character) => {
    const file = Buffer.from(character.repeat(240_000 / Buffer.byteLength(character)))
    const before = performance.now()
    const { answer, slowest } = await sendWhileAsking('/api/roster/import/preview', file)
    expect([400, 413]).toContain(answer.status)
    expect(slowest).toBeLessThan(SLOW_MILLISECONDS)
    expect(performance.now() - before).toBeLessThan(40_000)
  },
  60_000,
)
