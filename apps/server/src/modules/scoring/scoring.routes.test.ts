import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import {
  createScoringVillage,
  nextKey,
  outcome,
  score,
  watchHour,
  type ScoringVillage,
} from '../../../test/scoring-village.ts'

let test: TestServer
let village: ScoringVillage
let villager: TestPerson
let stranger: TestPerson
let strangeMember: TestPerson

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
  villager = await addPerson(test, { name: '陈小芳' })
  stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
  strangeMember = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
})
afterAll(() => test.close())

const get = (person: TestPerson | null, url: string) => call(test, person, 'GET', url)
const post = (person: TestPerson | null, url: string, body: unknown) =>
  call(test, person, 'POST', url, body)
const missing = '00000000-0000-7000-8000-000000000000'

describe('awards', () => {
  it('shows an award with every stage explained, in the reader’s language', async () => {
    const { awardId } = await score(test, villager, watchHour)
    const url = `/api/awards/${awardId}`
    const zh = (await get(villager, url)).json()
    expect(zh).toMatchObject({
      awardId,
      itemName: '村口值守',
      person: { personId: villager.personId, name: '陈小芳' },
      state: 'scored',
      rule: { ruleSheetId: village.ruleSheetId, version: 1, itemName: '村口值守' },
      evidence: [{ kind: 'check_in', text: '现场签到签退，负责人已评分（60分钟）' }],
      notice: null,
      finalAt: null,
      reversal: null,
      history: [{ state: 'scored' }],
    })
    expect(zh.stages).toHaveLength(9)
    for (const { sentence } of zh.stages) expect(sentence).toMatch(/\p{Script=Han}/u)
    const en = await call(test, villager, 'GET', url, undefined, { language: 'en' })
    expect(en.json().stages[0].sentence).toMatch(/^[\x20-\x7e–×]+$/)
  })

  it('is seen by the household, by staff with a note, by nobody else', async () => {
    const { awardId } = await score(test, villager)
    const url = `/api/awards/${awardId}`
    const kin = await addPerson(test, { householdId: villager.householdId })
    const neighbour = await addPerson(test)
    expect(await outcome(get(null, url))).toEqual([401, 'not_signed_in'])
    expect(await outcome(get(neighbour, url))).toEqual([403, 'award_not_yours'])
    expect(await outcome(get(strangeMember, url))).toEqual([404, 'unknown_award'])
    expect(await outcome(get(villager, '/api/awards/x'))).toEqual([400, 'invalid_request'])
    const looks = async () => {
      const { rows } = await test.owner.query(
        'SELECT viewer_id, what FROM data_access WHERE person_id = $1 ORDER BY access_id',
        [villager.personId],
      )
      return rows
    }
    const before = await looks()
    expect((await get(kin, url)).statusCode).toBe(200)
    expect(await looks()).toEqual(before)
    expect((await get(village.committee, url)).statusCode).toBe(200)
    expect(await looks()).toEqual([
      ...before,
      { viewer_id: village.committee.personId, what: 'award' },
    ])
  })

  it('pages my awards, newest deed first', async () => {
    const person = await addPerson(test)
    for (const day of ['2026-03-02', '2026-03-01', '2026-03-03'])
      await score(test, person, { occurredOn: day })
    expect(await outcome(get(null, '/api/me/awards'))).toEqual([401, 'not_signed_in'])
    const first = (await get(person, '/api/me/awards?limit=2')).json()
    expect(first.items.map(({ occurredOn }: { occurredOn: string }) => occurredOn)).toEqual([
      '2026-03-03',
      '2026-03-02',
    ])
    const second = (await get(person, `/api/me/awards?limit=2&cursor=${first.nextCursor}`)).json()
    expect(second.items).toMatchObject([{ occurredOn: '2026-03-01', sourceKind: 'rating' }])
    expect(second.nextCursor).toBeNull()
    const wrong = `/api/me/awards?state=final&cursor=${first.nextCursor}`
    expect(await outcome(get(person, wrong))).toEqual([400, 'invalid_cursor'])
    expect((await get(person, '/api/me/awards?state=scored')).json().items).toEqual([])
    expect((await get(stranger, '/api/me/awards')).json().items).toEqual([])
  })

  it('lists what waits to those who publish and watch', async () => {
    await score(test, await addPerson(test), watchHour)
    const { awardId } = await score(test, await addPerson(test), watchHour)
    expect(await outcome(get(villager, '/api/awards'))).toEqual([403, 'role_required'])
    const supervisor = await addPerson(test, { roles: ['supervisor'] })
    const { items } = (await get(supervisor, '/api/awards?state=scored&limit=100')).json()
    expect(items.map((item: { awardId: string }) => item.awardId)).toContain(awardId)
    expect((await get(strangeMember, '/api/awards')).json().items).toEqual([])
    expect(await outcome(get(supervisor, '/api/awards?state=final'))).toEqual([
      400,
      'invalid_request',
    ])
    const page = (await get(supervisor, '/api/awards?limit=1')).json()
    const next = (await get(supervisor, `/api/awards?limit=1&cursor=${page.nextCursor}`)).json()
    expect(next.items[0].awardId).not.toBe(page.items[0].awardId)
  })

  it('takes an award back', async () => {
    const person = await addPerson(test)
    const { awardId } = await score(test, person)
    const url = `/api/awards/${awardId}/reverse`
    const body = { reason: '评星作废' }
    expect(await outcome(post(null, url, body))).toEqual([401, 'not_signed_in'])
    expect(await outcome(post(villager, url, body))).toEqual([403, 'role_required'])
    expect(await outcome(post(strangeMember, url, body))).toEqual([404, 'unknown_award'])
    expect(await outcome(post(village.committee, url, { reason: ' ' }))).toEqual([
      400,
      'invalid_request',
    ])
    expect((await post(village.committee, url, body)).statusCode).toBe(200)
    expect((await get(person, `/api/awards/${awardId}`)).json()).toMatchObject({
      state: 'reversed',
      reversal: { reason: '评星作废', supersededBy: null },
      history: [{ state: 'scored' }, { state: 'final' }, { state: 'reversed' }],
    })
    const account = (await get(person, '/api/me/account?unit=honour')).json()
    expect(account).toMatchObject({ honourHundredths: 0, walletHundredths: 0 })
    expect(
      account.entries.items.map((entry: { amountHundredths: number; text: string }) => [
        entry.amountHundredths,
        entry.text,
      ]),
    ).toEqual([
      [-20, '撤回：给菜地或庭院实名评星'],
      [20, '给菜地或庭院实名评星'],
    ])
  })

  it('shows the household’s account', async () => {
    const person = await addPerson(test)
    const kin = await addPerson(test, { householdId: person.householdId })
    await score(test, person)
    await score(test, kin)
    expect(await outcome(get(null, '/api/me/account'))).toEqual([401, 'not_signed_in'])
    expect(await outcome(get(person, '/api/me/account?unit=gold'))).toEqual([
      400,
      'invalid_request',
    ])
    const page = (await get(kin, '/api/me/account?limit=3')).json()
    expect(page).toMatchObject({ honourHundredths: 40, walletHundredths: 40 })
    expect(page.entries.items).toHaveLength(3)
    const rest = (await get(kin, `/api/me/account?cursor=${page.entries.nextCursor}`)).json()
    expect(rest.entries.items).toHaveLength(1)
    expect((await get(stranger, '/api/me/account')).json()).toMatchObject({ honourHundredths: 0 })
  })
})

