import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldWords } from './field-words.ts'
import { command } from './route.ts'
import { createHttp } from './server.ts'

let http: Awaited<ReturnType<typeof createHttp>>
beforeAll(async () => {
  http = await createHttp({
    sessions: { resolve: async () => null },
    webDir: null,
    publicUrl: 'http://localhost',
    logFaults: false,
    limitRates: false,
  })
  const spec = {
    method: 'POST',
    url: '/api/x',
    access: 'public',
    summary: '',
    tag: '',
    body: z.strictObject({
      stars: z.int().min(1).max(5).optional(),
      title: z.string().min(1).max(3).optional(),
      occurredOn: z.iso.date().optional(),
      startsAt: z.iso.datetime().optional(),
      kind: z.enum(['plot', 'yard']).optional(),
      personIds: z.array(z.string()).min(1).max(2).optional(),
      publishes: z.boolean().optional(),
      phone: z.string(),
      villageId: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
      about: z.union([z.int(), z.boolean()]).optional(),
    }),
    answer: z.object({}),
  } as const
  command(http, spec, async () => ({}))
  await http.ready()
})
afterAll(() => http.close())

async function told(body: object, language: string) {
  const answer = await http.inject({
    method: 'POST',
    url: '/api/x',
    headers: { 'accept-language': language, 'idempotency-key': 'test-sentence' },
    payload: body,
  })
  const problem = answer.json<{ code: string; detail: string; errors: { message: string }[] }>()
  expect(problem.code).toBe('invalid_request')
  return problem.errors[0]?.message
}

describe('a field that does not fit', () => {
  it.each([
    [{}, '“手机号”还没有填写。', 'Telephone: this is not filled in yet.'],
    [{ stars: 0 }, '“星数”不能小于 1。', 'Stars: 1 is the least.'],
    [{ stars: 9 }, '“星数”不能大于 5。', 'Stars: 5 is the most.'],
    [{ stars: 2.5 }, '“星数”要填整数。', 'Stars: a whole number is wanted.'],
    [{ title: '四个字啊' }, '“标题”最多写 3 个字。', 'Title: at most 3 characters fit here.'],
    [
      { occurredOn: '昨天' },
      '“发生日期”要写成年-月-日，如 2026-03-01。',
      'Day: write a day such as 2026-03-01.',
    ],
    [
      { kind: 'field' },
      '“种类”的写法不对，请重新选择或填写。',
      'Kind: this does not fit; please choose or write it again.',
    ],
    [{ personIds: [] }, '“人”还没有选。', 'People: nothing is chosen yet.'],
    [{ personIds: ['1', 2] }, '“人（第 2 个）”要填文字。', 'People (no. 2): text is wanted.'],
    [
      { publishes: 'no' },
      '“是否公开姓名”要选是或否。',
      'Publishing the name: yes or no is wanted.',
    ],
  ])('%j is told by its name, with what is wanted', async (part, zh, en) => {
    const body = 'stars' in part || Object.keys(part).length > 0 ? { phone: '1', ...part } : part
    expect(await told(body, 'zh')).toBe(zh)
    expect(await told(body, 'en')).toBe(en)
  })

  it.each([{ startsAt: 'x' }, { villageId: '1' }, { about: 'x' }, { phone: '1', other: 1 }])(
    '%j shows no word of the machine',
    async (part) => {
      for (const language of ['zh', 'en'])
        expect(await told({ phone: '1', ...part }, language)).not.toMatch(
          /[<>=^\\]|expected|received|invalid|期望|正则|格式：/i,
        )
    },
  )
})

it('names every field of every body that a person can send', () => {
  const document = JSON.parse(
    readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8'),
  ) as { paths: Record<string, Record<string, { requestBody?: unknown }>> }
  const names = new Set<string>()
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name)
      walk(value)
    }
  }
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path)) walk(operation.requestBody)
  names.delete('file')
  expect([...names].filter((name) => !Object.hasOwn(fieldWords, name))).toEqual([])
})
