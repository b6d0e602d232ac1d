import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import { answer, raise, upheld } from '../../../../test/objection-village.ts'
import {
  actorOf,
  createScoringVillage,
  leavesOf,
  nextKey,
  score,
  watchHour,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { publishNotice } from '../index.ts'
import { readNoticeSheet } from './notice-sheet.ts'

let test: TestServer
let village: ScoringVillage

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
})
afterAll(() => test.close())

const publish = (awardIds: readonly string[], by = village.committee) =>
  publishNotice(test.server, actorOf(by, 'committee'), nextKey(), {
    awardIds,
  })
const shown = async (noticeId: string, language: 'zh' | 'en' = 'zh') =>
  (
    await call(test, null, 'GET', `/api/villages/${VILLAGE}/notices/${noticeId}`, undefined, {
      language,
    })
  ).json()
const waiting = async (occurredOn?: string) => {
  const person = await addPerson(test)
  const given = occurredOn === undefined ? watchHour : { ...watchHour, occurredOn }
  return { person, awardId: (await score(test, person, given)).awardId }
}

describe('the number of a notice', () => {
  it('counts from one, is in the record, and never twice', async () => {
    const awards = [await waiting(), await waiting(), await waiting()]
    const [first, second, third] = awards.map(({ awardId }) => awardId)
    const one = await publish([first ?? ''])
    expect(one.serial).toBe('2026-001')
    const both = await Promise.all([
      publish([second ?? '']),
      publish([third ?? ''], village.secondMember),
    ])
    expect(both.map(({ serial }) => serial).toSorted()).toEqual(['2026-002', '2026-003'])
    expect((await leavesOf(test, 'notice.published', one.noticeId))[0]?.public['serial']).toBe(
      '2026-001',
    )
    expect((await shown(one.noticeId)).serial).toBe('2026-001')
    const { items } = (await call(test, null, 'GET', `/api/villages/${VILLAGE}/notices`)).json()
    expect(items.map(({ serial }: { serial: string }) => serial)).toContain('2026-003')
  })
})

describe('whoever earned what goes on notice', () => {
  it('is told once, whatever the number of awards: what, how much, until when to object', async () => {
    const { person, awardId } = await waiting('2026-03-01')
    const more = await score(test, person, { ...watchHour, occurredOn: '2026-03-02' })
    const other = await waiting('2026-03-01')
    const { noticeId, lastDay } = await publish([awardId, more.awardId, other.awardId])
    const told = async (who: TestPerson) =>
      (await call(test, who, 'GET', '/api/me/messages'))
        .json()
        .items.filter(({ kind }: { kind: string }) => kind === 'awards.on_notice')
    const points = async (id: string) =>
      (await call(test, village.committee, 'GET', `/api/awards/${id}`)).json().pointsHundredths
    const sum = (await points(awardId)) + (await points(more.awardId))
    const [message, ...rest] = await told(person)
    expect(rest).toEqual([])
    expect(message.params).toEqual({
      noticeId,
      lastDay,
      awardId: null,
      items: [{ itemRef: watchHour.itemRef, awards: 2, pointsHundredths: sum }],
    })
    expect((await told(other.person)).map((one: typeof message) => one.params)).toEqual([
      {
        noticeId,
        lastDay,
        awardId: other.awardId,
        items: [
          {
            itemRef: watchHour.itemRef,
            awards: 1,
            pointsHundredths: await points(other.awardId),
          },
        ],
      },
    ])
  })
})

describe('the lines of a notice', () => {
  it('tell the days of the deeds, and which are disputed while they are', async () => {
    const early = await waiting('2026-03-01')
    const late = await score(test, early.person, { ...watchHour, occurredOn: '2026-03-02' })
    const { noticeId } = await publish([early.awardId, late.awardId])
    const [line] = (await shown(noticeId)).rows
    expect(line).toMatchObject({ disputed: 0 })
    expect(line.summary).toMatch(/×2（3月1日、2日）$/)
    expect((await shown(noticeId, 'en')).rows[0].summary).toMatch(/×2 \(1 Mar, 2 Mar\)$/)
    await raise(test, early.person, { awardId: early.awardId })
    expect((await shown(noticeId)).rows[0].disputed).toBe(1)
    const picked = (await call(test, early.person, 'GET', `/api/notices/${noticeId}/awards`)).json()
    expect(picked.awards).toMatchObject([
      { no: 1, occurredOn: '2026-03-01', isDisputed: true },
      { no: 1, occurredOn: '2026-03-02', isDisputed: false },
    ])
  })
})

