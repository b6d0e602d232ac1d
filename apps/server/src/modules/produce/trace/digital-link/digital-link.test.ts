import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentOf, eventOf, PartnerVillage } from '../../../../../test/partner-village.ts'
import { lotOf, harvested, packOf } from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, VILLAGE } from '../../../../../test/server.ts'

const GTIN = '09506000134352'
const ADDRESS = 'https://dashigai.example.cn'
let village: PartnerVillage
let number: string
beforeAll(async () => {
  village = await PartnerVillage.create()
  const { test, grown } = village
  const post = (path: string, body: object) => done(call(test, grown.committee, 'POST', path, body))
  await post('/api/gtins/prefix', { prefix: '9506000' })
  const [crop] = (await done(call(test, grown.committee, 'GET', '/api/gtins'))).crops
  await post('/api/gtins', { gtin: GTIN, crop, netGrams: 500 })
  test.clock.advanceMinutes(24 * 60)
  const lot = await lotOf(grown, await harvested(grown, '2026-03-03'), 51_000)
  number = (await done(packOf(grown, [{ lotId: lot.lotId, grams: 51_000 }]))).number
}, 60_000)
afterAll(() => village.close())

const ask = (path: string, accept = '*/*') =>
  village.test.http.inject({ method: 'GET', url: path, headers: { accept } })
const link = (serial = '001', gtin = GTIN) => `/01/${gtin}/21/${number}-${serial}`
const page = () => `/#/t/${VILLAGE}/${number}-001`

it('leads to the page of the pack, and says that there is more', async () => {
  const answer = await ask(link(), 'text/html')
  expect([answer.statusCode, answer.headers['location']]).toEqual([307, page()])
  expect(answer.headers['link']).toBe(
    `<${ADDRESS}${link()}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
  )
  expect(answer.headers['access-control-allow-origin']).toBe('*')
  // As it may be typed: in 13 digits.
  expect((await ask(link('001', GTIN.slice(1)))).headers['location']).toBe(page())
  const head = await village.test.http.inject({ method: 'HEAD', url: link() })
  expect(head.statusCode).toBe(307)
})

it('leads to what is asked for, by each name of its type', async () => {
  const epcis = `/api/villages/${VILLAGE}/packs/${number}-001/epcis`
  for (const [linkType, path] of [
    ['gs1:pip', page()],
    ['gs1:traceability', page()],
    ['gs1:epcis', epcis],
    ['https://gs1.org/voc/epcis', epcis],
    ['https://ref.gs1.org/voc/epcis', epcis],
  ] as const) {
    const answer = await ask(`${link()}?linkType=${encodeURIComponent(linkType)}`)
    expect([linkType, answer.headers['location']]).toEqual([linkType, path])
  }
  for (const linkType of ['gs1:recipeInfo', 'gs1:constructor', ''])
    expect((await ask(`${link()}?linkType=${linkType}`)).statusCode).toBeGreaterThanOrEqual(400)
})

it('answers a linkset, asked for in either way', async () => {
  const asked = await ask(`${link()}?linkType=linkset`)
  const accepted = await ask(link(), 'application/linkset+json')
  for (const answer of [asked, accepted]) {
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('application/linkset+json')
    const [only] = JSON.parse(answer.body).linkset
    expect(only.anchor).toBe(`${ADDRESS}${link()}`)
    expect(only['https://ref.gs1.org/voc/defaultLink']).toHaveLength(1)
    expect(only['https://ref.gs1.org/voc/traceability'][0]).toMatchObject({
      href: `${ADDRESS}${page()}`,
      type: 'text/html',
    })
    expect(only['https://ref.gs1.org/voc/epcis'][0].href).toContain('/epcis')
  }
  const about = (await ask('/.well-known/gs1resolver')).json()
  expect(about).toMatchObject({ supportedPrimaryKeys: ['01'] })
})

it('is politely none: a wrong digit, a pack that is not there, one that does not carry it', async () => {
  const of = (serial: string, gtin = GTIN) => `/01/${gtin}/21/${serial}`
  for (const path of [
    link('001', '09506000134353'),
    link('101'),
    link('000'),
    of('12345'),
    of(`${village.number}-001`),
    of(`${number}-001`, '09501101530003'),
  ]) {
    const answer = await ask(path)
    expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'unknown_link'])
    const seen = await ask(path, 'text/html,application/xhtml+xml')
    expect([seen.statusCode, seen.headers['location']]).toEqual([307, `/#${path}`])
  }
})

it('tells the app which pack was scanned', async () => {
  const path = (gtin: string) => `/api/digital-links/${gtin}/${number}-002`
  const found = await done(call(village.test, null, 'GET', path(GTIN)))
  expect(found).toEqual({ villageId: VILLAGE, number: `${number}-002` })
  const wrong = call(village.test, null, 'GET', path('09506000134353'))
  expect(await refused(wrong)).toBe('404 unknown_link')
})

it(
  'is what partners tell of as well, in each form that EPCIS has',
  { timeout: 90_000 },
  async () => {
    const { key } = await village.add('镇上便民店', 'shop')
    const names = [
      `${ADDRESS}${link('001')}`,
      `https://id.gs1.org${link('002')}`,
      `urn:epc:id:sgtin:9506000.013435.${number}-003`,
      `${ADDRESS}/t/${VILLAGE}/${number}-004`,
      // Another's GTIN beside our number, and a pack of ours that carries none.
      `https://id.gs1.org/01/09501101530003/21/${number}-005`,
      `https://id.gs1.org/01/${GTIN}/21/${village.number}-006`,
    ]
    const job = await village.outcome(documentOf([eventOf('1', 'receiving', names)]), { key })
    expect(job).toMatchObject({ success: true, events: { stored: 1, unknownEPCs: 2 } })
    const told = async (serial: string) =>
      (
        await done(
          call(village.test, null, 'GET', `/api/villages/${VILLAGE}/packs/${number}-${serial}`),
        )
      ).told
    for (const serial of ['001', '002', '003', '004']) expect(await told(serial)).toHaveLength(1)
    expect(await told('005')).toEqual([])
    const some = eventOf('2', 'shipping', [], {
      quantityList: [{ epcClass: `https://id.gs1.org/01/${GTIN}/10/${number}`, quantity: 20 }],
    })
    await village.outcome(documentOf([some]), { key })
    expect(await told('005')).toMatchObject([{ step: 'shipped', ofSome: true }])
  },
)
