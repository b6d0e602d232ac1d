import { gtinCheckDigit, packAddress } from '@azalea/text'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  recall,
  recallOf,
  type GrownVillage,
} from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, OTHER_VILLAGE, VILLAGE } from '../../../../../test/server.ts'

const ADDRESS = 'https://dashigai.example.cn'
const GTIN = '9506000134352'
let village: GrownVillage
let lot: { lotId: string; number: string }
let crop: string
beforeAll(async () => {
  village = await createGrownVillage()
  lot = await lotOf(village, await harvested(village), 100_000)
  const operator = await addPerson(village.test, { roles: ['operator'] })
  const publicUrl = ADDRESS
  await done(call(village.test, operator, 'POST', '/api/village/public-url', { publicUrl }))
  crop = (await list()).crops[0]
}, 60_000)
afterAll(() => village.test.close())

const enter = (change: object = {}, person = village.committee) =>
  call(village.test, person, 'POST', '/api/gtins', { gtin: GTIN, crop, netGrams: 500, ...change })
const list = () => done(call(village.test, village.committee, 'GET', '/api/gtins'))
const pack = async (grams = 500): Promise<string> => {
  const packs = [{ grams, count: 2 }]
  const lots = [{ lotId: lot.lotId, grams: 2 * grams }]
  return (await done(packOf(village, lots, { packs, lossGrams: 0, lossBecause: null }))).number
}
const labelsOf = async (number: string) =>
  (await done(call(village.test, village.committee, 'GET', `/api/packings/${number}/labels`))).packs
const gtinOf = (body: string) => body + gtinCheckDigit(body)

it('refuses a GTIN before there is a prefix, and each that is none of the village', async () => {
  expect(await refused(enter())).toBe('409 no_company_prefix')
  const prefix = { prefix: '9506000' }
  await done(call(village.test, village.committee, 'POST', '/api/gtins/prefix', prefix))
  for (const gtin of ['9506000134353', '950600013435', 'GTIN', '12345670'])
    expect(await refused(enter({ gtin }))).toBe('400 gtin_wrong')
  expect(await refused(enter({ gtin: gtinOf('690102807583') }))).toBe('400 gtin_of_other_company')
  expect(await refused(enter({ gtin: gtinOf('9950600013435') }))).toBe(
    '400 gtin_of_variable_weight',
  )
  expect(await refused(enter({ crop: '没有的菜' }))).toBe('404 unknown_packed_crop')
  expect(await refused(enter({ netGrams: 0 }))).toBe('400 invalid_request')
  expect((await list()).items).toEqual([])
})

it('packs of its kind that are packed from now on have it in their address', async () => {
  const before = await pack()
  await done(enter({ gtin: ` ${GTIN} ` }))
  const [after, other] = [await pack(), await pack(250)]
  const link = packAddress(ADDRESS, VILLAGE, { gtin: `0${GTIN}`, number: `${after}-001` })
  expect(link).toBe(`${ADDRESS}/01/09506000134352/21/${after}-001`)
  expect(await labelsOf(after)).toMatchObject([{ gtin: GTIN, url: link }, { gtin: GTIN }])
  for (const number of [before, other])
    expect((await labelsOf(number))[0]).toMatchObject({
      gtin: null,
      url: `${ADDRESS}/t/${VILLAGE}/${number}-001`,
    })
  const trace = `/api/villages/${VILLAGE}/packs/${after}-001`
  expect(await done(call(village.test, null, 'GET', trace))).toMatchObject({ gtin: GTIN })
  const epcis = await call(village.test, null, 'GET', `${trace}/epcis`)
  const { eventList } = JSON.parse(epcis.body).epcisBody
  expect(eventList[1].outputEPCList[0]).toBe(link)
})

it('recalls what is scanned: both forms of the address, and the number', async () => {
  const number = await pack()
  const [one, two] = [`${number}-001`, `${number}-002`]
  const link = `${ADDRESS}/01/09506000134352/21/${one}`
  expect(await done(recallOf(village, 'pack', link))).toMatchObject({ packCount: 1 })
  await done(recall(village, 'pack', link))
  expect(await refused(recall(village, 'pack', one))).toBe('409 held_already')
  await done(recall(village, 'pack', `${ADDRESS}/t/${VILLAGE}/${two}`))
  expect(await refused(recall(village, 'pack', `${ADDRESS}/01/09506000134352`))).toBe(
    '404 unknown_pack',
  )
})

it('is given once: not to two kinds, not twice, and to no other village', async () => {
  expect(await refused(enter())).toBe('409 gtin_in_use')
  expect(await refused(enter({ gtin: gtinOf('950600013436') }))).toBe('409 packs_have_gtin')
  expect(await refused(enter({ netGrams: 250 }))).toBe('409 gtin_in_use')
  const { tradeItemId } = (await list()).items[0]
  const end = () => call(village.test, village.committee, 'POST', `/api/gtins/${tradeItemId}/end`)
  await done(end())
  expect(await refused(enter({ netGrams: 250 }))).toBe('409 gtin_used_otherwise')
  await done(enter())
  const elsewhere = await addPerson(village.test, {
    roles: ['committee'],
    villageId: OTHER_VILLAGE,
  })
  const prefix = { prefix: '9506000' }
  await done(call(village.test, elsewhere, 'POST', '/api/gtins/prefix', prefix))
  expect(await refused(enter({}, elsewhere))).toBe('409 gtin_of_other_village')
})
