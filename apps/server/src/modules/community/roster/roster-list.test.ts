import { forgetExpired } from '../forget-expired.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let test: TestServer
let committee: TestPerson
let villager: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
  villager = await addPerson(test)
})
afterAll(() => test.close())

describe('looking at the roster', () => {
  it('is for staff, and the people looked at can see who looked', async () => {
    const person = await addPerson(test)
    const url = `/api/roster/households/${person.householdId}`
    expect((await call(test, null, 'GET', url)).statusCode).toBe(401)
    expect((await call(test, villager, 'GET', url)).statusCode).toBe(403)
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect((await call(test, elsewhere, 'GET', url)).statusCode).toBe(404)
    const view = (await call(test, committee, 'GET', url)).json()
    expect(view.people).toMatchObject([
      { name: person.name, phoneMasked: expect.stringMatching(/^\d{3}\*{4}\d{4}$/), roles: [] },
    ])
    const { rows } = await test.owner.query(
      'SELECT viewer_id, what FROM data_access WHERE person_id = $1',
      [person.personId],
    )
    expect(rows).toEqual([{ viewer_id: committee.personId, what: 'roster' }])
  })

  it('pages households by group and door, each once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const mark: string = cursor === null ? '' : `&cursor=${cursor}`
      const page = (
        await call(test, committee, 'GET', `/api/roster/households?limit=7${mark}`)
      ).json()
      seen.push(...page.items.map((row: { householdId: string }) => row.householdId))
      cursor = page.nextCursor
    } while (cursor !== null)
    const { rows } = await test.owner.query(
      'SELECT household_id FROM household WHERE village_id = $1',
      [VILLAGE],
    )
    expect(seen).toHaveLength(rows.length)
    expect(new Set(seen)).toEqual(new Set(rows.map((row) => row.household_id)))
  })

  it('counts doors as people do, with 3-1 after 3 and before 4', async () => {
    const doors = ['10号', '4号', '3-1', '21号', '3号', '3-10', '3-2号']
    for (const houseNo of doors)
      await test.owner.query(
        'INSERT INTO household (village_id, household_id, group_no, house_no) VALUES ($1, $2, 2, $3)',
        [VILLAGE, test.server.newId(), `数${houseNo}`],
      )
    const read = async (mark = ''): Promise<string[]> => {
      const url = `/api/roster/households?q=数&limit=2${mark}`
      const { items, nextCursor } = (await call(test, committee, 'GET', url)).json()
      const shown = items.map((row: { houseNo: string }) => row.houseNo.slice(1))
      return nextCursor === null ? shown : [...shown, ...(await read(`&cursor=${nextCursor}`))]
    }
    expect(await read()).toEqual(['3号', '3-1', '3-2号', '3-10', '4号', '10号', '21号'])
  })

  it('pages people by name or by door, of one group too, each once, and says how many', async () => {
    await addPerson(test, { name: '阿甲', groupNo: 2 })
    const read = async (query: string) => {
      const names: string[] = []
      let cursor: string | null = null
      let total: number | null = null
      do {
        const mark: string = cursor === null ? '' : `&cursor=${cursor}`
        const url = `/api/roster/people?limit=2&${query}${mark}`
        const page = (await call(test, committee, 'GET', url)).json()
        names.push(...page.items.map((row: { name: string }) => row.name))
        total ??= page.total
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(total).toBe(names.length)
      return names
    }
    const byName = await read('sort=name')
    expect(byName[0]).toBe('阿甲')
    expect(new Set(byName).size).toBe(byName.length)
    expect(await read('sort=-name')).toEqual(byName.toReversed())
    const byDoor = await read('sort=door')
    expect(byDoor.toSorted()).toEqual(byName.toSorted())
    expect(byDoor.at(-1)).toBe('阿甲')
    expect(await read('group=2')).toEqual(['阿甲'])
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 1 })
    const asked = await call(test, leader, 'GET', '/api/roster/people?group=2')
    expect(asked.json().items.some(({ groupNo }: { groupNo: number }) => groupNo === 2)).toBe(false)
  })

  it('finds households by door or name, people by name', async () => {
    const person = await addPerson(test, { name: '濮阳百%合', groupNo: 2 })
    const items = async (url: string) => (await call(test, committee, 'GET', url)).json().items
    const encoded = encodeURIComponent('百%合')
    expect(await items(`/api/roster/people?q=${encoded}`)).toMatchObject([
      { personId: person.personId, groupNo: 2, joined: true },
    ])
    await addPerson(test, { name: '尚未入', joined: false })
    expect(await items(`/api/roster/people?q=${encodeURIComponent('尚未入')}`)).toMatchObject([
      { joined: false },
    ])
    expect(await items(`/api/roster/people?q=${encodeURIComponent('百_合')}`)).toEqual([])
    expect(await items(`/api/roster/households?group=2&q=${encoded}`)).toMatchObject([
      { householdId: person.householdId, people: 1, headName: '濮阳百%合' },
    ])
    expect(await items(`/api/roster/households?group=1&q=${encoded}`)).toEqual([])
    expect((await call(test, villager, 'GET', '/api/roster/people')).statusCode).toBe(403)
  })

  it('finds a name however its dot is typed, and a telephone however it is grouped', async () => {
    const person = await addPerson(test, { name: '古丽米热·阿卜杜热伊木江' })
    await test.owner.query("UPDATE person SET phone = '19900000065' WHERE person_id = $1", [
      person.personId,
    ])
    const found = async (list: string, q: string) => {
      const url = `/api/roster/${list}?q=${encodeURIComponent(q)}`
      const { items } = (await call(test, committee, 'GET', url)).json()
      return items.map((row: { householdId: string }) => row.householdId)
    }
    for (const dot of '·•・．﹒∙⋅‧. ') {
      expect(await found('people', `古丽米热${dot}阿卜杜`), dot).toEqual([person.householdId])
      expect(await found('households', `米热${dot}阿卜`), dot).toEqual([person.householdId])
    }
    for (const q of ['199 0000 0065', '+86 199-0000-0065', '１９９００００００６５', ' 0065'])
      expect(await found('people', q), q).toContain(person.householdId)
    const zero = await addPerson(test, { name: '高〇方' })
    for (const q of ['高○方', '⾼〇⽅', '高 〇 方'])
      expect(await found('people', q), q).toEqual([zero.householdId])
  })

  it('refuses a page mark of another list', async () => {
    const page = (await call(test, committee, 'GET', '/api/roster/people?limit=1')).json()
    const url = `/api/roster/households?cursor=${page.nextCursor}`
    expect((await call(test, committee, 'GET', url)).json().code).toBe('invalid_cursor')
    const other = `/api/roster/people?q=x&cursor=${page.nextCursor}`
    expect((await call(test, committee, 'GET', other)).json().code).toBe('invalid_cursor')
  })
})

