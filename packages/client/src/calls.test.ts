import { beforeEach, describe, expect, it } from 'vitest'
import { createCalls, keyOf } from './calls.ts'
import { Upload } from './contract.ts'
import type { HttpAnswer, HttpRequest, Language } from './ports.ts'
import { ApiProblem, problemOf } from './problem.ts'

const asked: HttpRequest[] = []
let language: Language = 'zh'
let keys = 0
let answer: () => HttpAnswer | Promise<HttpAnswer> = () => ({ status: 200, text: '{}' })

const { get, getText, post, send } = createCalls(
  {
    send: async (request) => {
      asked.push(request)
      return answer()
    },
    newKey: () => `key ${(keys += 1)}`,
  },
  { language: () => language },
)

beforeEach(() => {
  asked.length = 0
  language = 'zh'
  answer = () => ({ status: 200, text: '{}' })
})

it('tells a refusal in the language of whoever reads it now', () => {
  const words = { zh: '口令不对。', en: 'Wrong code.' }
  const field = { path: 'body.stars', message: '1 到 5', words: { zh: '1 到 5', en: '1 to 5' } }
  const text = JSON.stringify({ code: 'wrong_code', detail: words.zh, words, errors: [field] })
  const problem = problemOf(400, text)
  expect([problem.sentence('zh'), problem.sentence('en')]).toEqual([words.zh, words.en])
  expect(problem.errors[0]?.words?.en).toBe('1 to 5')
  expect(problemOf(502, '<html>').sentence('en')).toBe('')
})

describe('a call', () => {
  it('reads in the reader’s language of that moment, and without a key', async () => {
    answer = () => ({ status: 200, text: '{"items":[]}' })
    await expect(get('/api/awards/{id}', { id: 'a b' })).resolves.toEqual({ items: [] })
    language = 'en'
    await get('/api/plates', { kind: 'post', q: null })
    expect(asked.map(({ method, address }) => [method, address])).toEqual([
      ['GET', '/api/awards/a%20b'],
      ['GET', '/api/plates?kind=post'],
    ])
    expect(asked.map(({ headers }) => headers['Accept-Language'])).toEqual(['zh-CN', 'en'])
    expect(asked[0]?.headers).not.toHaveProperty('Idempotency-Key')
  })

  it('gives each change its own key, and repeats a given one', async () => {
    answer = () => ({ status: 204, text: '' })
    const change = (options = {}) =>
      post('/api/awards/{id}/reverse', { id: 'a' }, { reason: '记错了' }, options)
    await expect(change()).resolves.toBeUndefined()
    await change()
    await change({ idempotencyKey: 'kept' })
    const [first, second, third] = asked.map(({ headers }) => headers['Idempotency-Key'])
    expect(first).not.toBe(second)
    expect(third).toBe('kept')
    expect(asked[0]).toMatchObject({
      method: 'POST',
      address: '/api/awards/a/reverse',
      body: '{"reason":"记错了"}',
      headers: { 'Content-Type': 'application/json' },
    })
  })

  it('leaves a form with a file to the port', async () => {
    const form = { file: 'photo.jpg' }
    await post('/api/photos', {}, new Upload(form))
    expect(asked[0]?.body).toBe(form)
    expect(asked[0]?.headers).not.toHaveProperty('Content-Type')
  })

  it('reads a receipt as text', async () => {
    answer = () => ({ status: 200, text: 'c2sp.org/tlog-proof@v1' })
    await expect(getText('/api/awards/{id}/receipt', { id: 'a' })).resolves.toMatch(/^c2sp/)
  })

  it('that the contract does not know does not compile', () => {
    const wrong = [
      // @ts-expect-error no such path
      () => get('/api/nothing'),
      // @ts-expect-error its id is missing
      () => get('/api/awards/{id}'),
      // @ts-expect-error a path filled in by hand
      () => get('/api/awards/7'),
      // @ts-expect-error not among its query
      () => get('/api/plates', { colour: 'red' }),
      // @ts-expect-error not what is sent
      () => post('/api/awards/{id}/reverse', { id: 'a' }, { why: '记错了' }),
      // @ts-expect-error nothing is sent
      () => post('/api/awards/{id}/reverse', { id: 'a' }),
      // @ts-expect-error an answer has no such field
      async () => (await get('/api/setup')).colour,
      // @ts-expect-error no key of a path that cannot be read
      () => keyOf('/api/awards/{id}/reverse', { id: 'a' }),
    ]
    expect(wrong).toHaveLength(8)
  })
})

describe('a failure', () => {
  it('carries the code, the words and the fields of problem+json', async () => {
    const body = {
      code: 'rating_own_household',
      title: '不能评自家',
      detail: '这块地是您家的。',
      errors: [
        { path: 'body.stars', message: '1 到 5' },
        { pointer: '#/photo/width', detail: '太宽' },
      ],
      about: { kind: 'plate', id: 'K7Q2' },
    }
    answer = () => ({ status: 422, text: JSON.stringify(body) })
    const problem = await send('POST', '/api/ratings', {}).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({
      status: 422,
      code: 'rating_own_household',
      detail: '这块地是您家的。',
      errors: [
        { field: 'stars', message: '1 到 5' },
        { field: 'photo.width', message: '太宽' },
      ],
      about: { kind: 'plate', id: 'K7Q2' },
    })
  })

  it('keeps the status when a proxy answers with a page', async () => {
    answer = () => ({ status: 502, text: '<html>' })
    await expect(get('/api/setup')).rejects.toMatchObject({ status: 502, code: 'http_502' })
  })

  it('says that nobody answered', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(get('/api/setup')).rejects.toMatchObject({ code: 'network_unreachable' })
  })

  it('is the caller’s own when the caller has given up', async () => {
    const gone = new Error('given up')
    answer = () => Promise.reject(gone)
    const signal = { aborted: true, addEventListener: () => undefined }
    await expect(get('/api/setup', {}, { signal })).rejects.toBe(gone)
  })

  it('is not hidden by a success that is no JSON', async () => {
    answer = () => ({ status: 200, text: '<html>' })
    await expect(get('/api/setup')).rejects.toMatchObject({ code: 'answer_unreadable' })
  })
})

it('keeps answers under the contract’s path and what it was asked with', () => {
  expect(keyOf('/api/me/home')).toEqual(['/api/me/home'])
  expect(keyOf('/api/plates', {})).toEqual(['/api/plates'])
  expect(keyOf('/api/awards/{id}', { id: '7' })).toEqual(['/api/awards/{id}', { id: '7' }])
})
