import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { TestServer } from './server.ts'

let keys = 0

/** Sends a request twice under one key: it is answered as at first, and nothing more is recorded or told. */
export async function sentTwice(
  test: TestServer,
  send: (key: string) => Promise<LightMyRequestResponse>,
): Promise<LightMyRequestResponse> {
  keys += 1
  const key = `twice-under-one-key-${keys}`
  const first = await send(key)
  expect(first.statusCode, first.body).toBe(200)
  const done = await countDone(test)
  const again = await send(key)
  expect([again.statusCode, again.body]).toEqual([200, first.body])
  expect(await countDone(test)).toEqual(done)
  return first
}

/** What came of requests sent at one moment: `done`, or the code of each refusal, in order of the alphabet. */
export async function outcomesOf(
  sent: readonly Promise<LightMyRequestResponse>[],
): Promise<string[]> {
  const answers = await Promise.all(sent)
  return answers
    .map((answer) => (answer.statusCode === 200 ? 'done' : String(answer.json().code)))
    .toSorted()
}

async function countDone({ owner }: TestServer): Promise<unknown> {
  const { rows } = await owner.query(
    'SELECT (SELECT count(*) FROM record) AS records, (SELECT count(*) FROM message) AS messages',
  )
  return rows[0]
}
