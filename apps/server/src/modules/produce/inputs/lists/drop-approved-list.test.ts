import { beforeAll, afterAll, expect, it } from 'vitest'
import {
  createInputsVillage,
  importList,
  publishList,
  spray,
  type InputsVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call } from '../../../../../test/server.ts'

let village: InputsVillage
beforeAll(async () => {
  village = await createInputsVillage()
}, 60_000)
afterAll(() => village.test.close())

const drop = (listId: string) =>
  call(village.test, village.supervisor, 'POST', `/api/approved-lists/${listId}/drop`)
const lists = async () =>
  (await done(call(village.test, village.committee, 'GET', '/api/approved-lists'))).items

it('drops a proposal and leaves what was published', async () => {
  const { listId } = await done(importList(village, [spray]))
  await done(drop(listId))
  expect(await refused(drop(listId))).toBe('409 approved_list_decided')
  expect(await refused(drop(village.committee.personId))).toBe('404 unknown_approved_list')
  await publishList(village, [spray])
  const [published] = await lists()
  expect(await refused(drop(published.listId))).toBe('409 approved_list_decided')
  expect(await lists()).toMatchObject([{ edition: 1, state: 'published' }])
})
