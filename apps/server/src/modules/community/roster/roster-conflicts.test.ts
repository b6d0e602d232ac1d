import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'

let test: TestServer
let cadre: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  cadre = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

const preview = async (...rows: readonly string[]) => {
  const csv = ['组别,户号,姓名,与户主关系,手机号', ...rows].join('\n')
  return (await upload(test, cadre, '/api/roster/import/preview', Buffer.from(csv))).json()
}
const answer = async (importId: string, conflictId: string, choice: string) =>
  (
    await call(test, cadre, 'POST', `/api/roster/import/${importId}/answers`, {
      answers: [{ conflictId, choice }],
    })
  ).json()
const confirm = async (importId: string) =>
  (await call(test, cadre, 'POST', `/api/roster/import/${importId}/confirm`, {})).json()
const setNumbering = (numbering: string, who = cadre) =>
  call(test, who, 'POST', '/api/village/house-numbering', { numbering })

async function homes(houseNo: string) {
  const { rows } = await test.owner.query(
    `SELECT group_no, p.name FROM household h JOIN person p USING (village_id, household_id)
     WHERE village_id = $1 AND house_no = $2 ORDER BY group_no, p.name`,
    [VILLAGE, houseNo],
  )
  return rows.map(({ group_no, name }) => `${group_no} ${name}`)
}

describe('the same house number in another group', () => {
  it('is asked about, and becomes another household when a person says so', async () => {
    await confirm((await preview('第1组,1号,甲,户主,')).importId)
    const asked = await preview('第4组,1号,乙,户主,')
    expect(asked.summary).toMatchObject({ newHouseholds: 0, newPeople: 0, changed: 0 })
    expect(asked.conflicts).toMatchObject([
      {
        kind: 'household_elsewhere',
        cell: 'A2',
        column: '组别',
        messageZh: 'A2：这一行是第4组 1号；名册的也是 1号，在第1组（甲）。是同一户吗？',
        choices: ['same_household', 'other_household', 'leave_out'],
      },
    ])
    expect(asked.conflicts[0].messageEn).toContain('the roster has 1号 in 第1组')
    const [{ conflictId }] = asked.conflicts
    expect(await confirm(asked.importId)).toMatchObject({ code: 'roster_has_conflicts' })
    expect((await answer(asked.importId, 'household 9 9号', 'leave_out')).code).toBe(
      'unknown_conflict',
    )
    expect((await answer(asked.importId, conflictId, 'typing_error')).code).toBe('unknown_conflict')
    const answered = await answer(asked.importId, conflictId, 'other_household')
    expect(answered).toMatchObject({ conflicts: [], summary: { newHouseholds: 1, newPeople: 1 } })
    expect(await confirm(asked.importId)).toMatchObject({ newHouseholds: 1, newPeople: 1 })
    expect(await homes('1号')).toEqual(['1 甲', '4 乙'])
    const again = await preview('第4组,1号,乙,户主,', '第1组,1号,甲,户主,')
    expect(again).toMatchObject({ conflicts: [], summary: { unchanged: 2 } })
  })

  it('is the same household when a person says so, and moves', async () => {
    await confirm((await preview('第1组,2号,丙,户主,')).importId)
    const asked = await preview('第4组,2号,丁,户主,')
    await answer(asked.importId, asked.conflicts[0].conflictId, 'same_household')
    await confirm(asked.importId)
    expect(await homes('2号')).toEqual(['4 丁', '4 丙'])
  })

  it('is not asked about when somebody of it stands in the row, with name and telephone', async () => {
    await confirm((await preview('第1组,3号,戊,户主,13700000001')).importId)
    const moved = await preview('第4组,3号,戊,户主,13700000001')
    expect(moved).toMatchObject({ conflicts: [], changes: [{ fields: [{ field: 'group' }] }] })
    expect(moved.summary).toMatchObject({ newHouseholds: 0, newPeople: 0 })
  })

  it('is asked about within one file, and a person in both rows stands once', async () => {
    const asked = await preview('第1组,4号,己,户主,', '第4组,4号,己,户主,')
    expect(asked.conflicts).toMatchObject([{ row: 3, cell: 'A3' }])
    expect(asked.conflicts[0].messageZh).toContain('A2的也是 4号')
    const { conflictId } = asked.conflicts[0]
    const answered = await answer(asked.importId, conflictId, 'same_household')
    expect(answered.errors).toMatchObject([{ cell: 'C3', code: 'duplicate_person' }])
  })

  it('is another household where houses are numbered for each group', async () => {
    expect((await setNumbering('group')).json()).toEqual({ numbering: 'group' })
    const plan = await preview('第1组,5号,庚,户主,', '第2组,5号,辛,户主,')
    expect(plan).toMatchObject({ conflicts: [], errors: [], summary: { newHouseholds: 2 } })
    await confirm(plan.importId)
    expect(await homes('5号')).toEqual(['1 庚', '2 辛'])
    const found = (await call(test, cadre, 'GET', '/api/roster/households?q=5号')).json().items
    const named = found.filter((one: { houseNo: string }) => one.houseNo === '5号')
    expect(named).toMatchObject([
      { groupNo: 1, headName: '庚' },
      { groupNo: 2, headName: '辛' },
    ])
    const back = await setNumbering('village')
    expect(back.json()).toMatchObject({ code: 'house_numbers_repeat', status: 409 })
  })
})

