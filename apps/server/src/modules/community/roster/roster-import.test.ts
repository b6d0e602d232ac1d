import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildFaultyRoster,
  PEOPLE,
  type FixtureCell,
} from '../../../../fixtures/roster/faulty-roster.ts'
import { rosterCsv, rosterReadme, rosterXlsx } from '../../../../fixtures/roster/make-roster.ts'
import { upload } from '../../../../test/upload.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { generateRoster, rosterToCsv } from '../../../season/roster.ts'

const fixtures = join(import.meta.dirname, '../../../../fixtures/roster')
const roster = buildFaultyRoster()
/** The same roster with its twelve cells put right. */
const corrected = {
  ...roster,
  rows: put(
    roster.rows,
    roster.faults.map(({ at, right }) => ({ at, value: right })),
  ),
}

let test: TestServer
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

type Rows = readonly (readonly FixtureCell[])[]

function put(
  rows: Rows,
  changes: readonly { at: readonly [number, number]; value: FixtureCell }[],
): Rows {
  const copy = rows.map((row) => [...row])
  for (const { at, value } of changes) copy[at[0]]![at[1]] = value
  return copy
}

const preview = (file: Buffer, person: TestPerson | null = committee) =>
  upload(test, person, '/api/roster/import/preview', file)
const confirm = (importId: string, query = '', key?: string) =>
  call(
    test,
    committee,
    'POST',
    `/api/roster/import/${importId}/confirm${query}`,
    {},
    key ? { key } : {},
  )

async function imported(csv: Rows) {
  const answer = (await preview(rosterCsv({ ...roster, rows: csv }))).json()
  expect(answer.errors).toEqual([])
  const done = await confirm(answer.importId)
  expect(done.statusCode).toBe(200)
  return { summary: answer.summary, changes: answer.changes, done: done.json() }
}

/** Everything that the roster holds, to see that nothing has changed. */
async function rosterRows(): Promise<string> {
  const { rows } = await test.owner.query(
    `SELECT to_jsonb(p)::text AS row FROM person p WHERE village_id = '${VILLAGE}'
     UNION ALL SELECT to_jsonb(h)::text FROM household h WHERE village_id = '${VILLAGE}'
     UNION ALL SELECT to_jsonb(g)::text FROM village_group g WHERE village_id = '${VILLAGE}' ORDER BY 1`,
  )
  return JSON.stringify(rows)
}

it('has its sample files as the script makes them', async () => {
  expect(await readFile(join(fixtures, 'dashigai-500.xlsx'))).toEqual(await rosterXlsx(roster))
  expect(await readFile(join(fixtures, 'dashigai-500.csv'))).toEqual(rosterCsv(roster))
  expect(await readFile(join(fixtures, 'README.md'), 'utf8')).toBe(rosterReadme(roster))
})

