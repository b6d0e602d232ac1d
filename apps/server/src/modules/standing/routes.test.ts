import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import { statementsOf } from '../../../test/recorded-statements.ts'
import { StandingVillage } from '../../../test/standing-village.ts'
import type { BoardPageView } from './schema.ts'

let test: TestServer
let village: StandingVillage

// Households of two: 0 and 1 live together in group 1, 2 and 3 in group 2, 4 and 5 in group 1.
beforeAll(async () => {
  test = await createTestServer()
  village = await StandingVillage.found(test, 4)
  await village.post(village.person(0), 300)
  await village.post(village.person(1), 200)
  await village.post(village.person(2), 500)
  await village.post(village.person(4), 100)
  await village.post(village.person(6), -40)
  await test.server.standing.folder.idle()
})
afterAll(() => test.close())

const board = async (name: string, query = '', reader: TestPerson | null = null) => {
  const url = `/api/villages/${village.villageId}/boards/${name}${query}`
  const answer = await call(test, reader, 'GET', url)
  expect(answer.statusCode).toBe(200)
  return answer.json<BoardPageView>()
}
const masked = (person: TestPerson) => `陈×${Array.from(person.name).at(-1)}`

describe('GET /api/villages/{villageId}/boards/{board}', () => {
  it('ranks for everyone, with masked names, shared ranks, and nobody below zero', async () => {
    const page = await board('households')
    expect(page).toMatchObject({
      board: 'households',
      period: { kind: 'month', label: '2026年3月' },
      asOf: TEST_START.toISOString(),
      competitors: 4,
      nextCursor: null,
    })
    expect(
      page.items.map(({ rank, tiedWith, pointsHundredths }) => [rank, tiedWith, pointsHundredths]),
    ).toEqual([
      [1, 1, 500],
      [1, 1, 500],
      [3, 0, 100],
    ])
    expect(page.items[2]).toEqual({
      rank: 3,
      tiedWith: 0,
      name: masked(village.person(4)),
      groupName: '第1组',
      pointsHundredths: 100,
      isMine: false,
    })
  })

  it('gives the same order and ranks page by page', async () => {
    const whole = await board('people')
    const paged: BoardPageView['items'] = []
    let cursor = ''
    do {
      const page = await board('people', `?limit=1${cursor}`)
      paged.push(...page.items)
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
    } while (cursor)
    expect(paged).toEqual(whole.items)
    expect(paged.map((item) => item.rank)).toEqual([1, 2, 3, 4])
  })

  it('sums the points of households for their group', async () => {
    const { items } = await board('groups', '?period=all')
    expect(items.map(({ name, pointsHundredths }) => [name, pointsHundredths])).toEqual([
      ['第1组', 600],
      ['第2组', 460],
    ])
  })

  it('tells readers which place is theirs, and their own name in clear', async () => {
    const reader = village.person(4)
    const { items } = await board('households', '?period=year', reader)
    expect(items.filter((item) => item.isMine)).toMatchObject([{ rank: 3, name: reader.name }])
  })

  it('shows the name of somebody who publishes it', async () => {
    const person = village.person(2)
    const publish = (value: boolean) =>
      test.owner.query('UPDATE person SET publishes_name = $2 WHERE person_id = $1', [
        person.personId,
        value,
      ])
    await publish(true)
    expect((await board('people')).items[0]?.name).toBe(person.name)
    await publish(false)
    expect((await board('people')).items[0]?.name).toBe(masked(person))
  })

  it('shows a reader of another village what the public sees', async () => {
    const stranger = await addPerson(test)
    expect((await board('people', '', stranger)).items).toEqual((await board('people')).items)
  })

  it('says as of when the board is while something is pending', async () => {
    const other = await StandingVillage.found(test, 1)
    await other.post(other.person(0), 100)
    await test.server.standing.folder.idle()
    await test.owner.query(
      `INSERT INTO standing_pending (village_id, pending_id, household_id, person_id, points_hundredths, posted_on)
       VALUES ($1, $2, $3, $4, 100, '2026-03-02')`,
      [other.villageId, test.server.newId(), other.person(0).householdId, other.person(0).personId],
    )
    test.clock.advanceMinutes(5)
    const answer = await call(test, null, 'GET', `/api/villages/${other.villageId}/boards/people`)
    expect(answer.json<BoardPageView>().asOf).toBe(TEST_START.toISOString())
    test.clock.set(TEST_START)
  })

  it.each([
    ['a cursor of another board', 'people', 'invalid_cursor'],
    ['a cursor of another period', 'households?period=all', 'invalid_cursor'],
  ])('refuses %s', async (_, path, code) => {
    const { nextCursor } = await board('households', '?limit=1')
    const url = `/api/villages/${village.villageId}/boards/${path}${path.includes('?') ? '&' : '?'}cursor=${nextCursor}`
    const answer = await call(test, null, 'GET', url)
    expect([answer.statusCode, answer.json().code]).toEqual([400, code])
  })

  it('refuses an unknown board, period and village', async () => {
    const ask = async (url: string) => {
      const answer = await call(test, null, 'GET', url)
      return [answer.statusCode, answer.json().code]
    }
    const { villageId } = village
    expect(await ask(`/api/villages/${villageId}/boards/dogs`)).toEqual([400, 'invalid_request'])
    expect(await ask(`/api/villages/${villageId}/boards/people?period=week`)).toEqual([
      400,
      'invalid_request',
    ])
    expect(await ask('/api/villages/999999999999/boards/people')).toEqual([404, 'unknown_village'])
    expect(await ask('/api/villages/1/boards/people')).toEqual([400, 'invalid_request'])
  })
})

