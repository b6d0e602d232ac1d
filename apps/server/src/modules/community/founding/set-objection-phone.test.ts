import { afterAll, expect, it } from 'vitest'
import { createDeskVillage } from '../../../../test/desk-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { VILLAGE, type TestPerson } from '../../../../test/server.ts'

const { test, committee, villager, post, read } = await createDeskVillage()
afterAll(() => test.close())

const URL = '/api/village/objection-phone'
const shown = async () => (await read(null, `/api/villages/${VILLAGE}`)).objectionPhone

it('whom to call about a notice is said, changed and taken back, each time in the log', async () => {
  const phone = '0571-8234 5678'
  const said = await sentTwice(test, (key) => post(committee, URL, { phone }, key))
  expect([said.json(), await shown()]).toEqual([{ objectionPhone: phone }, phone])
  await post(committee, URL, { phone: null })
  expect(await shown()).toBeNull()
  const { rows } = await test.owner.query(
    "SELECT leaf FROM record WHERE kind = 'village.objection-phone-set' ORDER BY record_id",
  )
  const told = rows.map(({ leaf }) => JSON.parse(String(leaf)).public)
  expect(told).toEqual([{ phone }, { phone: null }])
})

it('is for keepers of the roster to say, and is a telephone', async () => {
  const codeOf = async (who: TestPerson | null, phone: unknown) =>
    (await post(who, URL, { phone })).json().code
  expect(await codeOf(null, null)).toBe('not_signed_in')
  expect(await codeOf(villager, '12345')).toBe('role_required')
  for (const phone of ['', 'call me'])
    expect(await codeOf(committee, phone)).toBe('invalid_request')
})
