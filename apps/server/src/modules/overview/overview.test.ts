import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  actorOf,
  createScoringVillage,
  nextKey,
  score,
  watchHour,
} from '../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
  VILLAGE,
} from '../../../test/server.ts'
import { publishNotice } from '../scoring/index.ts'

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
  it('is empty where nothing waits, tells what is to be set up, and is for cadres only', async () => {
    expect((await call(test, member, 'GET', '/api/workbench/inbox')).json()).toEqual({
      items: [],
      setUp: [
        { step: 'roster', done: true },
        { step: 'rules', done: false },
        { step: 'offices', done: false },
        { step: 'consents', done: true },
        { step: 'plates', done: false },
        { step: 'notice', done: false },
      ],
    })
    expect((await call(test, villager, 'GET', '/api/workbench/inbox')).statusCode).toBe(403)
  })
})

describe('the data bank', () => {
  it('holds everything about me and nothing about others, as a file to keep', async () => {
    const answer = await call(test, villager, 'GET', '/api/me/data?download=1')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="my-data.json"; filename*=UTF-8''${encodeURIComponent('我的资料.json')}`,
    )
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
})

describe('the sheet of a notice', () => {
  it('is an A4 page for anybody, with the households masked and a code that verifies', async () => {
    await createScoringVillage(test)
    const { awardId } = await score(test, villager, watchHour)
    const publisher = actorOf(member, 'committee')
    const { act, scoring } = test.server
    const input = { awardIds: [awardId] }
    const { noticeId } = await publishNotice({ act, scoring }, publisher, nextKey(), input)
    const url = `/api/villages/${VILLAGE}/notices/${noticeId}/sheet.pdf`
    const pdf = await call(test, null, 'GET', `${url}?language=en`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.rawPayload.toString('latin1')).toContain('[0 0 595.28 841.89]')
    expect(pdf.headers['cache-control']).toBe('public, no-cache')
    const etag = String(pdf.headers['etag'])
    const again = await test.http.inject({
      url: `${url}?language=en`,
      headers: { 'if-none-match': etag },
    })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    const inZh = await test.http.inject({ url, headers: { 'if-none-match': etag } })
    expect([inZh.statusCode, inZh.headers['etag'] === etag]).toEqual([200, false])
    expect((await call(test, null, 'GET', `${url}?language=fr`)).statusCode).toBe(400)
    const elsewhere = url.replace(VILLAGE, OTHER_VILLAGE)
    expect((await call(test, null, 'GET', elsewhere)).json().code).toBe('unknown_notice')
  })
})