describe('a telephone', () => {
  const found = async (who: TestPerson, q: string) => {
    const answer = await call(test, who, 'GET', `/api/roster/people?q=${encodeURIComponent(q)}`)
    return answer.json().items.map((row: { personId: string }) => row.personId) as string[]
  }

  it('is found whole or by exactly its last four digits, never by another piece of it', async () => {
    const person = await addPerson(test, { name: '钱多多' })
    const phone = '18867540923'
    await test.owner.query('UPDATE person SET phone = $1 WHERE person_id = $2', [
      phone,
      person.personId,
    ])
    const technician = await addPerson(test, { roles: ['technician'] })
    for (const q of [phone, '188 6754 0923', '+86 18867540923', '0923', ' ０９２３ '])
      expect(await found(technician, q), q).toEqual([person.personId])
    const pieces = Array.from({ length: 11 }, (_, from) =>
      Array.from({ length: 11 - from }, (_end, length) => phone.slice(from, from + length + 1)),
    )
    for (const q of pieces.flat().filter((piece) => piece !== phone && piece !== '0923'))
      expect(await found(technician, q), q).toEqual([])
    for (const q of ['··', '%0923', '_923', '188%', '188____0923', '钱多多 0923'])
      expect(await found(technician, q), q).toEqual([])
  })

  it('is not found by trying: twenty that nobody has, and no more that day, however many ask at once', async () => {
    const insider = await addPerson(test, { roles: ['technician'] })
    const person = await addPerson(test)
    const { rows } = await test.owner.query('SELECT phone FROM person WHERE person_id = $1', [
      person.personId,
    ])
    const look = (q: string, who = insider) => call(test, who, 'GET', `/api/roster/people?q=${q}`)
    // Who is found counts for nothing here: that is a look, which the person sees.
    for (let time = 0; time < 5; time += 1) expect((await look(rows[0].phone)).statusCode).toBe(200)
    const tried = await Promise.all(
      Array.from({ length: 30 }, (_, index) => look(`1770000${1000 + index}`)),
    )
    expect(tried.filter(({ statusCode }) => statusCode === 200)).toHaveLength(20)
    expect(tried.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10)
    expect((await look(rows[0].phone)).json()).toMatchObject({ code: 'too_many_numbers' })
    expect((await look(encodeURIComponent(person.name))).statusCode).toBe(200)
    expect((await look(rows[0].phone.slice(-4))).statusCode).toBe(200)
    expect((await look('17700009999', committee)).statusCode).toBe(200)
    const now = test.clock.now()
    test.clock.advanceMinutes(24 * 60)
    expect((await look(rows[0].phone)).statusCode).toBe(200)
    await forgetExpired(test.database, test.clock)
    const kept = await test.owner.query('SELECT FROM number_miss WHERE misses >= 20')
    expect(kept.rowCount).toBe(0)
    test.clock.set(now)
  })

  it('that was searched for, and a name too, is a look that the person can see', async () => {
    const person = await addPerson(test, { name: '孙看看' })
    const { rows } = await test.owner.query('SELECT phone FROM person WHERE person_id = $1', [
      person.personId,
    ])
    for (const q of ['孙', '孙看', '孙看看', rows[0].phone]) await found(committee, q)
    const seen = await call(test, person, 'GET', '/api/me/data-access')
    expect(
      seen
        .json()
        .items.map((look: { what: string }) => look.what)
        .toSorted(),
    ).toEqual(['search', 'search_phone'])
  })
})

