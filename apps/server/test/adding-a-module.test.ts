import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkConsistency } from '../src/check-consistency.ts'
import { personErased } from '../src/modules/community/index.ts'
import { jobsOf, modules } from '../src/modules.ts'
import type { Parts } from '../src/parts.ts'
import { systemActor } from '../src/platform/actor.ts'
import { query } from '../src/platform/http/route.ts'
import type { Module } from '../src/platform/module.ts'
import { addPerson, call, createTestServer, VILLAGE, type TestServer } from './server.ts'

const DUE_AT = '2026-03-03T00:00:00.000Z'
const erasedIds: string[] = []

/** A module that exists nowhere else: benches on which people sit. */
const benches: Module<Parts> = {
  name: 'benches',
  routes: (http) =>
    query(
      http,
      {
        url: '/api/benches',
        access: ['villager'],
        summary: 'The benches of the village',
        tag: 'benches',
        answer: z.object({ benches: z.int() }),
      },
      async () => ({ benches: 3 }),
    ),
  jobs: () => [{ name: 'paint-benches', everyMinutes: 60, run: async () => {} }],
  checks: [async () => [{ bench: 'has three legs' }]],
  inbox: [
    {
      kinds: ['bench_to_paint'],
      list: async () => [
        { kind: 'bench_to_paint', id: null, title: null, dueAt: DUE_AT, count: 2 },
      ],
    },
  ],
  home: [
    {
      shows: {
        shape: { benchesNearby: z.int() },
        read: async () => ({ benchesNearby: 3 }),
      },
      waiting: {
        kinds: { seat_kept: 5 },
        list: async () => [{ kind: 'seat_kept', id: null, title: null, at: null, count: 1 }],
      },
      news: {
        kinds: ['bench'],
        list: async () => [{ kind: 'bench', id: 'bench-1', title: '新长椅', at: DUE_AT }],
      },
    },
  ],
  dataBank: [
    {
      shape: { sittings: z.array(z.looseObject({})) },
      counted: { sittings: { zh: '我坐过几次', en: 'Times that I sat' } },
      read: async () => ({ sittings: [{ minutes: 20 }] }),
    },
  ],
  setUp: [{ step: 'benches', place: 15, isDone: async () => false }],
  erase: [async (_, __, { personId }) => void erasedIds.push(personId)],
  paper: [
    {
      receipts: async () => [
        { kind: 'bench.painted', index: 1, recordedAt: new Date(DUE_AT), text: 'painted' },
      ],
    },
  ],
  duties: [{ judges: { 'POST /api/benches/{id}/paint': ['own_bench'] } }],
}

let test: TestServer
const withBenches = [...modules, benches]
beforeAll(async () => {
  test = await createTestServer({ modules: withBenches })
})
afterAll(() => test.close())

describe('a module that only its line in the list names', () => {
  it('answers at its routes, in the contract as well', async () => {
    const villager = await addPerson(test)
    expect((await call(test, villager, 'GET', '/api/benches')).json()).toEqual({ benches: 3 })
    expect(JSON.stringify(test.http.swagger())).toContain('"bench_to_paint"')
  })

  it('stands in the inbox by its deadline, and among the steps of setting up', async () => {
    const member = await addPerson(test, { roles: ['committee'] })
    const inbox = (await call(test, member, 'GET', '/api/workbench/inbox')).json()
    expect(inbox.items).toEqual([
      { kind: 'bench_to_paint', id: null, title: null, dueAt: DUE_AT, count: 2 },
    ])
    const steps = inbox.setUp.map(({ step }: { step: string }) => step)
    expect(steps.slice(0, 3)).toEqual(['roster', 'benches', 'rules'])
  })

  it('stands at home in its place, with a field of its own and its news', async () => {
    const outside = await addPerson(test, { joined: false })
    const home = (await call(test, outside, 'GET', '/api/me/home')).json()
    const kinds = home.waiting.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['join_household', 'seat_kept'])
    expect(home).toMatchObject({ benchesNearby: 3, news: [{ kind: 'bench', title: '新长椅' }] })
  })

  it('is part of everybody’s data bank, on paper too', async () => {
    const villager = await addPerson(test)
    const bank = (await call(test, villager, 'GET', '/api/me/data')).json()
    expect(bank).toMatchObject({ sittings: [{ minutes: 20 }], awards: [] })
    const pdf = await call(test, villager, 'GET', '/api/me/data.pdf')
    expect(pdf.statusCode).toBe(200)
    const { dataBankCounted, paperReceipts } = test.server.contributions
    expect(dataBankCounted['sittings']?.zh).toBe('我坐过几次')
    const receipts = await paperReceipts(systemActor(VILLAGE), 4)
    expect(receipts).toMatchObject([{ kind: 'bench.painted' }])
  })

  it('takes out what it holds of a person who is erased', async () => {
    const person = await addPerson(test)
    const command = { name: 'erase', actor: systemActor(VILLAGE), key: 'erase-benches', input: {} }
    await test.server.act(command, async (tx) => {
      await tx.publish(personErased, { personId: person.personId, keptFileIds: new Set() })
      return null
    })
    expect(erasedIds).toEqual([person.personId])
  })

  it('has its jobs run and its data checked', async () => {
    const names = jobsOf(test.server, withBenches).map(({ name }) => name)
    expect(names).toContain('paint-benches')
    const findings = await checkConsistency(test.server, withBenches)
    expect(JSON.stringify(findings)).toContain('has three legs')
    expect(await checkConsistency(test.server)).toEqual([])
  })
})

it('touches at most five files outside its own folders, as CONTRIBUTING.md lists them', async () => {
  const root = join(import.meta.dirname, '../../..')
  const page = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')
  const [steps = ''] = page.slice(page.indexOf('## Adding a module')).split('\n## ', 1)
  const files = [...steps.matchAll(/^\d\. `([^`]+)`/gm)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(0)
  expect(files.length).toBeLessThanOrEqual(5)
  for (const file of files) await readFile(join(root, file))
})
