import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { operationsOf, requestOf, type FuzzRequest, type Operation } from './fuzz-requests.ts'
import {
  createFingerprint,
  createFuzzVillage,
  readPools,
  type FuzzVillage,
  type Sender,
} from './fuzz-village.ts'

/** Another seed tries other requests; the one that a failure names tries the same again. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_129)
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 16)
/** However slow the machine is, each operation is tried so often. */
const FEWEST_ROUNDS = 2
const MOST_MILLISECONDS = Number(process.env['FUZZ_SECONDS'] ?? 100) * 1_000

/** It would end the session of whoever asks; its own test holds it. */
const left = new Set(['/api/sign-out'])

let village: FuzzVillage
beforeAll(async () => {
  village = await createFuzzVillage()
})
afterAll(() => village.test.close())

it('sees whatever a transaction has committed, and nothing that was rolled back', async () => {
  const { owner } = village.test
  const fingerprint = await createFingerprint(village.test)
  const before = await fingerprint()
  const write = 'UPDATE village SET name = name'
  await owner.query(`BEGIN; ${write}; ROLLBACK`)
  expect(await fingerprint()).toBe(before)
  await owner.query(write)
  const after = await fingerprint()
  expect(after).not.toBe(before)
  await owner.query(`BEGIN; ${write}; ROLLBACK`)
  await owner.query(write)
  expect(await fingerprint()).not.toBe(after)
})

it(
  'answers no request with a fault, and changes nothing where it refuses',
  { timeout: MOST_MILLISECONDS + 60_000 },
  async () => {
    const { test } = village
    const document = test.http.swagger() as unknown as Parameters<typeof operationsOf>[0]
    const operations = operationsOf(document).filter(({ path }) => !left.has(path))
    const fingerprint = await createFingerprint(test)
    const began = Date.now()
    const failures: string[] = []
    const statuses = new Map<number, number>()
    let sent = 0
    let held = await fingerprint()
    for (let round = 0; round < rounds; round++) {
      const senders = await village.cast()
      const pools = await readPools(test)
      held = await fingerprint()
      for (const operation of operations) {
        if (round >= FEWEST_ROUNDS && Date.now() - began > MOST_MILLISECONDS) break
        const drawn = fc.record({
          request: requestOf(operation, pools, document),
          sender: senderOf(operation, senders),
        })
        const [one] = fc.sample(drawn, { seed: seed + sent, numRuns: 1 })
        if (one === undefined) throw new Error('nothing drawn')
        const answer = await send(test.http, one.request, one.sender)
        sent += 1
        statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
        const now = await fingerprint()
        const problem = faultOf(answer, held, now)
        if (problem !== null) failures.push(`${problem}: ${tell(one.request, one.sender, answer)}`)
        held = now
      }
      test.clock.advanceMinutes(180)
    }
    const counts = [...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`)
    const summary = `fuzz: seed ${seed}, ${sent} requests of ${operations.length} operations, ${counts.join(', ')}`
    process.stdout.write(`${summary}\n`)
    expect(
      failures,
      `replay with FUZZ_SEED=${seed} npx vitest run --project server apps/server/test/fuzz.test.ts`,
    ).toEqual([])
  },
)

/** Mostly those who may call it; one request in six goes out as anybody. */
function senderOf({ access }: Operation, senders: readonly Sender[]): fc.Arbitrary<Sender> {
  const mayCall = senders.filter(
    ({ roles }) => typeof access === 'string' || roles.some((role) => access.includes(role)),
  )
  const anybody = fc.constantFrom(...senders)
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...mayCall) }, anybody)
}

function send(
  http: FuzzVillage['test']['http'],
  { method, url, headers, payload }: FuzzRequest,
  sender: Sender,
): Promise<LightMyRequestResponse> {
  return http.inject({
    method,
    url,
    headers: { ...headers, ...(sender.cookie === null ? {} : { cookie: sender.cookie }) },
    ...(payload === undefined ? {} : { payload }),
  })
}

function faultOf({ statusCode }: LightMyRequestResponse, before: string, after: string) {
  if (statusCode >= 500) return `answered ${statusCode}`
  if (statusCode < 400 || before === after) return null
  const lines = new Set(before.split('\n'))
  const changed = after.split('\n').filter((line) => !lines.has(line))
  return `refused with ${statusCode}, and yet changed ${changed.map((line) => line.split(' ')[0]).join(', ')}`
}

function tell(
  { method, url, headers, payload }: FuzzRequest,
  sender: Sender,
  { body }: LightMyRequestResponse,
): string {
  const parts = [
    `${sender.name} (${sender.roles.join(' ')})`,
    method,
    url.slice(0, 300),
    JSON.stringify(headers).slice(0, 400),
  ]
  return [...parts, JSON.stringify(payload ?? '').slice(0, 600), body.slice(0, 300)].join(' ')
}
