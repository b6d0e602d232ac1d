import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordDeed } from '../src/modules/scoring/index.ts'
import { onNotice, raise } from './objection-village.ts'
import { addSides, report } from './breach-village.ts'
import { addSubject, done, proposal } from './participation-village.ts'
import { actorOf, createScoringVillage, nextKey, score, watchHour } from './scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

const ROWS = 5

let test: TestServer
let committee: TestPerson
let guard: TestPerson

interface OrderedList {
  readonly url: string
  readonly id: string
  readonly sorts: readonly string[]
  /** Left out where not everybody may read every row: a count would tell of those. */
  readonly counted?: false
  readonly reader?: () => TestPerson
}

const lists: readonly OrderedList[] = [
  { url: '/api/roster/households', id: 'householdId', sorts: ['door', 'name', 'people', 'joined'] },
  { url: '/api/plates', id: 'code', sorts: ['kind', 'label', 'group', 'code'] },
  { url: '/api/awards', id: 'awardId', sorts: ['scoredAt', 'occurredOn', 'points'] },
  { url: '/api/awards?state=on_notice', id: 'awardId', sorts: ['scoredAt', 'points'] },
  { url: '/api/me/awards', id: 'awardId', sorts: ['occurredOn', 'points'], reader: () => guard },
  { url: '/api/deeds', id: 'contributionId', sorts: ['recordedAt', 'occurredOn'] },
  {
    url: `/api/villages/${VILLAGE}/notices`,
    id: 'noticeId',
    sorts: ['publishedAt', 'endsAt', 'awards'],
  },
  { url: '/api/objections', id: 'objectionId', sorts: ['dueOn', 'raisedAt'], counted: false },
  {
    url: '/api/breach-reports',
    id: 'reportId',
    sorts: ['dueOn', 'reportedAt', 'occurredAt'],
    counted: false,
  },
  { url: '/api/activities?scope=proposed', id: 'activityId', sorts: ['startsAt', 'title'] },
]

beforeAll(async () => {
  test = await createTestServer()
  ;({ committee } = await createScoringVillage(test))
  guard = await addPerson(test, { name: '陈守夜' })
  const { act, scoring } = test.server
  for (let row = 0; row < ROWS; row += 1) {
    const person = await addPerson(test, {
      name: ['张', '李', '王', '赵', '阿'][row] + '一',
      groupNo: 1 + (row % 2),
    })
    await addSubject(test, { kind: row % 2 === 0 ? 'plot' : 'yard' })
    await score(test, person, watchHour)
    await onNotice(test, guard, { ...watchHour, occurredOn: `2026-03-0${1 + (row % 2)}` })
    const { awardId } = await onNotice(test, person, { occurredOn: '2026-03-01' })
    await raise(test, person, { awardId })
    const { reporter, reported } = await addSides(test)
    await report(test, reporter, reported)
    await done(call(test, guard, 'POST', '/api/activities', proposal({ title: `清沟${row % 3}` })))
    await recordDeed({ act, scoring }, actorOf(person), nextKey(), {
      personId: person.personId,
      itemRef: 'tool-repair',
      quantity: 1,
      occurredOn: `2026-03-0${1 + (row % 2)}`,
      words: '修好了村里的打药机',
    })
  }
})
afterAll(() => test.close())

interface Page {
  readonly items: Record<string, string>[]
  readonly nextCursor: string | null
  readonly total: number | null
}

const read = async ({ url, reader }: OrderedList, query: string): Promise<Page> => {
  const address = `${url}${url.includes('?') ? '&' : '?'}${query}`
  const answer = await call(test, reader?.() ?? committee, 'GET', address)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Page>()
}

async function readAll(list: OrderedList, sort: string, limit: number): Promise<string[]> {
  const found: string[] = []
  let page = await read(list, `sort=${sort}&limit=${limit}`)
  for (;;) {
    found.push(...page.items.map((item) => item[list.id] ?? ''))
    if (page.nextCursor === null) return found
    page = await read(list, `sort=${sort}&limit=${limit}&cursor=${page.nextCursor}`)
  }
}

describe.each(lists)('the list $url', (list) => {
  it.each(list.sorts)('is read page by page by %s, up and down, each row once', async (sort) => {
    const whole = await readAll(list, sort, 100)
    expect(whole.length).toBeGreaterThanOrEqual(ROWS)
    expect(new Set(whole).size).toBe(whole.length)
    expect(await readAll(list, sort, 2)).toEqual(whole)
    expect(await readAll(list, `-${sort}`, 3)).toEqual(whole.toReversed())
  })

  it('tells how many there are, once', async () => {
    const [sort = ''] = list.sorts
    const first = await read(list, `sort=${sort}&limit=1`)
    const all = await readAll(list, sort, 100)
    expect(first.total).toBe(list.counted === false ? null : all.length)
    expect((await read(list, `sort=${sort}&limit=1&cursor=${first.nextCursor}`)).total).toBeNull()
  })

  it('refuses the mark of another order, and every forged one', async () => {
    const [sort = ''] = list.sorts
    const { nextCursor } = await read(list, `sort=${sort}&limit=1`)
    const ask = async (query: string) => {
      const address = `${list.url}${list.url.includes('?') ? '&' : '?'}${query}`
      const answer = await call(test, list.reader?.() ?? committee, 'GET', address)
      return [answer.statusCode, answer.json().code]
    }
    const refused = [400, 'invalid_cursor']
    expect(await ask(`sort=-${sort}&cursor=${nextCursor}`)).toEqual(refused)
    const [mark, ...values] = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString())
    for (const [at] of values.entries())
      for (const lie of ['\0', '2026-02-30', '2026-13-01 00:00:00+00', '9'.repeat(40), 7, null]) {
        const forged = Buffer.from(JSON.stringify([mark, ...values.with(at, lie)]))
        const [status] = await ask(`sort=${sort}&cursor=${forged.toString('base64url')}`)
        expect([200, 400], JSON.stringify({ at, lie })).toContain(status)
      }
    expect((await ask('sort=nothing'))[0]).toBe(400)
    expect((await ask('limit=101'))[0]).toBe(400)
  })
})

describe('filters of lists', () => {
  it('find awards and deeds by a part of the name, with their count', async () => {
    const part = encodeURIComponent('李一')
    const deeds = await read({ url: '/api/deeds', id: '', sorts: [] }, `q=${part}`)
    expect(deeds).toMatchObject({ total: 1, items: [{ person: { name: '李一' } }] })
    const awards = await read(
      { url: '/api/awards', id: '', sorts: [] },
      `state=on_notice&q=${part}`,
    )
    expect(awards).toMatchObject({ total: 1, items: [{ person: { name: '李一' } }] })
  })

  it('tell households that have joined from those that have not', async () => {
    const list = { url: '/api/roster/households', id: 'householdId', sorts: [] }
    const [joined, not, all] = [
      await read(list, 'joined=yes'),
      await read(list, 'joined=no'),
      await read(list, ''),
    ]
    expect((joined.total ?? 0) + (not.total ?? 0)).toBe(all.total)
  })

  it('order names by their sound', async () => {
    const list = { url: '/api/roster/households', id: 'householdId', sorts: [] }
    const { items } = await read(list, `q=${encodeURIComponent('一')}&sort=name`)
    expect(items.map(({ headName }) => headName)).toEqual(['阿一', '李一', '王一', '张一', '赵一'])
  })
})
