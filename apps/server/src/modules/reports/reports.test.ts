import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'

let test: TestServer
let villager: TestPerson
let member: TestPerson

beforeAll(async () => {
  test = await createTestServer()
  villager = await addPerson(test, { name: '陈桂芳' })
  member = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

describe('home', () => {
  it('shows honour, rank and what waits, and begins with joining for a household that has not', async () => {
    const outside = await addPerson(test, { joined: false })
    const home = (await call(test, villager, 'GET', '/api/me/home')).json()
    expect(home).toMatchObject({
      household: { joined: true },
      honourHundredths: 0,
      rank: { rank: null, competitors: 0 },
      waiting: [],
    })
    const other = (await call(test, outside, 'GET', '/api/me/home')).json()
    expect(other.waiting[0]).toMatchObject({ kind: 'join_household' })
  })
})

describe('the inbox', () => {
  it('is empty where nothing waits, and is for cadres only', async () => {
    expect((await call(test, member, 'GET', '/api/workbench/inbox')).json()).toEqual({ items: [] })
    expect((await call(test, villager, 'GET', '/api/workbench/inbox')).statusCode).toBe(403)
  })
})

describe('the data bank', () => {
  it('holds everything about me and nothing about others, as a file to keep', async () => {
    const answer = await call(test, villager, 'GET', '/api/me/data?download=1')
    expect(answer.headers['content-disposition']).toContain('azalea-data.json')
    expect(answer.json()).toMatchObject({
      person: { name: '陈桂芳', personId: villager.personId },
      village: { name: '大石盖村' },
      account: { honourHundredths: 0 },
      awards: [],
    })
    expect(answer.body).not.toContain(member.name)
  })

  it('is written as a PDF with the Chinese font inside', async () => {
    const answer = await call(test, villager, 'GET', '/api/me/data.pdf')
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(answer.rawPayload.includes('NotoSansSC')).toBe(true)
  })

  it('tells who has looked at my data, with name and role', async () => {
    await test.owner.query(
      `INSERT INTO data_access (village_id, access_id, person_id, viewer_id, what, viewed_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'roster', $4)`,
      [villager.villageId, villager.personId, member.personId, test.clock.now()],
    )
    const page = (await call(test, villager, 'GET', '/api/me/data-access')).json()
    expect(page.items).toEqual([
      {
        viewedAt: test.clock.now().toISOString(),
        viewerName: member.name,
        viewerRole: 'committee',
        what: 'roster',
      },
    ])
    expect((await call(test, member, 'GET', '/api/me/data-access')).json().items).toEqual([])
  })

  it('refuses a page mark of another list', async () => {
    const answer = await call(test, villager, 'GET', '/api/me/data-access?cursor=bm90LW91cnM')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
  })
})
