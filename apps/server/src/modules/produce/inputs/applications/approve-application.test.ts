import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  applied,
  approve,
  askFor,
  createGrownVillage,
  inputsOf,
  photoOf,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

it('is done by a technician of another household, with a photo of their own', async () => {
  const { test, technician, grower } = village
  const kin = await addPerson(test, { householdId: grower.householdId, roles: ['technician'] })
  const { applicationId } = await done(askFor(village))
  expect(await refused(approve(village, applicationId, kin))).toBe('403 own_household_application')
  expect(await refused(approve(village, applicationId, grower))).toBe('403 role_required')
  expect(await refused(approve(village, kin.personId))).toBe('404 unknown_application')
  const url = `/api/applications/${applicationId}/approve`
  const borrowed = { photoFileId: await photoOf(test, grower) }
  const refusal = refused(call(test, technician, 'POST', url, borrowed))
  expect(await refusal).toBe('403 check_photo_not_yours')
  await done(approve(village, applicationId))
  expect(await refused(approve(village, applicationId))).toBe('409 application_decided')
  const { asked, applied: on, earliestHarvest, possibleAgain } = await inputsOf(village)
  expect({ asked, on, earliestHarvest, possibleAgain }).toMatchObject({
    asked: [],
    on: [
      {
        applicationId,
        amount: { unit: 'ml', thousandths: 31_500 },
        preHarvestDays: 7,
        harvestFrom: '2026-03-09',
        approvedByName: technician.name,
      },
    ],
    earliestHarvest: '2026-03-09',
    possibleAgain: '3月9日起可以',
  })
})

it('asks the rules again: of two that were allowed the second is one too many', async () => {
  const { test } = village
  test.clock.advanceMinutes(2 * 24 * 60)
  const [one, other] = [await done(askFor(village)), await done(askFor(village))]
  const both = [approve(village, one.applicationId), approve(village, other.applicationId)]
  const answers = await Promise.all(both)
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  const refusal = answers.find(({ statusCode }) => statusCode === 409)
  expect(refusal?.json()).toMatchObject({ code: 'application_not_possible' })
  expect((await inputsOf(village)).applied).toHaveLength(2)
})

it('tells who asked, and shows fertiliser beside it in the report of the village', async () => {
  const { test, grower, plotId } = village
  test.clock.advanceMinutes(2 * 24 * 60)
  const amount = { unit: 'g', thousandths: 91_000_000 }
  await applied(village, { registrationNumber: '农肥0001', amount })
  const told = await test.owner.query(
    "SELECT params FROM message WHERE kind = 'application.approved' AND person_id = $1",
    [grower.personId],
  )
  expect(told.rows.at(0)).toEqual({ params: { label: '甲1', plotId } })
  const url = `/api/villages/${grower.villageId}/input-report`
  const report = await done(call(test, null, 'GET', url))
  expect(report.seasons).toMatchObject([
    {
      name: '2026 年春夏季',
      areaSquareMetres: 601,
      lines: [
        { kind: 'fertiliser', unit: 'g', thousandths: 91_000_000, perMu: 100_942_873, times: 1 },
        { kind: 'pesticide', unit: 'ml', thousandths: 63_000, perMu: 69_884, times: 2 },
      ],
    },
  ])
  expect(report.plots).toHaveLength(2)
  const csv = await call(test, null, 'GET', `${url}.csv`)
  expect(csv.body).toContain('"2026 年春夏季","甲1","601","农药","ml","63.000","69.884","2"')
  expect(csv.body).not.toContain(grower.name)
})
