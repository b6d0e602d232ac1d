import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '../../../../fixtures/roster/faulty-roster.ts'
import { rosterCsv, rosterReadme, rosterXlsx } from '../../../../fixtures/roster/make-roster.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { createRosterVillage, roster } from '../../../../test/roster-village.ts'
import { addPerson } from '../../../../test/server.ts'

const fixtures = join(import.meta.dirname, '../../../../fixtures/roster')

const { test, preview, rosterRows } = await createRosterVillage()
afterAll(() => test.close())

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

describe('what a preview reads', () => {
  it('is answered once for one key, for keepers of the roster', async () => {
    const file = Buffer.from('组别,户号,姓名\n3组,丁一号,郑甲\n')
    await sentTwice(test, (key) => preview(file, undefined, key))
    expect((await preview(file, null)).json().code).toBe('not_signed_in')
    expect((await preview(file, await addPerson(test))).json().code).toBe('role_required')
  })

  it('is kept sealed until it is confirmed', async () => {
    await preview(Buffer.from('组别,户号,姓名\n3组,丁二号,吴甲甲\n'))
    const { rows } = await test.owner.query('SELECT sealed FROM roster_import')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.sealed.includes(Buffer.from('吴甲甲'))).toBe(false)
  })
})
