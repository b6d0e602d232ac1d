import { afterAll, beforeAll, expect, it } from 'vitest'
import { sentTwice } from '../../../../test/once-per-key.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { sendMessage, sendMessages } from './send-message.ts'

let test: TestServer
beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

it('gives messages newest first in pages, and marks them read up to one', async () => {
  const person = await addPerson(test)
  const other = await addPerson(test)
  await test.database.inVillage(VILLAGE, async (db) => {
    const at = { db, villageId: VILLAGE, newId: test.server.newId }
    for (let order = 0; order < 5; order++) {
      const now = new Date(TEST_START.getTime() + order)
      await sendMessage({ ...at, now }, person.personId, 'test', { order })
    }
    await sendMessages({ ...at, now: TEST_START }, [])
    await sendMessage({ ...at, now: TEST_START }, other.personId, 'test', { order: 99 })
  })
  const first = (await call(test, person, 'GET', '/api/me/messages?limit=3')).json()
  const orders = (page: { items: { params: { order: number } }[] }) =>
    page.items.map(({ params }) => params.order)
  expect(orders(first)).toEqual([4, 3, 2])
  const url = `/api/me/messages?limit=3&cursor=${first.nextCursor}`
  const second = (await call(test, person, 'GET', url)).json()
  expect([orders(second), second.nextCursor]).toEqual([[1, 0], null])
  const { messageId } = first.items[1]
  const read = (who: TestPerson | null, id: unknown, withEarlier = true, key?: string) => {
    const body = { messageId: id, withEarlier }
    return call(test, who, 'POST', '/api/me/messages/read', body, key ? { key } : {})
  }
  const marks = async () => {
    const { items } = (await call(test, person, 'GET', '/api/me/messages')).json()
    return items.map(({ readAt }: { readAt: string | null }) => readAt !== null)
  }
  expect(await marks()).toEqual([false, false, false, false, false]) // looking marks nothing
  expect((await read(person, messageId, false)).json()).toEqual({})
  expect(await marks()).toEqual([false, true, false, false, false])
  await sentTwice(test, (key) => read(person, messageId, true, key))
  expect(await marks()).toEqual([false, true, true, true, true])
  expect((await read(other, messageId)).json().code).toBe('unknown_message')
  expect((await read(other, 'x')).json().code).toBe('invalid_request')
  expect((await read(null, messageId)).statusCode).toBe(401)
})
