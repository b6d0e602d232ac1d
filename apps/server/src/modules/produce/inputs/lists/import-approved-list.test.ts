import { beforeAll, afterAll, expect, it } from 'vitest'
import {
  compost,
  createInputsVillage,
  importList,
  spray,
  type InputsVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call } from '../../../../../test/server.ts'
import { starterList } from './starter-list.ts'
import { upload } from '../../../../../test/upload.ts'

let village: InputsVillage
beforeAll(async () => {
  village = await createInputsVillage()
}, 60_000)
afterAll(() => village.test.close())

const imports = '/api/approved-lists/import'

it('proposes what a workbook says, line by line, and nothing counts yet', async () => {
  const { listId, lines, problems } = await done(importList(village, [spray, compost]))
  expect({ lines, problems }).toEqual({ lines: 2, problems: [] })
  const read = call(village.test, village.committee, 'GET', `/api/approved-lists/${listId}`)
  expect((await done(read)).uses).toEqual([spray, compost])
  const inForce = `/api/villages/${village.committee.villageId}/approved-list`
  expect(await done(call(village.test, null, 'GET', inForce))).toMatchObject({
    edition: null,
    uses: [],
  })
})

it('tells what is wrong with a file, and keeps nothing of it', async () => {
  const lists = () => done(call(village.test, village.committee, 'GET', '/api/approved-lists'))
  const before = await lists()
  const twice = await done(importList(village, [spray, { ...spray, crops: ['萝卜', '菠菜'] }]))
  expect(twice).toMatchObject({ listId: null, lines: 0 })
  expect(twice.problems).toMatchObject([{ message: expect.stringContaining('萝卜') }])
  const file = Buffer.from('no workbook')
  const refusal = refused(upload(village.test, village.technician, imports, file))
  expect(await refusal).toBe('400 list_file_unreadable')
  expect(await lists()).toEqual(before)
})

it('begins from a workbook whose every line names its source, and takes it back as it is', async () => {
  const url = '/api/approved-lists/form.xlsx'
  const form = await call(village.test, village.technician, 'GET', url)
  const { listId } = await done(upload(village.test, village.technician, imports, form.rawPayload))
  const read = call(village.test, village.committee, 'GET', `/api/approved-lists/${listId}`)
  expect((await done(read)).uses).toEqual(starterList)
  for (const { source } of starterList) expect(source).toMatch(/^(DB|GB|NY)/)
})
