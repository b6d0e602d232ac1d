import { afterAll, expect, it } from 'vitest'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { createPlateVillage } from '../../../../test/plate-village.ts'
import { call, type TestPerson } from '../../../../test/server.ts'
import { findSubjectByPlate } from './find-subject.ts'

const { test, committee, villager, elsewhere, added } = await createPlateVillage()
afterAll(() => test.close())

it('changes a story or a keeper and leaves the rest', async () => {
  const keeper = { keeperHouseholdId: villager.householdId }
  const { subjectId, code } = await added('菜地 C-1', { story: '旧的', ...keeper })
  const edit = (who: TestPerson | null, body: object, id = subjectId) =>
    call(test, who, 'POST', `/api/subjects/${id}`, body)
  const tell = (story: string) =>
    call(test, committee, 'POST', `/api/subjects/${subjectId}/story`, { story, photoFileId: null })
  expect((await tell('新的')).json()).toEqual({})
  expect(await findSubjectByPlate(test.database, code)).toMatchObject({
    story: '新的',
    keeperHouseholdId: villager.householdId,
  })
  await edit(committee, { keeperHouseholdId: null })
  expect(await findSubjectByPlate(test.database, code)).toMatchObject({
    story: '新的',
    keeperHouseholdId: null,
  })
  expect((await edit(null, {})).statusCode).toBe(401)
  expect((await edit(villager, {})).statusCode).toBe(403)
  const nobody = { keeperHouseholdId: null }
  expect((await edit(elsewhere, nobody)).json().code).toBe('unknown_subject')
  const stranger = { keeperHouseholdId: elsewhere.householdId }
  expect((await edit(committee, stranger)).json().code).toBe('unknown_household')
  expect((await tell('x'.repeat(2_001))).json().code).toBe('invalid_request')
  expect((await edit(committee, nobody, '1')).json().code).toBe('invalid_request')
})

it('is changed once for one key, and recorded without a household that can be told', async () => {
  const { subjectId, code } = await added('菜地 C-2')
  const keeper = { keeperHouseholdId: villager.householdId }
  await sentTwice(test, (key) =>
    call(test, committee, 'POST', `/api/subjects/${subjectId}`, keeper, { key }),
  )
  expect(await findSubjectByPlate(test.database, code)).toMatchObject(keeper)
  const { rows } = await test.owner.query(
    "SELECT leaf FROM record WHERE kind = 'subject.changed' ORDER BY record_id DESC LIMIT 1",
  )
  const leaf = String(rows[0].leaf)
  expect(JSON.parse(leaf).public.keeper).toEqual(expect.any(String))
  expect(leaf).not.toContain(villager.householdId)
})
