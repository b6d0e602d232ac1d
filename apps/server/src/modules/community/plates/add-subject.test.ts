import { isPlateCode } from '@azalea/text'
import { afterAll, expect, it } from 'vitest'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { createPlateVillage } from '../../../../test/plate-village.ts'
import { addPerson, VILLAGE } from '../../../../test/server.ts'
import { findSubjectByPlate } from './find-subject.ts'

const { test, committee, villager, elsewhere, add, added } = await createPlateVillage()
afterAll(() => test.close())

it('gives a new subject a plate that leads to it', async () => {
  const keeper = { keeperHouseholdId: villager.householdId }
  const { subjectId, code } = await added('菜地 A-17', {
    groupNo: 2,
    story: '种了三代人',
    ...keeper,
  })
  expect(isPlateCode(code)).toBe(true)
  expect(await findSubjectByPlate(test.database, ` ${code.toLowerCase()} `)).toEqual({
    subjectId,
    code,
    villageId: VILLAGE,
    kind: 'plot',
    label: '菜地 A-17',
    groupNo: 2,
    groupName: '第2组',
    keeperHouseholdId: villager.householdId,
    story: '种了三代人',
    photoFileId: null,
  })
  const { rows } = await test.owner.query("SELECT leaf FROM record WHERE kind = 'subject.added'")
  const leaf = JSON.parse(rows[0].leaf.toString())
  expect(leaf.public.kind).toBe('plot')
  expect(rows[0].leaf.toString()).not.toContain(subjectId)
})

it('refuses a second subject of one label, and what is not of the village', async () => {
  await added('菜地 D-1')
  const codeOf = async (body: object) => (await add(committee, body)).json().code
  expect(await codeOf({ kind: 'yard', label: ' 菜地 D-1 ' })).toBe('label_taken')
  expect(await codeOf({ kind: 'plot', label: 'x', groupNo: 77 })).toBe('unknown_group')
  const stranger = { keeperHouseholdId: elsewhere.householdId }
  expect(await codeOf({ kind: 'plot', label: 'x', ...stranger })).toBe('unknown_household')
  expect(await codeOf({ kind: 'castle', label: 'x' })).toBe('invalid_request')
  expect(await codeOf({ kind: 'plot', label: '  ' })).toBe('invalid_request')
  expect((await add(null, { kind: 'plot', label: 'x' })).statusCode).toBe(401)
  expect((await add(villager, { kind: 'plot', label: 'x' })).statusCode).toBe(403)
  const technician = await addPerson(test, { roles: ['technician'] })
  expect((await add(technician, { kind: 'plot', label: '菜地 D-2' })).statusCode).toBe(200)
})

it('adds one subject for one key, and one of two of a label at one moment', async () => {
  const once = { kind: 'plot', label: '菜地 E-1' }
  await sentTwice(test, (key) => add(committee, once, key))
  const technician = await addPerson(test, { roles: ['technician'] })
  const both = [committee, technician].map((who) => add(who, { kind: 'plot', label: '菜地 E-2' }))
  expect(await outcomesOf(both)).toEqual(['done', 'label_taken'])
})
