import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson, call, createTestServer, type TestPerson, type TestServer } from './server.ts'

/** What the document says of a value: as much of JSON Schema as we use. */
interface Shape {
  readonly type?: string
  readonly pattern?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: unknown
  readonly [key: string]: unknown
}

interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema: Shape }[]
  readonly requestBody?: { content: Readonly<Record<string, { schema: Shape }>> }
}

const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Shape> }
}

const checked = ['uuid', 'date', 'date-time', 'email', 'uri']

/** Strings of a shape that would take any text as it comes: no text type, no pattern, no list. */
function* rawStrings(shape: unknown, path: string): Generator<string> {
  if (Array.isArray(shape)) {
    for (const part of shape) yield* rawStrings(part, path)
    return
  }
  if (typeof shape !== 'object' || shape === null) return
  const { $ref, ...rest } = shape as Shape
  if (typeof $ref === 'string')
    yield* rawStrings(document.components.schemas[$ref.split('/').at(-1) ?? ''], path)
  if (rest.type === 'string' && !isBounded(rest)) yield path
  for (const key of ['items', 'anyOf', 'oneOf', 'allOf', 'additionalProperties', 'prefixItems'])
    yield* rawStrings(rest[key], path)
  for (const [name, part] of Object.entries(rest.properties ?? {}))
    yield* rawStrings(part, `${path}.${name}`)
}

function isBounded(shape: Shape): boolean {
  if ('x-text' in shape || 'enum' in shape || 'const' in shape) return true
  if (shape.format !== undefined && (checked.includes(shape.format) || shape.format === 'binary'))
    return true
  if (shape.pattern === undefined) return false
  const pattern = new RegExp(shape.pattern, 'u')
  return !['\u0000', 'a\u0000', '1\u202e', '\ud800'].some((text) => pattern.test(text))
}

it('lets no text in but through a text type, a pattern or a list', () => {
  const raw: string[] = []
  let operations = 0
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { parameters = [], requestBody }] of Object.entries(methods)) {
      operations++
      for (const { name, in: place, schema } of parameters)
        raw.push(...rawStrings(schema, `${method} ${path} ${place} ${name}`))
      for (const { schema } of Object.values(requestBody?.content ?? {}))
        raw.push(...rawStrings(schema, `${method} ${path} body`))
    }
  expect(operations).toBeGreaterThan(100)
  expect(raw).toEqual([])
})

describe('a text at the door', () => {
  let test: TestServer
  let committee: TestPerson
  beforeAll(async () => {
    test = await createTestServer()
    committee = await addPerson(test, { roles: ['committee'] })
  })
  afterAll(() => test.close())

  const addPlot = async (label: string, story = '') => {
    const body = { kind: 'plot', label, story }
    const answer = await call(test, committee, 'POST', '/api/subjects', body)
    return { status: answer.statusCode, ...answer.json() }
  }
  const labels = async (q: string) => {
    const url = `/api/plates?q=${encodeURIComponent(q)}`
    const answer = await call(test, committee, 'GET', url)
    return answer.json().items.map((row: { label: string }) => row.label)
  }

  it.each([
    ['three zero-width spaces', '\u200b\u200b\u200b'],
    ['two fillers', '\u3164\u3164'],
    ['a NUL', '\u0000'],
    ['half of a character', '\ud83c'],
    ['nothing', ' '],
  ])('is refused in words when there is nothing to see: %s', async (_, label) => {
    expect(await addPlot(label)).toMatchObject({
      status: 400,
      code: 'invalid_request',
      detail: expect.stringContaining('看得见'),
    })
  })

  it('comes in without what turns a line, cannot be seen or is no character', async () => {
    expect(await addPlot('村口\u202eabcd\u0000', '第一行\r\n第二行\ud83c')).toMatchObject({
      status: 200,
    })
    expect(await labels('村口abcd')).toEqual(['村口abcd'])
    expect(await labels('村口\u0000abcd')).toEqual(['村口abcd'])
    const { rows } = await test.owner.query('SELECT story FROM subject WHERE label = $1', [
      '村口abcd',
    ])
    expect(rows).toEqual([{ story: '第一行\n第二行' }])
  })

  it('is as long as a reader counts', async () => {
    expect(await addPlot('👨‍👩‍👧'.repeat(60))).toMatchObject({ status: 200 })
    expect(await addPlot('村'.repeat(61))).toMatchObject({
      status: 400,
      detail: expect.stringContaining('最多写 60 个字'),
    })
  })

  it('is refused in a page mark that nobody gave out', async () => {
    const page = (await call(test, committee, 'GET', '/api/roster/people?limit=1')).json()
    if (page.nextCursor === null) await addPerson(test)
    const { nextCursor } = (await call(test, committee, 'GET', '/api/roster/people?limit=1')).json()
    const [list, , id] = JSON.parse(Buffer.from(nextCursor, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify([list, 'a\u0000', id])).toString('base64url')
    const answer = await call(test, committee, 'GET', `/api/roster/people?limit=1&cursor=${forged}`)
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_cursor' })
  })
})