describe('a correction after a notice', () => {
  it('stands on its line, with the notice that holds what took its place', async () => {
    const { person, awardId } = await waiting('2026-03-01')
    const { noticeId } = await publish([awardId])
    const line = async (id: string, language: 'zh' | 'en' = 'zh') =>
      (await shown(id, language)).rows[0]
    expect(await line(noticeId)).toMatchObject({ corrected: 0, correctedOn: [] })
    const { objectionId } = await raise(test, person, { awardId })
    const given = { ...upheld(objectionId), correction: { quantity: 2 } }
    await answer(test, village.committee, given)
    const before = await line(noticeId)
    expect(before).toMatchObject({ corrected: 1, correctedOn: [] })
    const { rows } = await test.owner.query<{ award_id: string; state: string }>(
      "SELECT award_id, state FROM award WHERE person_id = $1 AND state <> 'reversed'",
      [person.personId],
    )
    expect(rows).toHaveLength(1)
    const instead = await publish([rows[0]?.award_id ?? ''])
    expect(await line(noticeId)).toEqual({
      ...before,
      correctedOn: [{ noticeId: instead.noticeId, serial: instead.serial }],
    })
    expect(await line(instead.noticeId)).toMatchObject({ corrected: 0, correctedOn: [] })
  })
})

describe('the last day to object', () => {
  it('is one on the page, in the list, on the award and in the words of the paper', async () => {
    const { person, awardId } = await waiting()
    const { noticeId, lastDay } = await publish([awardId])
    const page = await shown(noticeId)
    const { items } = (await call(test, null, 'GET', `/api/villages/${VILLAGE}/notices`)).json()
    const listed = items.find((one: { noticeId: string }) => one.noticeId === noticeId)
    const award = (await call(test, person, 'GET', `/api/awards/${awardId}`)).json()
    const told = [page.lastDay, listed.lastDay, award.notice.lastDay, award.canObject.until]
    expect(told).toEqual([lastDay, lastDay, lastDay, lastDay])
    expect(new Date(page.endsAt).getTime()).toBe(Date.parse(`${lastDay}T24:00:00+08:00`))
  })
})

describe('the telephone for objections', () => {
  const set = (phone: string | null) =>
    call(test, village.committee, 'POST', '/api/village/objection-phone', { phone })

  it('stands on notices from when it is set until it is taken back', async () => {
    const { awardId } = await waiting()
    const { noticeId } = await publish([awardId])
    expect((await shown(noticeId)).objectionPhone).toBeNull()
    expect((await set('0571-8234 5678')).json()).toEqual({ objectionPhone: '0571-8234 5678' })
    expect((await shown(noticeId)).objectionPhone).toBe('0571-8234 5678')
    expect((await set(null)).statusCode).toBe(200)
    expect((await shown(noticeId)).objectionPhone).toBeNull()
  })
})

it('begins with one again in another year', async () => {
  const { awardId } = await waiting()
  test.clock.set(new Date('2026-12-31T16:00:00Z')) // New Year's Day in Shanghai
  expect((await publish([awardId])).serial).toBe('2027-001')
})

it('leaves numbers in which the auditor finds no gap', async () => {
  const { findings } = await auditOf(test.database, VILLAGE, test.clock.now())
  expect(findings).toEqual([])
})

describe('the sheet of a notice', () => {
  it('says what its page says, and leads to the log where people reach it', async () => {
    const { awardId } = await waiting()
    const { noticeId } = await publish([awardId])
    const { database } = test
    const { scoring } = test.server
    const sheetAt = (publicUrl: string) =>
      readNoticeSheet(
        { database, scoring, publicUrl },
        { villageId: VILLAGE, noticeId, language: 'zh' },
      )
    // A code that leads nowhere is not printed.
    expect((await sheetAt('http://localhost:8080')).verifyUrl).toBeNull()
    const { rows, lastDay } = await shown(noticeId)
    expect(await sheetAt('https://village.example')).toMatchObject({
      villageName: '大石盖村',
      lastDay,
      verifyUrl: `https://village.example/#/verify/${VILLAGE}`,
      rows,
    })
  })
})