describe('GET /api/me/rank', () => {
  const rank = async (person: TestPerson, query = '') =>
    (await call(test, person, 'GET', `/api/me/rank${query}`)).json()

  it('tells the own place with the next above and below, and no change before the first Monday', async () => {
    expect(await rank(village.person(5))).toEqual({
      rank: 3,
      pointsHundredths: 100,
      competitors: 4,
      change: null,
      neighbours: [
        { rank: 1, pointsHundredths: 500, gapHundredths: 400 },
        { rank: 4, pointsHundredths: -40, gapHundredths: -140 },
      ],
    })
  })

  it('tells people and groups likewise', async () => {
    expect(await rank(village.person(1), '?board=people&period=all')).toMatchObject({
      rank: 3,
      competitors: 5,
    })
    expect(await rank(village.person(1), '?board=groups&period=year')).toMatchObject({
      rank: 1,
      competitors: 2,
      neighbours: [{ rank: 2, gapHundredths: -140 }],
    })
  })

  it('has no rank, but says what would be next, where nothing was posted', async () => {
    expect(await rank(village.person(5), '?board=people')).toEqual({
      rank: null,
      pointsHundredths: 0,
      competitors: 5,
      change: null,
      neighbours: [{ rank: 4, pointsHundredths: 100, gapHundredths: 100 }],
    })
  })

  it('counts the places climbed since Monday', async () => {
    const other = await StandingVillage.found(test, 3)
    await other.post(other.person(0), 300)
    await other.post(other.person(2), 200)
    await other.post(other.person(4), 100)
    test.clock.advanceMinutes(7 * 24 * 60)
    await other.post(other.person(4), 150)
    await test.server.standing.folder.idle()
    expect(await rank(other.person(4))).toMatchObject({ rank: 2, change: 1 })
    expect(await rank(other.person(2))).toMatchObject({ rank: 3, change: -1 })
    expect(await rank(other.person(0))).toMatchObject({ rank: 1, change: 0 })
    test.clock.set(TEST_START)
  })

  it('has nothing for somebody who lives in no household of the village', async () => {
    const stranger = await addPerson(test, { joined: false })
    expect(await rank(stranger)).toMatchObject({ rank: null, competitors: 0, neighbours: [] })
  })

  it('is for those who are signed in, and refuses an unknown board', async () => {
    expect((await call(test, null, 'GET', '/api/me/rank')).statusCode).toBe(401)
    const answer = await call(test, village.person(0), 'GET', '/api/me/rank?board=dogs')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  })
})

describe('what stands is asked in one statement, so that it is of one moment', () => {
  const asked = async (ask: () => Promise<unknown>) =>
    (await statementsOf(ask)).filter((text) => /\bstanding_/.test(text))

  it('for a board, its later pages, the own place and home', async () => {
    const { nextCursor } = await board('households', '?limit=1')
    const own = village.person(2)
    expect(await asked(() => board('households'))).toHaveLength(1)
    expect(await asked(() => board('households', `?limit=1&cursor=${nextCursor}`))).toHaveLength(1)
    expect(await asked(() => board('people', '', own))).toHaveLength(1)
    expect(await asked(() => call(test, own, 'GET', '/api/me/rank'))).toHaveLength(1)
    expect(await asked(() => call(test, own, 'GET', '/api/me/home'))).toHaveLength(1)
  })
})
