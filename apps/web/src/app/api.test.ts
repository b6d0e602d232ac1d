import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, networkUnreachable, Upload } from '@azalea/client'
import { apiUrl, get, newKey, post, send } from './api.ts'

const seen: Request[] = []

function answerWith(answer: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', (request: Request) => {
    seen.push(request)
    return Promise.resolve().then(answer)
  })
}

beforeEach(() => {
  seen.length = 0
  vi.stubGlobal('location', { href: 'https://village.example/app/#/me' })
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  vi.stubGlobal('window', {})
})
afterEach(() => vi.unstubAllGlobals())

describe('a call', () => {
  it('sends the language, the query without empty values, and no key when it only reads', async () => {
    answerWith(() => Response.json({ items: [] }))
    await expect(get('/api/plates', { q: 'household', cursor: undefined })).resolves.toEqual({
      items: [],
    })
    expect(seen[0]?.url).toBe('https://village.example/api/plates?q=household')
    expect(seen[0]?.headers.get('Accept-Language')).toBe('en')
    expect(seen[0]?.headers.has('Idempotency-Key')).toBe(false)
  })

  it('gives each change its own key, and repeats a given one', async () => {
    answerWith(() => new Response(null, { status: 204 }))
    await send('POST', '/api/x', { stars: 5 })
    await send('POST', '/api/x', { stars: 5 })
    await send('POST', '/api/x', { stars: 5 }, { idempotencyKey: 'kept' })
    const keys = seen.map((request) => request.headers.get('Idempotency-Key'))
    expect(keys[0]).not.toBe(keys[1])
    expect(keys[2]).toBe('kept')
    await expect(seen[0]?.json()).resolves.toEqual({ stars: 5 })
  })

  it('goes to the configured base', () => {
    vi.stubGlobal('window', { AZALEA_API: 'https://api.example' })
    expect(apiUrl('/api/photos/{fileId}', { fileId: '1' })).toBe('https://api.example/api/photos/1')
  })
})

describe('a failure', () => {
  it('carries the code, the words and the fields of problem+json', async () => {
    answerWith(() =>
      Response.json(
        {
          code: 'rating_own_household',
          title: '不能评自家',
          detail: '这块地是您家的。',
          errors: [
            { path: 'body.stars', message: '1 到 5' },
            { pointer: '#/photo/width', detail: '太宽' },
          ],
        },
        { status: 422 },
      ),
    )
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
    })
  })

  it('keeps the status when a proxy answers with a page', async () => {
    answerWith(() => new Response('<html>', { status: 502 }))
    await expect(send('GET', '/api/x')).rejects.toMatchObject({ status: 502, code: 'http_502' })
  })

  it('says that nobody answered when the network is away', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(send('GET', '/api/x')).rejects.toMatchObject({
      status: 0,
      code: networkUnreachable,
    })
  })

  /** Breaks the first try as a connection that the server has just closed. */
  function breakOnce(breaksAfterMilliseconds = 0): void {
    let tries = 0
    answerWith(() => {
      tries += 1
      if (tries > 1) return Response.json({ done: true })
      vi.setSystemTime(Date.now() + breaksAfterMilliseconds)
      throw new TypeError('Failed to fetch')
    })
  }

  it('of a connection just closed is asked once more, with the same key and body', async () => {
    breakOnce()
    await expect(send('POST', '/api/x', { stars: 5 })).resolves.toEqual({ done: true })
    const [first, second] = seen.map((request) => request.headers.get('Idempotency-Key'))
    expect([seen.length, first]).toEqual([2, second])
    await expect(seen[1]?.json()).resolves.toEqual({ stars: 5 })
  })

  it('is not asked again where it might be done twice, is a file, came late or the line is away', async () => {
    const unkept = ['/api/setup', '/api/sign-in']
    for (const path of unkept) {
      breakOnce()
      await expect(send('POST', path, {})).rejects.toMatchObject({ code: networkUnreachable })
    }
    breakOnce()
    await expect(post('/api/photos', {}, new Upload(new FormData()))).rejects.toMatchObject({
      status: 0,
    })
    vi.useFakeTimers()
    breakOnce(6_000)
    await expect(send('POST', '/api/x', {})).rejects.toMatchObject({ status: 0 })
    vi.useRealTimers()
    vi.stubGlobal('navigator', { onLine: false })
    breakOnce()
    await expect(send('POST', '/api/x', {})).rejects.toMatchObject({ status: 0 })
    expect(seen).toHaveLength(unkept.length + 3)
  })

  it('is not hidden by a success that is no JSON', async () => {
    answerWith(() => new Response('<html>', { status: 200 }))
    await expect(send('GET', '/api/x')).rejects.toMatchObject({ code: 'answer_unreadable' })
  })
})

it('makes version 4 keys where randomUUID is missing', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) })
  expect(newKey()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})
