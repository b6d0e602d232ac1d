import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, createTestServer, type TestServer } from '../../../test/server.ts'

let test: TestServer
beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

it('is healthy only while the database answers and its schema is the program’s own', async () => {
  const healthy = await call(test, null, 'GET', '/api/health')
  expect([healthy.statusCode, healthy.json()]).toEqual([200, { status: 'ok' }])

  await test.owner.query("INSERT INTO schema_migration (name) VALUES ('9999_newer')")
  expect((await call(test, null, 'GET', '/api/health')).statusCode).toBe(503)
  await test.owner.query("DELETE FROM schema_migration WHERE name = '9999_newer'")

  await test.owner.query('ALTER TABLE schema_migration RENAME TO hidden')
  expect((await call(test, null, 'GET', '/api/health')).json()).toMatchObject({ code: 'not_ready' })
  await test.owner.query('ALTER TABLE hidden RENAME TO schema_migration')
})

it('serves its contract as OpenAPI 3.1 with who may call each operation', async () => {
  const document = (await call(test, null, 'GET', '/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(document.paths['/api/health'].get['x-access']).toBe('public')
  expect((await call(test, null, 'GET', '/api/docs/')).statusCode).toBe(200)
})

it('answers an unknown address and a foreign page with a problem in the reader’s language', async () => {
  const unknown = await call(test, null, 'GET', '/api/nothing', undefined, { language: 'en' })
  expect(unknown.headers['content-type']).toContain('application/problem+json')
  expect(unknown.json()).toMatchObject({ status: 404, code: 'unknown_route' })
})

it.each(['/api/%', '/api/plates/%E0%A4%A/photo', `/api/plates/${'x'.repeat(500)}/photo`])(
  'answers an address that cannot be read with a problem in both languages: %s',
  async (url) => {
    const answer = await call(test, null, 'GET', url, undefined, { language: 'en' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ])
    expect(answer.json()).toMatchObject({
      code: 'malformed_request',
      detail: 'The request could not be read.',
      words: { zh: '请求的格式无法识别。', en: 'The request could not be read.' },
    })
  },
)

it('names the field, and what is wanted, when a value has the wrong type', async () => {
  const body = { phone: 139 }
  for (const [language, words] of [
    ['zh', '“手机号”要填文字'],
    ['en', 'text is wanted'],
  ] as const) {
    const refused = await call(test, null, 'POST', '/api/sign-in/code', body, { language })
    expect(refused.json()).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(refused.json().detail).toContain(words)
  }
})
