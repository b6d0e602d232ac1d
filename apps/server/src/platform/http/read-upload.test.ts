import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'

const MEGABYTE = 1024 * 1024
const BOUNDARY = 'azalea-test-boundary'
const HEAD = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`
const END = `\r\n--${BOUNDARY}--\r\n`
const FORM = `multipart/form-data; boundary=${BOUNDARY}`

let test: TestServer
let committee: TestPerson
let port: number
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
  await test.http.listen({ port: 0, host: '127.0.0.1' })
  port = (test.http.server.address() as AddressInfo).port
})
afterAll(() => test.close())

let sent = 0

/** Sends a body in its parts, as a slow line does, without telling its length beforehand. */
function send(url: string, parts: readonly (string | Buffer)[], contentType = FORM) {
  sent += 1
  return new Promise<{ status: number; code: string }>((resolve, reject) => {
    const sending = request({
      port,
      path: url,
      method: 'POST',
      headers: {
        cookie: committee.cookie,
        'content-type': contentType,
        'idempotency-key': `test-cut-${sent}`,
      },
    })
    sending.on('error', reject)
    sending.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { code } = JSON.parse(Buffer.concat(chunks).toString()) as { code: string }
        resolve({ status: response.statusCode ?? 0, code })
      })
    })
    void (async () => {
      for (const part of parts) {
        sending.write(part)
        await new Promise((later) => setTimeout(later, 100))
      }
      sending.end()
    })()
  })
}

const rows = (bytes: number) =>
  Buffer.from(
    '组别,户号,姓名\n' + '3组,己1号,郑甲,一二三四五六七八九十\n'.repeat(bytes / 50),
  ).subarray(0, bytes)

/** Every route that takes a file, and the most that it takes. */
const uploads = [
  ['/api/roster/import/preview', 8],
  ['/api/photos', 24],
  ['/api/rule-sheets/import', 4],
  ['/api/approved-lists/import', 4],
] as const

describe.each(uploads)('%s', (url, megabytes) => {
  it('answers 413 to a file over its limit, however it arrives', async () => {
    const most = megabytes * MEGABYTE
    const file = rows(most + MEGABYTE)
    // Cut where the limit is, so that the last part that is kept is the last one that comes.
    for (const cut of [most - HEAD.length, most, file.length - 1])
      expect(await send(url, [HEAD, file.subarray(0, cut), file.subarray(cut), END])).toEqual({
        status: 413,
        code: 'file_too_large',
      })
    const oneMore = rows(most + 1)
    expect(await send(url, [HEAD, oneMore.subarray(0, most), oneMore.subarray(most), END])).toEqual(
      {
        status: 413,
        code: 'file_too_large',
      },
    )
  })

  it('answers 4xx to a form that is badly made', async () => {
    const form = (head: string) => [`--${BOUNDARY}\r\n${head}\r\n\r\n`, 'abc', END]
    const cases: [string, readonly (string | Buffer)[], string?][] = [
      ['empty', []],
      ['only an end', [END]],
      ['torn off in the head', [HEAD.slice(0, 40)]],
      ['torn off in the file', [HEAD, 'abc']],
      ['without a boundary', [HEAD, 'abc', END], 'multipart/form-data'],
      ['with an empty boundary', [HEAD, 'abc', END], 'multipart/form-data; boundary='],
      ['with another boundary', [HEAD, 'abc', END], 'multipart/form-data; boundary=other'],
      ['a field, no file', form('content-disposition: form-data; name="file"')],
      [
        'a name of the prototype',
        form('content-disposition: form-data; name="__proto__"; filename="a"'),
      ],
      ['no name', form('content-disposition: form-data')],
      ['no heading', form('')],
      ['a head of NULs', form('\0\0\0: \0')],
      [
        'a JSON field that is none',
        form('content-disposition: form-data; name="a"\r\ncontent-type: application/json'),
      ],
      [
        'a bad encoding',
        form(
          'content-disposition: form-data; name="file"; filename="%ff%00"\r\ncontent-transfer-encoding: none',
        ),
      ],
      ['bytes', [Buffer.from([0xff, 0, 0xfe, 13, 10, 13, 10])]],
      [
        'a thousand parts',
        [form('content-disposition: form-data; name="a"').slice(0, 2).join('').repeat(1_000)],
      ],
      ['JSON', ['{}'], 'application/json'],
    ]
    for (const [name, parts, type] of cases) {
      const { status } = await send(url, parts, type)
      expect(status >= 400 && status < 500, `${name}: ${status}`).toBe(true)
    }
  })
})

it('keeps nothing of what it refuses', async () => {
  const { rows: kept } = await test.owner.query(
    'SELECT (SELECT count(*) FROM roster_import) + (SELECT count(*) FROM file) + (SELECT count(*) FROM rule_sheet) + (SELECT count(*) FROM approved_list) AS n',
  )
  expect(Number((kept[0] as { n: string }).n)).toBe(0)
})
