import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  type GrownVillage,
} from '../../../test/packs-village.ts'
import { done, refused } from '../../../test/participation-village.ts'
import { readCodes, renderPages } from '../../../test/printed-page.ts'
import { addPerson, call, OTHER_VILLAGE, type TestPerson } from '../../../test/server.ts'

let village: GrownVillage
let number: string
beforeAll(async () => {
  village = await createGrownVillage()
  const lot = await lotOf(village, await harvested(village), 60_000)
  const operator = await addPerson(village.test, { roles: ['operator'] })
  const publicUrl = 'https://dashigai.example.cn'
  await done(call(village.test, operator, 'POST', '/api/village/public-url', { publicUrl }))
  number = (await done(packOf(village, [{ lotId: lot.lotId, grams: 51_000 }]))).number
}, 60_000)
afterAll(() => village.test.close())

const labels = (query: string, person: TestPerson | null = village.technician, of = number) =>
  call(village.test, person, 'GET', `/api/packings/${of}/labels.pdf?${query}`)

it('prints labels whose codes are the trace pages of their packs', async () => {
  const answer = await labels('paper=a4_3x8&storage=chilled&after=90')
  expect(answer.headers['content-type']).toBe('application/pdf')
  const pages = await renderPages(answer.rawPayload)
  expect(pages).toHaveLength(1)
  const read = await readCodes(pages[0]?.png ?? Buffer.alloc(0))
  const { packs } = await done(
    call(village.test, village.technician, 'GET', `/api/packings/${number}/labels`),
  )
  const last = (packs as { url: string }[]).slice(90).map(({ url }) => url)
  expect(read.toSorted()).toEqual(last.toSorted())
}, 60_000)

it('refuses what is none of its packs, papers or readers', async () => {
  expect(await refused(labels('paper=a4_3x8&after=100'))).toBe('404 no_labels')
  expect(await refused(labels('paper=a4_3x8', village.technician, '260302-AAAA'))).toBe(
    '404 unknown_pack',
  )
  for (const bad of ['', 'paper=a3', 'paper=60x40&after=-1', 'paper=60x40&storage=hot'])
    expect(await refused(labels(bad))).toBe('400 invalid_request')
  expect(await refused(labels('paper=60x40', null))).toBe('401 not_signed_in')
  const villager = await addPerson(village.test)
  expect(await refused(labels('paper=60x40', villager))).toBe('403 role_required')
  const roles = ['technician'] as const
  const elsewhere = await addPerson(village.test, { roles, villageId: OTHER_VILLAGE })
  expect(await refused(labels('paper=60x40', elsewhere))).toBe('404 unknown_pack')
})
