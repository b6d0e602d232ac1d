import { afterAll, describe, expect, it } from 'vitest'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { createRosterVillage } from '../../../../test/roster-village.ts'
import { addPerson, call, VILLAGE } from '../../../../test/server.ts'

const { test, committee, answer, confirm, preview } = await createRosterVillage()
afterAll(() => test.close())

const previewRows = async (...rows: readonly string[]) => {
  const csv = ['组别,户号,姓名,与户主关系,手机号', ...rows].join('\n')
  return (await preview(Buffer.from(csv))).json()
}
const answered = async (importId: string, conflictId: string, choice: string) =>
  (await answer(importId, [{ conflictId, choice }])).json()
const confirmed = async (importId: string) => (await confirm(importId)).json()
const setNumbering = (numbering: string) =>
  call(test, committee, 'POST', '/api/village/house-numbering', { numbering })

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
    await confirmed((await previewRows('第1组,1号,甲,户主,')).importId)
    const asked = await previewRows('第4组,1号,乙,户主,')
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
    expect(await confirmed(asked.importId)).toMatchObject({ code: 'roster_has_conflicts' })
    expect((await answered(asked.importId, 'household 9 9号', 'leave_out')).code).toBe(
      'unknown_conflict',
    )
    expect((await answered(asked.importId, conflictId, 'typing_error')).code).toBe(
      'unknown_conflict',
    )
    const told = await answered(asked.importId, conflictId, 'other_household')
    expect(told).toMatchObject({ conflicts: [], summary: { newHouseholds: 1, newPeople: 1 } })
    expect(await confirmed(asked.importId)).toMatchObject({ newHouseholds: 1, newPeople: 1 })
    expect(await homes('1号')).toEqual(['1 甲', '4 乙'])
    const again = await previewRows('第4组,1号,乙,户主,', '第1组,1号,甲,户主,')
    expect(again).toMatchObject({ conflicts: [], summary: { unchanged: 2 } })
  })

  it('is the same household when a person says so, and moves', async () => {
    await confirmed((await previewRows('第1组,2号,丙,户主,')).importId)
    const asked = await previewRows('第4组,2号,丁,户主,')
    await answered(asked.importId, asked.conflicts[0].conflictId, 'same_household')
    await confirmed(asked.importId)
    expect(await homes('2号')).toEqual(['4 丁', '4 丙'])
  })

  it('is not asked about when somebody of it stands in the row, with name and telephone', async () => {
    await confirmed((await previewRows('第1组,3号,戊,户主,13700000001')).importId)
    const moved = await previewRows('第4组,3号,戊,户主,13700000001')
    expect(moved).toMatchObject({ conflicts: [], changes: [{ fields: [{ field: 'group' }] }] })
    expect(moved.summary).toMatchObject({ newHouseholds: 0, newPeople: 0 })
  })

  it('is asked about within one file, and a person in both rows stands once', async () => {
    const asked = await previewRows('第1组,4号,己,户主,', '第4组,4号,己,户主,')
    expect(asked.conflicts).toMatchObject([{ row: 3, cell: 'A3' }])
    expect(asked.conflicts[0].messageZh).toContain('A2的也是 4号')
    const { conflictId } = asked.conflicts[0]
    const told = await answered(asked.importId, conflictId, 'same_household')
    expect(told.errors).toMatchObject([{ cell: 'C3', code: 'duplicate_person' }])
  })

  it('is another household where houses are numbered for each group', async () => {
    expect((await setNumbering('group')).json()).toEqual({ numbering: 'group' })
    const plan = await previewRows('第1组,5号,庚,户主,', '第2组,5号,辛,户主,')
    expect(plan).toMatchObject({ conflicts: [], errors: [], summary: { newHouseholds: 2 } })
    await confirmed(plan.importId)
    expect(await homes('5号')).toEqual(['1 庚', '2 辛'])
    const found = (await call(test, committee, 'GET', '/api/roster/households?q=5号')).json().items
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
    await confirmed((await previewRows('第1组,53号,任甲,户主,18811110053')).importId)
    const asked = await previewRows('3组,60号,乙,户主,18811110053')
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
    await confirmed((await previewRows(owner)).importId)
    for (const rows of [
      [wrong, owner],
      [owner, wrong],
    ])
      for (const [choice, newPeople] of [
        ['typing_error', 1],
        ['leave_out', 0],
      ] as const) {
        const asked = await previewRows(...rows)
        expect(asked.errors).toEqual([])
        expect(asked.conflicts).toMatchObject([{ kind: 'phone_of_another' }])
        expect(await answered(asked.importId, asked.conflicts[0].conflictId, choice)).toMatchObject(
          {
            errors: [],
            conflicts: [],
            summary: { faulty: 0, unchanged: 1, newPeople },
          },
        )
      }
  })

  it('blames no row for a cell that a person has called a typing error', async () => {
    const asked = await previewRows(wrong, '第1组,72号,郑一,户主,18811110070')
    expect(asked.errors).toMatchObject([{ row: 3, code: 'duplicate_phone' }])
    const told = await answered(asked.importId, asked.conflicts[0].conflictId, 'typing_error')
    expect(told).toMatchObject({ errors: [], conflicts: [{ row: 3 }] })
  })
})

describe('an answer', () => {
  it('is taken once for one key, from keepers of the roster, for a file that waits', async () => {
    await confirmed((await previewRows('第1组,80号,子,户主,18811110080')).importId)
    const { importId, conflicts } = await previewRows('第4组,90号,丑,户主,18811110080')
    const answers = [{ conflictId: conflicts[0].conflictId, choice: 'typing_error' }]
    const villager = await addPerson(test)
    expect((await answer(importId, answers, null)).json().code).toBe('not_signed_in')
    expect((await answer(importId, answers, villager)).json().code).toBe('role_required')
    await sentTwice(test, (key) => answer(importId, answers, committee, key))
    expect((await answer(test.server.newId(), answers)).json().code).toBe('unknown_import')
  })

  it('never slips under a confirmation at the same moment', async () => {
    await confirmed((await previewRows('第1组,81号,寅,户主,18811110081')).importId)
    const { importId, conflicts } = await previewRows('第4组,91号,卯,户主,18811110081')
    const { conflictId } = conflicts[0]
    const both = [answer(importId, [{ conflictId, choice: 'leave_out' }]), confirm(importId)]
    const [said, done] = await Promise.all(both)
    // Either it was confirmed with the answer, or refused for want of it.
    expect([200, 409]).toContain(done?.statusCode)
    // Once it is confirmed, there is no preview left to show.
    expect([200, 404]).toContain(said?.statusCode)
    expect(await homes('91号')).toEqual([])
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
    (await call(test, committee, 'GET', '/api/roster/households?q=村委')).json().items
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
  const [asked] = (await previewRows(`第4组,77号,丙,户主,${rows[0].phone}`)).conflicts
  expect(asked.messageZh).toContain(`名册登记的是村委的${clerk.name}`)
  expect(asked.messageEn).toContain(`to ${clerk.name} of the village office`)
})
