import { beforeAll, afterAll, expect, it } from 'vitest'
import {
  compost,
  createInputsVillage,
  importList,
  publishList,
  spray,
  type InputsVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'
import { readListFile } from './read-list-file.ts'

let village: InputsVillage
beforeAll(async () => {
  village = await createInputsVillage()
}, 60_000)
afterAll(() => village.test.close())

const confirm = (listId: string, person = village.supervisor) =>
  call(village.test, person, 'POST', `/api/approved-lists/${listId}/confirm`)
const inForce = () => {
  const url = `/api/villages/${village.committee.villageId}/approved-list`
  return done(call(village.test, null, 'GET', url))
}

it('publishes what somebody of another household confirms, once', async () => {
  const { test, technician, committee } = village
  const kin = await addPerson(test, {
    householdId: technician.householdId,
    roles: ['committee'],
  })
  const { listId } = await done(importList(village, [spray, compost]))
  expect(await refused(confirm(listId, kin))).toBe('403 second_of_household')
  expect(await refused(confirm(listId, technician))).toBe('403 role_required')
  const own = await done(importList(village, [spray], committee))
  expect(await refused(confirm(own.listId, committee))).toBe('403 second_own_proposal')
  expect(await done(confirm(listId))).toEqual({ edition: 1 })
  expect(await refused(confirm(listId))).toBe('409 approved_list_decided')
  expect(await refused(confirm(committee.personId))).toBe('404 unknown_approved_list')
  expect(await inForce()).toMatchObject({
    edition: 1,
    inForceFrom: '2026-03-02',
    uses: [spray, compost],
  })
})

it('lets a later edition follow, and never edits one that was published', async () => {
  const before = await done(call(village.test, village.committee, 'GET', '/api/approved-lists'))
  const edition = await publishList(village, [{ ...spray, preHarvestDays: 14 }])
  expect(await inForce()).toMatchObject({ edition, uses: [{ preHarvestDays: 14 }] })
  const first = before.items.find((one: { edition: number | null }) => one.edition === 1)
  const url = `/api/approved-lists/${first.listId}`
  const { uses } = await done(call(village.test, village.committee, 'GET', url))
  expect(uses).toEqual([spray, compost])
})

it('gives the list in force as the workbook that the next one is filled in on', async () => {
  const form = await call(village.test, village.technician, 'GET', '/api/approved-lists/form.xlsx')
  expect(form.statusCode).toBe(200)
  const { uses, problems } = await readListFile(form.rawPayload)
  expect(problems).toEqual([])
  expect(uses).toEqual((await inForce()).uses)
})