describe('a group leader', () => {
  it('sees the own group only: in searches, in lists and on pages', async () => {
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 2 })
    const near = await addPerson(test, { name: '赵同组', groupNo: 2 })
    const far = await addPerson(test, { name: '赵别组', groupNo: 1 })
    const ids = async (url: string) =>
      (await call(test, leader, 'GET', url)).json().items as { groupNo: number; personId: string }[]
    expect((await ids('/api/roster/people?q=赵')).map(({ personId }) => personId)).toEqual([
      near.personId,
    ])
    for (const url of ['/api/roster/households?limit=100', '/api/roster/households?group=1'])
      expect(
        (await ids(url)).every(({ groupNo }) => groupNo === 2),
        url,
      ).toBe(true)
    for (const url of [`households/${far.householdId}`, `people/${far.personId}`])
      expect((await call(test, leader, 'GET', `/api/roster/${url}`)).json().code, url).toBe(
        'not_own_group',
      )
    expect(
      (await call(test, leader, 'GET', `/api/roster/people/${near.personId}`)).statusCode,
    ).toBe(200)
    const both = await addPerson(test, { roles: ['group_leader', 'committee'], groupNo: 2 })
    const all = await call(test, both, 'GET', '/api/roster/people?q=赵')
    expect(all.json().items).toHaveLength(2)
  })
})

describe('the groups of a village', () => {
  it('are told by number to its members, and to nobody else', async () => {
    await test.owner.query(
      `INSERT INTO village_group (village_id, group_no, name)
        VALUES ($1, 10, '十组'), ($1, 9, '九组'), ($2, 77, '别村的组')`,
      [VILLAGE, OTHER_VILLAGE],
    )
    expect((await call(test, null, 'GET', '/api/groups')).statusCode).toBe(401)
    const answer = await call(test, villager, 'GET', '/api/groups')
    const { groups } = answer.json() as { groups: { groupNo: number; name: string }[] }
    expect(groups.slice(-2)).toEqual([
      { groupNo: 9, name: '九组' },
      { groupNo: 10, name: '十组' },
    ])
    expect(groups.map(({ groupNo }) => groupNo)).not.toContain(77)
  })
})