describe('notices', () => {
  it('are published by the committee and read by anyone, masked', async () => {
    const person = await addPerson(test, { name: '欧阳小明', groupNo: 2 })
    const awards = [
      await score(test, person, watchHour),
      await score(test, person, { ...watchHour, occurredOn: '2026-03-01' }),
      await score(test, villager, { itemRef: 'help-high', sourceKind: 'attendance' }),
    ]
    const body = { awardIds: awards.map(({ awardId }) => awardId) }
    expect(await outcome(post(null, '/api/notices', body))).toEqual([401, 'not_signed_in'])
    expect(await outcome(post(villager, '/api/notices', body))).toEqual([403, 'role_required'])
    expect(await outcome(post(village.committee, '/api/notices', { awardIds: [] }))).toEqual([
      400,
      'invalid_request',
    ])
    expect(await outcome(post(strangeMember, '/api/notices', body))).toEqual([
      409,
      'award_not_publishable',
    ])
    const published = await post(village.committee, '/api/notices', body)
    const { noticeId, endsAt } = published.json()
    const list = (await get(null, `/api/villages/${VILLAGE}/notices`)).json()
    expect(list.items).toMatchObject([{ noticeId, endsAt, awards: 3 }])
    const one = (await get(null, `/api/villages/${VILLAGE}/notices/${noticeId}`)).json()
    expect(one.hash).toBe(list.items[0].hash)
    expect(one.rows).toEqual([
      {
        no: 1,
        groupName: '第1组',
        headMasked: '陈×芳',
        plusHundredths: 1000,
        minusHundredths: 0,
        // With the rating that was final before.
        totalHundredths: 1020,
        disputed: 0,
        corrected: 0,
        correctedOn: [],
        summary: '帮邻居（help-high）（3月2日）',
      },
      {
        no: 2,
        groupName: '第2组',
        headMasked: '欧阳×明',
        plusHundredths: awards[0]!.pointsHundredths + awards[1]!.pointsHundredths,
        minusHundredths: 0,
        totalHundredths: awards[0]!.pointsHundredths + awards[1]!.pointsHundredths,
        disputed: 0,
        corrected: 0,
        correctedOn: [],
        summary: '村口值守×2（3月1日、2日）',
      },
    ])
    const elsewhere = `/api/villages/${OTHER_VILLAGE}/notices`
    expect((await get(null, elsewhere)).json().items).toEqual([])
    expect(await outcome(get(null, `${elsewhere}/${noticeId}`))).toEqual([404, 'unknown_notice'])
    expect(await outcome(get(null, '/api/villages/x/notices'))).toEqual([400, 'invalid_request'])
  })
})

