import { afterAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '../../../../fixtures/roster/faulty-roster.ts'
import { rosterCsv, rosterXlsx } from '../../../../fixtures/roster/make-roster.ts'
import { outcomesOf } from '../../../../test/once-per-key.ts'
import {
  createRosterVillage,
  put,
  roster,
  type RosterRows,
} from '../../../../test/roster-village.ts'
import { addPerson, call, OTHER_VILLAGE } from '../../../../test/server.ts'
import { generateRoster, rosterToCsv } from '../../../season/roster.ts'

const { test, answer, confirm, preview, rosterRows } = await createRosterVillage()
afterAll(() => test.close())

/** The sample roster with its twelve cells put right. */
const corrected = {
  ...roster,
  rows: put(
    roster.rows,
    roster.faults.map(({ at, right }) => ({ at, value: right })),
  ),
}

async function imported(csv: RosterRows) {
  const answer = (await preview(rosterCsv({ ...roster, rows: csv }))).json()
  expect(answer.errors).toEqual([])
  const done = await confirm(answer.importId)
  expect(done.statusCode).toBe(200)
  return { summary: answer.summary, changes: answer.changes, done: done.json() }
}

describe('the sample roster of 500 with twelve faults', () => {
  it('is not imported while it has errors, and nothing changes', async () => {
    const before = await rosterRows()
    const { importId } = (await preview(rosterCsv(roster))).json()
    const answer = await confirm(importId)
    expect(answer.json()).toMatchObject({ code: 'roster_has_errors', status: 409 })
    expect(answer.json().detail).toContain('11')
    expect(await rosterRows()).toBe(before)
  })

  it('is imported once its cells are put right; a second time nothing changes', async () => {
    const first = await imported(corrected.rows)
    expect(first.summary).toMatchObject({ rows: PEOPLE, newPeople: PEOPLE, faulty: 0 })
    expect(first.done).toEqual({
      newHouseholds: 152,
      newPeople: PEOPLE,
      changed: 0,
      proposed: 0,
      skipped: 0,
    })
    expect(first.changes).toHaveLength(200)
    const after = await rosterRows()
    const asWorkbook = (await preview(await rosterXlsx(corrected))).json()
    expect(asWorkbook.summary).toEqual({
      rows: PEOPLE,
      newHouseholds: 0,
      newPeople: 0,
      changed: 0,
      unchanged: PEOPLE,
      faulty: 0,
      skipped: 0,
      proposed: 0,
    })
    expect((await confirm(asWorkbook.importId)).json()).toEqual({
      newHouseholds: 0,
      newPeople: 0,
      changed: 0,
      proposed: 0,
      skipped: 0,
    })
    expect(await rosterRows()).toBe(after)
    const names = ['陈𠮷𤭢', '买买提·阿不都', '欧阳明', '㛃㛃英']
    for (const name of names) expect(after).toContain(`\\"${name}\\"`)
    expect(after).toContain('石盖里')
  })

  it('stores no identity number, only its last four and a keyed hash', async () => {
    const { rows } = await test.owner.query('SELECT to_jsonb(p)::text AS row FROM person p')
    const text = JSON.stringify(rows)
    const ids = roster.rows.flatMap((row) =>
      /^\d{17}[\dxX]$/.test(String(row[6])) ? [String(row[6])] : [],
    )
    expect(ids.length).toBeGreaterThan(400)
    for (const id of ids) expect(text.includes(id.toUpperCase())).toBe(false)
    expect(text).toContain(ids[0]?.slice(-4))
  })
})

describe('importing again with changes', () => {
  it('lists what would change before it does, and changes that only', async () => {
    const move = put(corrected.rows, [
      { at: [5, 5], value: '19909990001' },
      { at: [4, 3], value: '陈强强' },
    ])
    const asked = (await preview(rosterCsv({ ...roster, rows: move }))).json()
    expect(asked.conflicts).toMatchObject([{ cell: 'G5', kind: 'identity_of_another' }])
    const answers = [{ conflictId: asked.conflicts[0].conflictId, choice: 'same_person' }]
    const { summary, changes, proposals, conflicts } = (
      await answer(asked.importId, answers)
    ).json()
    expect(conflicts).toEqual([])
    expect(summary).toMatchObject({ changed: 1, unchanged: PEOPLE - 1, newPeople: 0, proposed: 1 })
    expect(changes).toMatchObject([
      { row: 5, kind: 'changed', fields: [{ field: 'name', from: '陈强', to: '陈强强' }] },
    ])
    expect(proposals).toMatchObject([
      { row: 6, fields: [{ field: 'phone', from: '199****0002', to: '199****0001' }] },
    ])
    expect((await confirm(asked.importId)).json()).toEqual({
      newHouseholds: 0,
      newPeople: 0,
      changed: 1,
      proposed: 1,
      skipped: 0,
    })
    await test.owner.query('DELETE FROM sign_in_change')
    await test.owner.query("UPDATE person SET name = '陈强' WHERE name = '陈强强'")
  })

  it('takes an empty cell for “not known”, and removes nobody', async () => {
    const before = await rosterRows()
    const blanked = corrected.rows
      .filter((_, index) => index < 4 || index > 30)
      .map((row, index) =>
        index < 4 ? row : row.map((cell, column) => (column > 4 ? null : cell)),
      )
    // The first rows are gone: the rows that are left say anew where they belong.
    const anchored = put(blanked, [
      { at: [4, 1], value: '第1组（石盖里）' },
      { at: [4, 2], value: '900号' },
    ])
    const kept = anchored.filter((row, index) => index < 4 || row[2] !== null || index > 12)
    const read = (await preview(rosterCsv({ ...roster, rows: kept }))).json()
    expect(read.summary.changed).toBe(0)
    expect(await rosterRows()).toBe(before)
  })

  it('proposes that two people exchange telephones, once a person has said so', async () => {
    const people = generateRoster(7, { households: 2, people: 6, groups: 1 }).map(
      (person, index) => ({
        ...person,
        houseNo: `甲${person.houseNo}`,
        phone: index < 2 ? `1990888000${index}` : null,
      }),
    )
    const first = (await preview(rosterToCsv(people))).json()
    expect((await confirm(first.importId)).statusCode).toBe(200)
    const [one, two] = [people[0]!, people[1]!]
    const exchanged = [
      { ...one, phone: two.phone },
      { ...two, phone: one.phone },
      ...people.slice(2),
    ]
    const second = (await preview(rosterToCsv(exchanged))).json()
    expect(second.errors).toEqual([])
    expect(second.conflicts).toMatchObject([{ cell: 'E2' }, { cell: 'E3' }])
    expect((await confirm(second.importId)).json()).toMatchObject({ code: 'roster_has_conflicts' })
    const answers = second.conflicts.map(({ conflictId }: { conflictId: string }) => ({
      conflictId,
      choice: 'number_passed_on',
    }))
    const answered = (await answer(second.importId, answers)).json()
    expect(answered.summary).toMatchObject({ changed: 0, unchanged: 6, proposed: 2 })
    expect((await confirm(second.importId)).json()).toMatchObject({ changed: 0, proposed: 2 })
    const other = await addPerson(test, { roles: ['operator'] })
    const { items } = (await call(test, other, 'GET', '/api/sign-in-changes')).json()
    const changeIds = items.map(({ changeId }: { changeId: string }) => changeId)
    const decide = { changeIds, decision: 'confirmed' }
    const decided = await call(test, other, 'POST', '/api/sign-in-changes/decide', decide)
    expect(decided.json()).toEqual({ decided: 2, withoutPhone: 0, supervisorsTold: 0 })
    const third = (await preview(rosterToCsv(exchanged))).json()
    expect(third.summary).toMatchObject({ changed: 0, unchanged: 6, proposed: 0 })
  })

  it('lets the points of a household that changes group count for the new one', async () => {
    const pending = 'SELECT household_id FROM standing_pending'
    await test.server.standing.folder.stop()
    for (const [group, isTold] of [
      ['3组', false],
      ['3组', false],
      ['2组', true],
    ] as const) {
      await test.owner.query('DELETE FROM standing_pending')
      const csv = `组别,户号,姓名,手机号\n${group},丁1号,沈阿二,19907770002\n`
      await confirm((await preview(Buffer.from(csv))).json().importId)
      expect((await test.owner.query(pending)).rowCount).toBe(isTold ? 1 : 0)
    }
  })

  it('moves someone to the household where the new roster has them', async () => {
    const founder = await addPerson(test, { name: '沈阿大' })
    await test.owner.query('UPDATE person SET phone = $1 WHERE person_id = $2', [
      '19907770001',
      founder.personId,
    ])
    const csv = '组别,户号,姓名,手机号\n3组,丙7号,沈阿大,19907770001\n'
    const read = (await preview(Buffer.from(csv))).json()
    expect(read.changes).toMatchObject([
      { kind: 'changed', fields: [{ field: 'houseNo', to: '丙7号' }] },
    ])
    await confirm(read.importId)
    const { rows } = await test.owner.query(
      'SELECT h.house_no, h.head_person_id, o.head_person_id AS old_head FROM person p JOIN household h USING (household_id), household o WHERE p.person_id = $1 AND o.household_id = $2',
      [founder.personId, founder.householdId],
    )
    expect(rows).toEqual([{ house_no: '丙7号', head_person_id: founder.personId, old_head: null }])
  })
})

describe('confirming', () => {
  const small = (name: string) => Buffer.from(`组别,户号,姓名\n3组,丁${name}号,${name}\n`)

  it('imports the good rows when it is told to skip the others', async () => {
    const csv = Buffer.from('组别,户号,姓名,手机号\n3组,戊1号,赵甲,123\n,戊2号,赵乙,\n')
    const { importId, summary } = (await preview(csv)).json()
    expect(summary).toMatchObject({ rows: 2, newPeople: 1, faulty: 1 })
    const done = await confirm(importId, '?skipErrors=true')
    expect(done.json()).toMatchObject({ newHouseholds: 1, newPeople: 1, skipped: 1 })
  })

  it('gives the first answer to a replay and refuses a second confirmation', async () => {
    const { importId } = (await preview(small('钱甲'))).json()
    const first = await confirm(importId, '', 'confirm-once-1')
    expect(first.json()).toMatchObject({ newPeople: 1 })
    expect((await confirm(importId, '', 'confirm-once-1')).json()).toEqual(first.json())
    expect((await confirm(importId)).json()).toMatchObject({ code: 'unknown_import', status: 404 })
  })

  it('refuses when the roster has changed since the preview', async () => {
    const one = (await preview(small('孙甲'))).json()
    const other = (await preview(small('孙甲'))).json()
    await confirm(one.importId)
    const late = await confirm(other.importId)
    expect(late.json()).toMatchObject({ code: 'roster_changed_since_preview', status: 409 })
  })

  it('refuses after a day', async () => {
    const { importId } = (await preview(small('李甲'))).json()
    test.clock.advanceMinutes(24 * 60)
    expect((await confirm(importId)).json().code).toBe('unknown_import')
  })

  it('is for keepers of the roster of this village', async () => {
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    const { importId } = (await preview(small('周甲'))).json()
    const refused = await confirm(importId, '', undefined, elsewhere)
    expect(refused.json()).toMatchObject({ code: 'unknown_import', status: 404 })
    const villager = await addPerson(test)
    expect((await confirm(importId, '', undefined, villager)).json().code).toBe('role_required')
  })

  it('happens once, where two confirm at one moment', async () => {
    const { importId } = (await preview(small('周乙'))).json()
    const both = [confirm(importId), confirm(importId)]
    expect(await outcomesOf(both)).toEqual(['done', 'unknown_import'])
  })
})

it('writes a record in which nobody can be read, and which their own key opens', async () => {
  const { rows } = await test.owner.query<{ kind: string; leaf: Buffer }>(
    "SELECT kind, leaf FROM record WHERE kind LIKE 'roster.%' ORDER BY record_id",
  )
  const kinds = new Set(rows.map((row) => row.kind))
  expect(kinds).toEqual(
    new Set(['roster.imported', 'roster.people-added', 'roster.people-changed']),
  )
  for (const { leaf } of rows) expect(leaf.toString()).not.toMatch(/陈|199\d{8}/)
  const first = rows.find((row) => row.kind === 'roster.people-added')
  expect(JSON.parse(first?.leaf.toString() ?? '{}')).toMatchObject({ public: { people: 200 } })
})
