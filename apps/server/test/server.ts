import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { compose, type Server } from '../src/compose.ts'
import type { Dependencies, Parts } from '../src/parts.ts'
import type { Module } from '../src/platform/module.ts'
import { sessionHashOf } from '../src/modules/community/index.ts'
import type { Role } from '../src/platform/actor.ts'
import { ManualClock, type Clock } from '../src/platform/clock.ts'
import type { Database } from '../src/platform/database/database.ts'
import type { PaymentProvider } from '../src/platform/payment-provider.ts'
import type { Wechat } from '../src/platform/wechat.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { seededRandomness } from './randomness.ts'

/** Monday 2 March 2026, 09:00 in Shanghai: where every test begins. */
export const TEST_START = new Date('2026-03-02T01:00:00Z')
export const VILLAGE = '330109102259'
export const OTHER_VILLAGE = '330109102260'

export interface TestServer extends TestDatabase {
  readonly server: Server
  readonly http: FastifyInstance
  readonly clock: ManualClock
  /** Every one-time code that was sent, latest last. */
  readonly sentCodes: readonly { readonly phone: string; readonly code: string }[]
}

/** What a server needs of its dependencies in a test, on a given database. */
export function testDependencies(database: Database, clock: ManualClock) {
  const sentCodes: { phone: string; code: string }[] = []
  const dependencies: Dependencies = {
    database,
    clock,
    randomness: seededRandomness('test'),
    masterKey: Buffer.alloc(32, 7),
    migrationsDir: join(import.meta.dirname, '../migrations'),
    dataDir: null,
    publicUrl: 'http://localhost:8080',
    webDir: null,
    logFaults: true,
    limitRates: false,
    sms: {
      fixedCodeOf: () => null,
      sendSignInCode: async (phone, code) => void sentCodes.push({ phone, code }),
    },
    setupToken: 'test-setup-token',
    demonstrationSignIns: null,
  }
  return { dependencies, sentCodes }
}

/** A whole server on its own database, with a clock that stands still, and two founded, empty villages. */
export async function createTestServer(
  options: {
    readonly wechat?: (clock: Clock) => Wechat
    readonly payments?: (clock: Clock) => PaymentProvider
    readonly modules?: readonly Module<Parts>[]
  } = {},
): Promise<TestServer> {
  const test = await createTestDatabase()
  const clock = new ManualClock(TEST_START)
  const { dependencies, sentCodes } = testDependencies(test.database, clock)
  const wechat = options.wechat?.(clock) ?? null
  const payments = options.payments?.(clock) ?? null
  const server = await compose({ ...dependencies, wechat, payments }, options.modules)
  await server.http.ready()
  await foundVillage(test, server, VILLAGE, '大石盖村')
  await foundVillage(test, server, OTHER_VILLAGE, '石马头村')
  const close = async () => {
    await server.http.close()
    await test.close()
  }
  return { ...test, server, http: server.http, clock, sentCodes, close }
}

async function foundVillage(test: TestDatabase, server: Server, villageId: string, name: string) {
  await test.owner.query(
    `INSERT INTO village (village_id, name, town_name, opt_in_text, created_at) VALUES ($1, $2, '戴村镇', '我户自愿加入积分制。', $3)`,
    [villageId, name, TEST_START],
  )
  await test.owner.query(
    `INSERT INTO village_group (village_id, group_no, name) VALUES ($1, 1, '第1组'), ($1, 2, '第2组')`,
    [villageId],
  )
  await test.database.inVillage(villageId, (db) => server.secrets.found(db, villageId))
}

export interface TestPerson {
  readonly villageId: string
  readonly personId: string
  readonly householdId: string
  readonly name: string
  /** The Cookie header of a signed-in session. */
  readonly cookie: string
}

let people = 0

/** Puts a person (in a household of their own unless told) on the roster, signed in. Fixture only. */
export async function addPerson(
  test: TestServer,
  options: {
    readonly villageId?: string
    readonly name?: string
    readonly householdId?: string
    readonly groupNo?: number
    readonly roles?: readonly Role[]
    readonly joined?: boolean
  } = {},
): Promise<TestPerson> {
  people += 1
  const villageId = options.villageId ?? VILLAGE
  const name = options.name ?? `陈${String.fromCodePoint(0x4e00 + people)}芳`
  const personId = test.server.newId()
  const householdId = options.householdId ?? test.server.newId()
  const phoneHash = `phone-${personId}`
  if (options.householdId === undefined)
    await test.owner.query(
      'INSERT INTO household (village_id, household_id, group_no, house_no, head_person_id, joined_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        villageId,
        householdId,
        options.groupNo ?? 1,
        `试${people}号`, // no roster of a test has such a door
        personId,
        options.joined === false ? null : TEST_START,
      ],
    )
  await test.owner.query(
    'INSERT INTO person (village_id, person_id, household_id, name, phone, added_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [villageId, personId, householdId, name, `139${String(people).padStart(8, '0')}`, TEST_START],
  )
  for (const role of options.roles ?? [])
    if (role !== 'villager')
      await test.owner.query(
        'INSERT INTO role_grant (village_id, person_id, role, group_no, granted_at) VALUES ($1, $2, $3, $4, $5)',
        [
          villageId,
          personId,
          role,
          role === 'group_leader' ? (options.groupNo ?? 1) : null,
          TEST_START,
        ],
      )
  const cookieValue = `session-of-${personId}`
  await test.owner.query(
    'INSERT INTO session (session_hash, phone_hash, village_id, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      sessionHashOf(cookieValue),
      phoneHash,
      villageId,
      personId,
      TEST_START,
      new Date('2030-01-01T00:00:00Z'),
    ],
  )
  return { villageId, personId, householdId, name, cookie: `azalea_session=${cookieValue}` }
}

let keys = 0

/** Calls a route as a person (or as nobody), with a fresh Idempotency-Key unless one is given. */
export async function call(
  test: TestServer,
  person: TestPerson | null,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  options: { readonly key?: string; readonly language?: 'zh' | 'en' } = {},
): Promise<LightMyRequestResponse> {
  keys += 1
  const request: InjectOptions = {
    method,
    url,
    headers: {
      ...(person ? { cookie: person.cookie } : {}),
      ...(method === 'POST' ? { 'idempotency-key': options.key ?? `test-key-${keys}` } : {}),
      'accept-language': options.language ?? 'zh',
    },
    ...(body === undefined ? {} : { payload: body as object }),
  }
  return test.http.inject(request)
}