describe('a telephone of somebody in another household', () => {
  it('is asked about: whoever is signed in stays, and nobody gets their session', async () => {
    await confirm((await preview('第1组,53号,任甲,户主,18811110053')).importId)
    const asked = await preview('3组,60号,乙,户主,18811110053')
    expect(asked.conflicts).toMatchObject([
      {
        kind: 'phone_of_another',
        cell: 'E2',
        messageZh:
          'E2：乙的手机号 188****0053，名册登记的是第1组 53号的任甲。号码换了人用，还是写错了？',
        choices: ['number_passed_on', 'typing_error', 'leave_out'],
      },
    ])
    expect(await homes('53号')).toEqual(['1 任甲'])
  })
})

describe('a telephone in two rows of a file', () => {
  const owner = '第1组,70号,高方,户主,18811110070'
  const wrong = '第1组,71号,陈国,户主,18811110070'

  it('keeps the row of whoever the roster gives it to, whichever stands first', async () => {
    await confirm((await preview(owner)).importId)
    for (const rows of [
      [wrong, owner],
      [owner, wrong],
    ])
      for (const [choice, newPeople] of [
        ['typing_error', 1],
        ['leave_out', 0],
      ] as const) {
        const asked = await preview(...rows)
        expect(asked.errors).toEqual([])
        expect(asked.conflicts).toMatchObject([{ kind: 'phone_of_another' }])
        expect(await answer(asked.importId, asked.conflicts[0].conflictId, choice)).toMatchObject({
          errors: [],
          conflicts: [],
          summary: { faulty: 0, unchanged: 1, newPeople },
        })
      }
  })

  it('blames no row for a cell that a person has called a typing error', async () => {
    const asked = await preview(wrong, '第1组,72号,郑一,户主,18811110070')
    expect(asked.errors).toMatchObject([{ row: 3, code: 'duplicate_phone' }])
    const answered = await answer(asked.importId, asked.conflicts[0].conflictId, 'typing_error')
    expect(answered).toMatchObject({ errors: [], conflicts: [{ row: 3 }] })
  })
})

describe('how houses are numbered', () => {
  it('changes while no award stands, by whoever keeps the roster', async () => {
    const villager = await addPerson(test)
    expect((await setNumbering('group', villager)).json().code).toBe('role_required')
    expect((await setNumbering('group')).statusCode).toBe(200)
    const { rows } = await test.owner.query(
      "SELECT leaf FROM record WHERE kind = 'village.numbering-changed'",
    )
    expect(JSON.parse(rows[0].leaf.toString()).public).toEqual({ numbering: 'group' })
  })
})

it('counts no household in which nobody lives, and never the office', async () => {
  const size = async () => (await call(test, null, 'GET', `/api/villages/${VILLAGE}`)).json()
  const before = (await size()).households
  const insert = `INSERT INTO household (village_id, household_id, group_no, house_no, is_office)
    VALUES ($1, $2, 1, $3, $4)`
  const [empty, office] = [test.server.newId(), test.server.newId()]
  await test.owner.query(insert, [VILLAGE, empty, '空号', false])
  await test.owner.query(insert, [VILLAGE, office, '村委', true])
  const list = async () =>
    (await call(test, cadre, 'GET', '/api/roster/households?q=村委')).json().items
  expect([(await size()).households, await list()]).toEqual([before, []])
  const clerk = await addPerson(test, { householdId: office, roles: ['operator'] })
  expect((await size()).households).toBe(before)
  expect(await list()).toMatchObject([{ householdId: office, people: 1 }])
  const joins = await call(test, clerk, 'POST', `/api/households/${office}/consent`, {
    decision: 'join',
  })
  expect(joins.json()).toMatchObject({ code: 'office_does_not_join', status: 409 })
  const { rows } = await test.owner.query('SELECT phone FROM person WHERE person_id = $1', [
    clerk.personId,
  ])
  const [asked] = (await preview(`第4组,77号,丙,户主,${rows[0].phone}`)).conflicts
  expect(asked.messageZh).toContain(`名册登记的是村委的${clerk.name}`)
  expect(asked.messageEn).toContain(`to ${clerk.name} of the village office`)
})
