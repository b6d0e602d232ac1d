import { afterAll, beforeAll, expect, it } from 'vitest'
import { roles } from '../src/platform/actor.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

let test: TestServer
let everybody: TestPerson
let routes: { method: 'GET' | 'POST'; path: string; access: unknown }[]
beforeAll(async () => {
  test = await createTestServer()
  everybody = await addPerson(test, { roles })
  const { paths } = test.http.swagger() as unknown as {
    paths: Record<string, Record<string, { 'x-access': unknown }>>
  }
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method === 'get' ? ('GET' as const) : ('POST' as const),
      path,
      access: operation['x-access'],
    })),
  )
})
afterAll(() => test.close())

const filled = (path: string) =>
  path
    .replace('{villageId}', VILLAGE)
    .replace('{board}', 'households')
    .replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')

async function cacheControl(who: TestPerson | null, { method, path }: (typeof routes)[number]) {
  const answer = await call(test, who, method, filled(path), method === 'POST' ? {} : undefined)
  return answer.headers['cache-control']
}

it('no cache keeps an answer of a route that needs a session, nor a refusal of one', async () => {
  const ofSessions = routes.filter(({ access }) => access !== 'public')
  expect(ofSessions.length).toBeGreaterThan(60)
  for (const route of ofSessions.filter(({ path }) => !path.startsWith('/api/sign-out'))) {
    expect(await cacheControl(everybody, route), route.path).toBe('no-store')
    expect(await cacheControl(null, route), route.path).toBe('no-store')
  }
})

it('nor a public answer whose route says nothing of caches', async () => {
  const ofAll = routes.filter(({ access, method }) => access === 'public' && method === 'GET')
  for (const route of ofAll)
    expect(await cacheControl(null, route), route.path).toMatch(/^no-store$|^public/)
  const session = ofAll.find(({ path }) => path === '/api/session')
  expect(session && (await cacheControl(null, session))).toBe('no-store')
})

it('nor a public answer that was made for somebody signed in', async () => {
  for (const route of routes.filter(
    ({ access, method }) => access === 'public' && method === 'GET',
  ))
    expect(await cacheControl(everybody, route), route.path).toMatch(/^no-store$|^public/)
})
