import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestServer, type TestServer } from '../test/server.ts'
import { whyNotServed } from './village-kinds.ts'

let test: TestServer
beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

it('takes the demonstration for no real village, nor a real one for it', async () => {
  const mark = (isDemonstration: boolean) =>
    test.owner.query('UPDATE village SET is_demonstration = $1', [isDemonstration])
  await mark(true)
  expect(await whyNotServed(test.database, true)).toBeNull()
  expect(await whyNotServed(test.database, false)).toContain('Set AZALEA_DATA to a folder')
  await mark(false)
  expect(await whyNotServed(test.database, false)).toBeNull()
  expect(await whyNotServed(test.database, true)).toContain('Set AZALEA_DEMO=off')
})
