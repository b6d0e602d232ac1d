import { afterAll, beforeAll, expect, it } from 'vitest'
import { schemaFaults } from '../../../../../test/epcis-schema.ts'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  recall,
  type GrownVillage,
} from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
} from '../../../../../test/server.ts'

const ADDRESS = 'https://dashigai.example.cn'
let village: GrownVillage
let lot: { lotId: string; number: string }
let number: string
beforeAll(async () => {
  village = await createGrownVillage()
  lot = await lotOf(village, await harvested(village), 60_000)
  number = (await done(packOf(village, [{ lotId: lot.lotId, grams: 51_000 }]))).number
}, 60_000)
afterAll(() => village.test.close())

const events = (query = '', person: TestPerson | null = village.committee) =>
  call(village.test, person, 'GET', `/api/epcis/events${query}`)
const ofPack = (pack = `${number}-017`, villageId = VILLAGE) =>
  call(village.test, null, 'GET', `/api/villages/${villageId}/packs/${pack}/epcis`)

interface Told {
  readonly type: string
  readonly bizStep: string
  readonly disposition: string
  readonly eventID: string
}
const listOf = (body: string) => JSON.parse(body).epcisBody.queryResults.resultsBody.eventList

it('tells nothing of a village that nobody reaches', async () => {
  expect(await refused(events())).toBe('409 no_village_address')
  expect(await refused(ofPack())).toBe('409 no_village_address')
  const operator = await addPerson(village.test, { roles: ['operator'] })
  const publicUrl = ADDRESS
  await done(call(village.test, operator, 'POST', '/api/village/public-url', { publicUrl }))
})

it('tells lots, packings, losses and recalls as the published schema has them', async () => {
  const spoilt = { packs: [], lossGrams: 100, lossBecause: 'spoilt', bestBefore: null }
  await done(packOf(village, [{ lotId: lot.lotId, grams: 100 }], spoilt))
  await done(recall(village, 'pack', `${number}-003`))
  await done(recall(village, 'lot', lot.number))
  const answer = await events()
  expect(answer.headers['content-type']).toContain('application/ld+json')
  const document: unknown = JSON.parse(answer.body)
  expect(schemaFaults(document)).toEqual([])
  const told: Told[] = listOf(answer.body)
  expect(told.map(({ type, bizStep, disposition }) => [type, bizStep, disposition])).toEqual([
    ['ObjectEvent', 'creating_class_instance', 'active'],
    ['TransformationEvent', 'commissioning', 'active'],
    ['ObjectEvent', 'destroying', 'destroyed'],
    ['ObjectEvent', 'holding', 'recalled'],
    ['ObjectEvent', 'holding', 'recalled'],
  ])
  const lotClass = `${ADDRESS}/t/${VILLAGE}/lots/${lot.number}`
  expect(told[0]).toMatchObject({
    eventID: `urn:uuid:${lot.lotId}`,
    quantityList: [{ epcClass: lotClass, quantity: 60, uom: 'KGM' }],
  })
  expect(told[1]).toMatchObject({
    inputQuantityList: [{ epcClass: lotClass, quantity: 51, uom: 'KGM' }],
  })
  const [, packing] = told as unknown as { outputEPCList: string[] }[]
  expect(packing?.outputEPCList).toHaveLength(100)
  expect(packing?.outputEPCList[16]).toBe(`${ADDRESS}/t/${VILLAGE}/${number}-017`)
})

it('the schema is a judge: it finds what is missing or misspelt', async () => {
  const document = JSON.parse((await events()).body)
  const [first] = document.epcisBody.queryResults.resultsBody.eventList
  for (const fault of [{ bizStep: 'harvesting' }, { eventTime: 'today' }, { action: 'MAKE' }]) {
    const list = { resultsBody: { eventList: [{ ...first, ...fault }] } }
    const queryResults = { ...document.epcisBody.queryResults, ...list }
    expect(schemaFaults({ ...document, epcisBody: { queryResults } })).not.toEqual([])
  }
})

it('gives pages that follow one another, and a span of time', async () => {
  const all: Told[] = listOf((await events()).body)
  const paged: Told[] = []
  for (let next: string | undefined = '?perPage=2'; next !== undefined;) {
    const answer = await events(next)
    paged.push(...listOf(answer.body))
    next = /<\/api\/epcis\/events([^>]+)>; rel="next"/.exec(String(answer.headers['link']))?.[1]
  }
  expect(paged.map(({ eventID }) => eventID)).toEqual(all.map(({ eventID }) => eventID))
  expect(listOf((await events('?LT_eventTime=2020-01-01T00:00:00Z')).body)).toEqual([])
  expect(await refused(events('?nextPageToken=abc'))).toBe('400 invalid_cursor')
  for (const bad of ['?perPage=0', '?perPage=10001', '?GE_eventTime=yesterday'])
    expect(await refused(events(bad))).toBe('400 invalid_request')
})

it('tells anybody what a pack went through, and of nobody who grew it', async () => {
  const answer = await ofPack()
  const document = JSON.parse(answer.body)
  expect(schemaFaults(document)).toEqual([])
  expect(document.epcisBody.eventList.map(({ bizStep }: Told) => bizStep)).toEqual([
    'creating_class_instance',
    'commissioning',
    'holding',
  ])
  expect(answer.body).not.toContain(village.grower.personId)
  expect(answer.body).not.toContain(village.grower.name)
  expect(await refused(ofPack('260302-0000-001'))).toBe('404 unknown_pack')
  expect(await refused(ofPack('cabbage'))).toBe('404 unknown_pack')
  expect(await refused(ofPack(`${number}-017`, OTHER_VILLAGE))).toBe('404 unknown_pack')
})

it('tells all events to those who pack alone, each of the own village', async () => {
  expect(await refused(events('', null))).toBe('401 not_signed_in')
  expect(await refused(events('', await addPerson(village.test)))).toBe('403 role_required')
})
