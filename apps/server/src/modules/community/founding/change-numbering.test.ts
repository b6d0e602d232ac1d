import { afterAll, expect, it } from 'vitest'
import { createDeskVillage } from '../../../../test/desk-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, type TestPerson } from '../../../../test/server.ts'

const { test, committee, villager, post } = await createDeskVillage()
afterAll(() => test.close())

const setNumbering = (who: TestPerson | null, numbering: string, key?: string) =>
  post(who, '/api/village/house-numbering', { numbering }, key)

it('how houses are numbered is changed by whoever keeps the roster, once for one key', async () => {
  expect((await setNumbering(null, 'group')).json().code).toBe('not_signed_in')
  expect((await setNumbering(villager, 'group')).json().code).toBe('role_required')
  expect((await setNumbering(committee, 'street')).json().code).toBe('invalid_request')
  const changed = await sentTwice(test, (key) => setNumbering(committee, 'group', key))
  expect(changed.json()).toEqual({ numbering: 'group' })
  const { rows } = await test.owner.query(
    "SELECT leaf FROM record WHERE kind = 'village.numbering-changed'",
  )
  expect(rows.map(({ leaf }) => JSON.parse(String(leaf)).public)).toEqual([{ numbering: 'group' }])
})

it('a number that stands in two groups is none of the whole village', async () => {
  const { householdId } = await addPerson(test, { groupNo: 2 })
  await test.owner.query(
    `UPDATE household SET house_no = (SELECT house_no FROM household WHERE household_id = $1)
     WHERE household_id = $2`,
    [villager.householdId, householdId],
  )
  expect((await setNumbering(committee, 'village')).json()).toMatchObject({
    code: 'house_numbers_repeat',
    status: 409,
  })
  await test.owner.query('UPDATE household SET house_no = $1 WHERE household_id = $2', [
    '无双1号',
    householdId,
  ])
  expect((await setNumbering(committee, 'village')).json()).toEqual({ numbering: 'village' })
})
