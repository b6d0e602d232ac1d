import { beforeEach, describe, expect, it, vi } from 'vitest'

const scope = 'https://village.example/app/'

/** The part of the Cache interface that the worker uses, on a map of addresses. */
class FakeCache {
  readonly kept = new Map<string, Response>()

  async match(
    request: Request | string,
    options: { ignoreSearch?: boolean } = {},
  ): Promise<Response | undefined> {
    let address = addressOf(request)
    if (options.ignoreSearch === true) address = address.replace(/\?.*$/, '')
    return this.kept.get(address)?.clone()
  }

  async put(request: Request | string, response: Response): Promise<void> {
    this.kept.delete(addressOf(request))
    this.kept.set(addressOf(request), response)
  }

  async add(request: Request | string): Promise<void> {
    const response = await fetch(new Request(addressOf(request)))
    if (!response.ok) throw new TypeError('not ok')
    await this.put(request, response)
  }

  async addAll(requests: readonly (Request | string)[]): Promise<void> {
    await Promise.all(requests.map((request) => this.add(request)))
  }

  async keys(): Promise<Request[]> {
    return [...this.kept.keys()].map((address) => new Request(address))
  }

  async delete(request: Request | string): Promise<boolean> {
    return this.kept.delete(addressOf(request))
  }
}

type Listener = (event: unknown) => void

let stores: Map<string, FakeCache>
let listeners: Map<string, Listener>
let online: boolean
let server: (address: string) => Response

beforeEach(async () => {
  stores = new Map()
  listeners = new Map()
  online = true
  server = (address) => new Response(`fresh ${address}`)
  vi.stubGlobal('BUILD', {
    version: 'v2',
    shell: ['index.html', 'assets/index-a.js'],
    rest: ['assets/me-b.js'],
  })
  vi.stubGlobal('self', {
    registration: { scope },
    clients: { claim: async () => undefined },
    skipWaiting: vi.fn(async () => undefined),
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
  })
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const store = stores.get(name) ?? new FakeCache()
      stores.set(name, store)
      return store
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  })
  vi.stubGlobal('fetch', async (request: Request) => {
    if (!online) throw new TypeError('Failed to fetch')
    return server(request.url)
  })
  // Requests with relative names are relative to the worker.
  const Original = globalThis.Request
  vi.stubGlobal(
    'Request',
    class extends Original {
      constructor(input: string | Request, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, scope).href : input, init)
      }
    },
  )
  vi.resetModules()
  // A variable keeps the worker's own types (and no DOM) out of the pages' program.
  const path = './sw.ts'
  await import(/* @vite-ignore */ path)
  return () => vi.unstubAllGlobals()
})

describe('the shell', () => {
  it('opens without a network, on whatever page one reloads', async () => {
    await installed()
    online = false
    await expect(text(get('', { page: true }))).resolves.toBe(`fresh ${scope}index.html`)
    await expect(text(get('assets/index-a.js'))).resolves.toBe(`fresh ${scope}assets/index-a.js`)
  })

  it('is not installed by halves', async () => {
    server = (address) => new Response('', { status: address.endsWith('a.js') ? 404 : 200 })
    await expect(installed()).rejects.toThrow('not ok')
  })

  it('leaves other pages of the same server to the network', async () => {
    await installed()
    await expect(text(get('docs/', { page: true }))).resolves.toBe(`fresh ${scope}docs/`)
  })

  it('leads from what a plate’s QR code says to its page without a network', async () => {
    await installed()
    online = false
    const answer = await get('p/K7Q2M4XA', { page: true })
    expect(answer?.status).toBe(302)
    expect(answer?.headers.get('location')).toBe(`${scope}#/p/K7Q2M4XA`)
  })

  it('fetches the other pages when it is told that there is time', async () => {
    await installed()
    await fire('message', { data: 'keep-the-rest' })
    online = false
    await expect(text(get('assets/me-b.js'))).resolves.toBe(`fresh ${scope}assets/me-b.js`)
  })

  it('leaves the line to a page that is opened meanwhile', async () => {
    await installed()
    const kept = fire('message', { data: 'keep-the-rest' })
    await get('', { page: true })
    await kept
    expect(stores.get('azalea-shell-v2')?.kept.has(`${scope}assets/me-b.js`)).toBe(false)
    await fire('message', { data: 'keep-the-rest' })
    expect(stores.get('azalea-shell-v2')?.kept.has(`${scope}assets/me-b.js`)).toBe(true)
  })

  it('drops the shells of older builds and keeps what was read', async () => {
    stores.set('azalea-shell-v1', new FakeCache())
    stores.set('azalea-api-1', new FakeCache())
    await installed()
    await fire('activate', {})
    expect([...stores.keys()].sort()).toEqual(['azalea-api-1', 'azalea-shell-v2'])
  })
})

