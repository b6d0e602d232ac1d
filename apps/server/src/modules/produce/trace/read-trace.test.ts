import { afterAll, beforeAll, expect, it } from 'vitest'
import { sequenceAll } from '../../../../test/audited-log.ts'
import { applied, compost, enterTest, photoOf } from '../../../../test/inputs-village.ts'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  recall,
  type GrownVillage,
} from '../../../../test/packs-village.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { call, OTHER_VILLAGE, VILLAGE } from '../../../../test/server.ts'

let village: GrownVillage
let number: string
let lotNumber: string
beforeAll(async () => {
  village = await createGrownVillage()
  const used = { amount: { unit: 'g', thousandths: 150_000_000 } }
  await applied(village, { registrationNumber: compost.registrationNumber, ...used })
  await done(enterTest(village, 'passed'))
  const lot = await lotOf(village, await harvested(village), 60_000)
  lotNumber = lot.number
  const packed = await done(packOf(village, [{ lotId: lot.lotId, grams: 51_000 }]))
  number = `${packed.number}-017`
}, 60_000)
afterAll(() => village.test.close())

const publishName = (publishes: boolean) =>
  done(call(village.test, village.grower, 'POST', '/api/me/name-publication', { publishes }))

const trace = (of = number, villageId = VILLAGE) =>
  call(village.test, null, 'GET', `/api/villages/${villageId}/packs/${of}`)

it('tells anybody what was done, and who grew it only where the grower agreed', async () => {
  const { grower } = village
  const masked = await done(trace())
  expect(masked).toMatchObject({ number, crop: '白菜', netGrams: 500, isRecalled: false })
  expect(masked.lots).toMatchObject([
    {
      number: lotNumber,
      growerName: null,
      plotLabel: null,
      harvestedOn: '2026-03-02',
      photoFileId: null,
      applied: [{ name: compost.name, preHarvestDays: 0, daysBefore: 0, photoFileId: null }],
      tests: [{ outcome: 'passed', photoFileId: null }],
    },
  ])
  await publishName(true)
  const named = await done(trace(number.toLowerCase()))
  expect(named.lots).toMatchObject([{ growerName: grower.name, plotLabel: '甲1' }])
})

it('shows pictures of what was done to anybody, while the grower agrees, and no others', async () => {
  const { test, grower } = village
  const pictureOf = (fileId: string) =>
    call(test, null, 'GET', `/api/villages/${VILLAGE}/packs/${number}/photos/${fileId}`)
  await publishName(true)
  const [lot] = (await done(trace())).lots
  const shown = [lot.applied[0].photoFileId, lot.tests[0].photoFileId]
  for (const fileId of shown) {
    const photo = await pictureOf(fileId)
    expect([photo.statusCode, photo.headers['content-type']]).toEqual([200, 'image/webp'])
  }
  const own = await photoOf(test, grower)
  expect(await refused(pictureOf(own))).toBe('404 unknown_trace_photo')
  await publishName(false)
  for (const fileId of shown)
    expect(await refused(pictureOf(fileId))).toBe('404 unknown_trace_photo')
})

it('says that there is no such pack, of this village', async () => {
  for (const unknown of ['260302-0000-001', 'cabbage', number.replace('-017', '-101')])
    expect(await refused(trace(unknown))).toBe('404 unknown_pack')
  expect(await refused(trace(number, OTHER_VILLAGE))).toBe('404 unknown_pack')
})

it('gives anybody the proof of each step, and of nothing else', async () => {
  const { test, committee } = village
  await sequenceAll(test.database, committee.villageId, test.clock.now())
  const { recordId, lots } = await done(trace())
  const [lot] = lots
  const proofOf = (id: string) =>
    call(test, null, 'GET', `/api/villages/${VILLAGE}/packs/${number}/receipts/${id}`)
  const named = [recordId, lot.recordId, lot.harvestRecordId]
  for (const id of [...named, lot.applied[0].recordId, lot.tests[0].recordId]) {
    const proof = await proofOf(id)
    expect(proof.statusCode).toBe(200)
    expect(proof.body).toContain('tlog-proof')
    expect(proof.body).not.toContain(village.technician.personId)
  }
  expect(await refused(proofOf(village.plotId))).toBe('404 unknown_record')
})

it('says that it is recalled', async () => {
  await done(recall(village, 'lot', lotNumber))
  expect(await done(trace())).toMatchObject({ isRecalled: true })
})