describe('the sample roster of 500 with twelve faults', () => {
  const expected = roster.faults.map(({ cell, code }) => `${cell} ${code}`)

  it.each(['dashigai-500.xlsx', 'dashigai-500.csv'])(
    '%s tells exactly the twelve',
    async (name) => {
      const before = await rosterRows()
      const answer = (await preview(await readFile(join(fixtures, name)))).json()
      const told: {
        cell: string
        code: string
        messageZh: string
        messageEn: string
        column: string
      }[] = [
        ...answer.errors,
        ...answer.conflicts.map((one: { kind: string }) => ({ ...one, code: one.kind })),
      ]
      const codes = told.map(({ cell, code }) => `${cell} ${code}`)
      expect(codes.toSorted()).toEqual(expected.toSorted())
      expect(new Set(told.map(({ code }) => code)).size).toBe(12)
      expect(answer.conflicts).toMatchObject([{ kind: 'household_elsewhere' }])
      for (const error of told) {
        expect(error.messageZh).toMatch(/\p{Script=Han}.*[。？]$/u)
        expect(error.messageEn).toMatch(/^[^\p{Script=Han}]*[.]|.*[.?]$/u)
        expect(`${error.messageZh}${error.messageEn}`).not.toMatch(/\{|undefined|null/)
        expect(error.column).not.toBe('')
      }
      expect(answer.summary).toEqual({
        rows: PEOPLE,
        newHouseholds: 151, // one of them is a household of one
        newPeople: PEOPLE - 12,
        changed: 0,
        unchanged: 0,
        faulty: 11, // the twelfth is a question
        skipped: 12,
        proposed: 0,
      })
      expect(await rosterRows()).toBe(before)
    },
  )

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
  // Row 5 of the file (index 4) is the first person: head of house 1.
  it('lists what would change before it does, and changes that only', async () => {
    const move = put(corrected.rows, [
      { at: [5, 5], value: '19909990001' },
      { at: [4, 3], value: '陈强强' },
    ])
    const asked = (await preview(rosterCsv({ ...roster, rows: move }))).json()
    expect(asked.conflicts).toMatchObject([{ cell: 'G5', kind: 'identity_of_another' }])
    const answers = [{ conflictId: asked.conflicts[0].conflictId, choice: 'same_person' }]
    const { summary, changes, proposals, conflicts } = (
      await call(test, committee, 'POST', `/api/roster/import/${asked.importId}/answers`, {
        answers,
      })
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
    const answer = (await preview(rosterCsv({ ...roster, rows: kept }))).json()
    expect(answer.summary.changed).toBe(0)
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
    const url = `/api/roster/import/${second.importId}/answers`
    const answered = (await call(test, committee, 'POST', url, { answers })).json()
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
    const answer = (await preview(Buffer.from(csv))).json()
    expect(answer.changes).toMatchObject([
      { kind: 'changed', fields: [{ field: 'houseNo', to: '丙7号' }] },
    ])
    await confirm(answer.importId)
    const { rows } = await test.owner.query(
      'SELECT h.house_no, h.head_person_id, o.head_person_id AS old_head FROM person p JOIN household h USING (household_id), household o WHERE p.person_id = $1 AND o.household_id = $2',
      [founder.personId, founder.householdId],
    )
    expect(rows).toEqual([{ house_no: '丙7号', head_person_id: founder.personId, old_head: null }])
  })
})

it('refuses a second head, a person twice and a hamlet beside its number', async () => {
  const csv = [
    '组别,户号,户主,姓名,手机号',
    '9组,壬1号,卫甲,卫甲,',
    '9组,壬1号,卫乙,卫乙,',
    '9组,壬1号,卫甲,卫甲,19906660001',
    '10组,壬1号,卫甲,卫丙,',
    '??,壬2号,卫丁,卫丁,',
    ',,,,',
    ',,卫戊,,',
  ]
  const answer = (await preview(Buffer.from(csv.join('\n')))).json()
  const told = answer.errors.map(({ cell, code }: { cell: string; code: string }) => [cell, code])
  expect(told).toEqual([
    ['D3', 'two_heads'],
    ['D4', 'duplicate_person'],
    ['D4', 'two_heads'],
    ['A6', 'bad_group'],
    ['A8', 'missing_group'],
    ['D8', 'missing_name'],
  ])
  expect(answer.errors[0].messageZh).toContain('第 2 行')
  expect(answer.conflicts).toMatchObject([{ cell: 'A5', kind: 'household_elsewhere' }])
  expect(answer.conflicts[0].messageZh).toContain('A2')
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
    const answer = await confirm(other.importId)
    expect(answer.json()).toMatchObject({ code: 'roster_changed_since_preview', status: 409 })
  })

  it('refuses after a day', async () => {
    const { importId } = (await preview(small('李甲'))).json()
    test.clock.advanceMinutes(24 * 60)
    expect((await confirm(importId)).json().code).toBe('unknown_import')
  })

  it('does not let another village confirm', async () => {
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    const { importId } = (await preview(small('周甲'))).json()
    const url = `/api/roster/import/${importId}/confirm`
    const answer = await call(test, elsewhere, 'POST', url, {})
    expect(answer.json()).toMatchObject({ code: 'unknown_import', status: 404 })
  })

  it('keeps what was read sealed until then', async () => {
    await preview(small('吴甲甲'))
    const { rows } = await test.owner.query('SELECT sealed FROM roster_import')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.sealed.includes(Buffer.from('吴甲甲'))).toBe(false)
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