describe('reads of the API', () => {
  it('come from the server while it answers', async () => {
    await text(get('../api/me/rank'))
    server = () => new Response('newer')
    await expect(text(get('../api/me/rank'))).resolves.toBe('newer')
  })

  it('come from what was last seen without a network, marked as such', async () => {
    await text(get('../api/me/rank'))
    online = false
    const response = await get('../api/me/rank')
    expect(response?.headers.get('Azalea-Kept')).toBe('1')
    await expect(response?.text()).resolves.toContain('fresh')
  })

  it('come from what was last seen while the server is behind a broken proxy', async () => {
    await text(get('../api/me/rank'))
    server = () => new Response('', { status: 502 })
    await expect(text(get('../api/me/rank'))).resolves.toContain('fresh')
  })

  it('are not mixed up between two queries of one list', async () => {
    await text(get('../api/activities?state=open'))
    online = false
    await expect(get('../api/activities?state=closed')).rejects.toThrow('Failed to fetch')
  })

  it('never keep a refusal', async () => {
    server = () => new Response('no', { status: 403 })
    await text(get('../api/me/rank'))
    online = false
    await expect(get('../api/me/rank')).rejects.toThrow('Failed to fetch')
  })

  it.each([
    '../api/home',
    '../api/activities',
    '../api/awards/7',
    '../api/me/money',
    '../api/me/year-ends',
    '../api/offers',
    '../api/offers/7',
    '../api/shop',
    '../api/villages/330109102259/offers/7/queue',
  ])('keep %s for whoever stands in a field', async (path) => {
    await text(get(path))
    online = false
    await expect(text(get(path))).resolves.toContain('fresh')
  })

  it.each([
    '../api/setup',
    '../api/docs',
    '../api/me/export',
    '../api/posts/7/code',
    '../api/shop/counter',
    '../api/shop/counter/K7Q2M4XA',
    '../api/offers/7/queue',
    '../api/offer-desk',
    '../api/budgets',
    '../api/payment-runs',
  ])('leave %s to the network alone', (path) => {
    expect(get(path)).toBeUndefined()
  })

  it('keep a bounded number of answers, the latest', async () => {
    for (let n = 0; n < 130; n += 1) await text(get(`../api/plates/${n}`))
    expect(stores.get('azalea-api-1')?.kept.size).toBe(120)
    online = false
    await expect(text(get('../api/plates/129'))).resolves.toContain('fresh')
    await expect(get('../api/plates/0')).rejects.toThrow('Failed to fetch')
  })
})

it('never touches a command', () => {
  expect(get('../api/plates/K7/ratings', { method: 'POST' })).toBeUndefined()
})

it('takes over only when the reader asks for the new version', async () => {
  await installed()
  const { skipWaiting } = globalThis.self as unknown as { skipWaiting: () => void }
  expect(skipWaiting).not.toHaveBeenCalled()
  await fire('message', { data: 'use-new-version' })
  expect(skipWaiting).toHaveBeenCalledOnce()
})

/** The worker's answer, or undefined when it leaves the request to the browser. */
function get(
  path: string,
  options: { page?: boolean; method?: string } = {},
): Promise<Response> | undefined {
  const request = new Request(path, { method: options.method ?? 'GET' })
  if (options.page === true) Object.defineProperty(request, 'mode', { value: 'navigate' })
  let answer: Promise<Response> | undefined
  const waits: Promise<unknown>[] = []
  listeners.get('fetch')?.({
    request,
    respondWith: (given: Promise<Response>) => {
      answer = given
    },
    waitUntil: (wait: Promise<unknown>) => waits.push(wait),
  })
  return answer?.then(async (response) => {
    await Promise.all(waits)
    return response
  })
}

async function text(answer: Promise<Response> | undefined): Promise<string | undefined> {
  return (await answer)?.text()
}

async function installed(): Promise<void> {
  await fire('install', {})
}

async function fire(name: string, event: object): Promise<void> {
  const waits: Promise<unknown>[] = []
  listeners.get(name)?.({
    ...event,
    waitUntil: (wait: Promise<unknown>) => waits.push(wait),
  })
  await Promise.all(waits)
}

function addressOf(request: Request | string): string {
  return typeof request === 'string' ? new URL(request, scope).href : request.url
}