describe('deeds', () => {
  const deedOf = (person: TestPerson) => ({
    personId: person.personId,
    itemRef: 'tool-repair',
    quantity: 1,
    occurredOn: '2026-03-02',
    words: '修好了水闸',
  })

  it('are recorded, listed to staff, and decided', async () => {
    const person = await addPerson(test)
    const body = deedOf(person)
    expect(await outcome(post(null, '/api/deeds', body))).toEqual([401, 'not_signed_in'])
    expect(await outcome(post(stranger, '/api/deeds', body))).toEqual([404, 'unknown_person'])
    expect(await outcome(post(villager, '/api/deeds', body))).toEqual([403, 'not_for_others'])
    for (const bad of [{ quantity: 0 }, { quantity: '1' }, { words: '' }, { occurredOn: '3月2日' }])
      expect(await outcome(post(person, '/api/deeds', { ...body, ...bad }))).toEqual([
        400,
        'invalid_request',
      ])
    const { contributionId } = (await post(person, '/api/deeds', body)).json()
    expect(await outcome(get(villager, '/api/deeds'))).toEqual([403, 'role_required'])
    expect((await get(strangeMember, '/api/deeds')).json().items).toEqual([])
    const auditor = await addPerson(test, { roles: ['auditor'] })
    const seen = (who: TestPerson) =>
      get(who, '/api/deeds?limit=100').then((answer) =>
        answer
          .json()
          .items.find((item: { contributionId: string }) => item.contributionId === contributionId),
      )
    expect(await seen(village.committee)).toMatchObject({
      person: { name: person.name },
      itemName: '义务维修公用农具和设施',
      words: '修好了水闸',
      canDecide: { ok: true },
    })
    expect(await seen(auditor)).toMatchObject({
      canDecide: { ok: false, code: 'committee_decides', sentence: '是否认定由村委会决定。' },
    })
    const url = `/api/deeds/${contributionId}/decide`
    const accept = { decision: 'accept' }
    expect(await outcome(post(null, url, accept))).toEqual([401, 'not_signed_in'])
    expect(await outcome(post(person, url, accept))).toEqual([403, 'role_required'])
    expect(await outcome(post(strangeMember, url, accept))).toEqual([404, 'unknown_deed'])
    expect(await outcome(post(village.committee, url, { decision: 'maybe' }))).toEqual([
      400,
      'invalid_request',
    ])
    const decided = (await post(village.committee, url, accept)).json()
    expect(decided.pointsHundredths).toBe(300)
    expect((await get(person, `/api/awards/${decided.awardId}`)).json()).toMatchObject({
      evidence: [
        { kind: 'words', text: '修好了水闸' },
        { kind: 'recorded_by', text: `由${person.name}记录` },
      ],
    })
  })

  it('tells which deed there is not', async () => {
    const url = `/api/deeds/${missing}/decide`
    expect(await outcome(post(village.committee, url, { decision: 'accept' }))).toEqual([
      404,
      'unknown_deed',
    ])
  })

  it('gives the first answer to a repeated request', async () => {
    const person = await addPerson(test)
    const key = nextKey()
    const send = () => call(test, person, 'POST', '/api/deeds', deedOf(person), { key })
    const first = (await send()).json()
    expect((await send()).json()).toEqual(first)
    const other = { ...deedOf(person), words: '修好了别的' }
    expect(await outcome(call(test, person, 'POST', '/api/deeds', other, { key }))).toEqual([
      409,
      'idempotency_key_reused',
    ])
  })
})
