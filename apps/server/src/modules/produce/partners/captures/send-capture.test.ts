import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  type GrownVillage,
} from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, OTHER_VILLAGE, VILLAGE } from '../../../../../test/server.ts'

const CAPTURE = `/api/villages/${VILLAGE}/epcis/capture`
const ADDRESS = 'https://dashigai.example.cn'
let village: GrownVillage
let number: string
let shop: { partnerId: string; key: string }
let carrier: { partnerId: string; key: string }
beforeAll(async () => {
  village = await createGrownVillage()
  const lot = await lotOf(village, await harvested(village), 60_000)
  number = (await done(packOf(village, [{ lotId: lot.lotId, grams: 51_000 }]))).number
  const operator = await addPerson(village.test, { roles: ['operator'] })
  await done(
    call(village.test, operator, 'POST', '/api/village/public-url', { publicUrl: ADDRESS }),
  )
  shop = await add('村口便民店', 'shop')
  carrier = await add('临平冷链', 'carrier')
}, 60_000)
afterAll(() => village.test.close())

const add = (name: string, kind: string) =>
  done(call(village.test, village.committee, 'POST', '/api/partners', { name, kind }))
const pack = (serial: string) => `${ADDRESS}/t/${VILLAGE}/${number}-${serial}`

function event(eventID: string, bizStep: string, epcs: readonly string[], change: object = {}) {
  return {
    type: 'ObjectEvent',
    eventID: `urn:uuid:00000000-0000-4000-8000-${eventID.padStart(12, '0')}`,
    eventTime: '2026-03-01T09:30:00+08:00',
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep,
    epcList: epcs,
    ...change,
  }
}

const documentOf = (events: readonly unknown[], change: object = {}) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-03-01T10:00:00+08:00',
  epcisBody: { eventList: events },
  ...change,
})

function send(
  document: unknown,
  { key = shop.key, headers = {} }: { key?: string; headers?: Record<string, string> } = {},
) {
  return village.test.http.inject({
    method: 'POST',
    url: CAPTURE,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/ld+json', ...headers },
    payload: typeof document === 'string' ? document : JSON.stringify(document),
  })
}

const ask = (url: string, key: string) =>
  village.test.http.inject({ method: 'GET', url, headers: { authorization: `Bearer ${key}` } })

async function outcome(document: unknown, options: Parameters<typeof send>[1] = {}) {
  const sent = await send(document, options)
  expect([sent.statusCode, sent.body]).toEqual([202, '{}'])
  expect(sent.headers['gs1-epcis-version']).toBe('2.0.0')
  const url = String(sent.headers['location'])
  for (;;) {
    const job = (await ask(url, options.key ?? shop.key)).json()
    if (!job.running) return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const told = async (serial: string) =>
  (
    await done(
      call(village.test, null, 'GET', `/api/villages/${VILLAGE}/packs/${number}-${serial}`),
    )
  ).told
const code = (answer: { body: string; statusCode: number }) =>
  `${answer.statusCode} ${JSON.parse(answer.body).code}`

describe('what a partner tells', () => {
  it('stands on the page of the pack, as told by them, and is in the log by its hash alone', async () => {
    const events = [
      event('1', 'receiving', [pack('001'), pack('002'), 'urn:epc:id:sgtin:0614141.107346.2017']),
      event('2', 'https://ref.gs1.org/cbv/BizStep-retail_selling', [pack('001')], {
        eventTime: '2026-03-01T11:00:00+08:00',
      }),
      event('3', 'inspecting', [pack('001')]),
    ]
    const job = await outcome(documentOf(events))
    expect(job).toMatchObject({ success: true, captureErrorBehaviour: 'rollback', errors: [] })
    expect(job.events).toEqual({ sent: 3, stored: 3, repeated: 0, faulty: 0, unknownEPCs: 1 })
    const received = { name: '村口便民店', kind: 'shop', step: 'received', ofSome: false }
    expect(await told('001')).toEqual([
      { ...received, at: '2026-03-01T01:30:00.000Z' },
      { ...received, step: 'sold', at: '2026-03-01T03:00:00.000Z' },
    ])
    expect(await told('002')).toHaveLength(1)
    expect(await told('003')).toEqual([])
    const { rows } = await village.test.owner.query(
      "SELECT convert_from(leaf, 'utf8') AS leaf FROM record WHERE kind = 'partner.told'",
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].leaf).not.toContain(number)
  })

  it('counts once, however often it is sent; told otherwise under its name it is refused', async () => {
    const again = await outcome(
      documentOf([event('1', 'receiving', [pack('001'), pack('002')]).valueOf()]),
      { headers: { 'gs1-capture-error-behaviour': 'proceed' } },
    )
    expect(again.errors.map((one: { code: string }) => one.code)).toEqual(['event_differs'])
    const same = [event('2', 'https://ref.gs1.org/cbv/BizStep-retail_selling', [pack('001')])]
    const changed = { eventTime: '2026-03-01T11:00:00+08:00' }
    const job = await outcome(
      documentOf([
        { ...same[0], ...changed },
        { ...same[0], ...changed },
      ]),
    )
    expect(job.events).toMatchObject({ sent: 2, stored: 0, repeated: 2 })
    const { eventID: _none, ...nameless } = event('9', 'storing', [pack('004')])
    for (const [stored, repeated] of [
      [1, 0],
      [0, 1],
    ])
      expect((await outcome(documentOf([nameless]))).events).toMatchObject({ stored, repeated })
  })

  it('is taken back by an error declaration', async () => {
    const wrong = event('20', 'shipping', [pack('005')])
    await outcome(documentOf([wrong]))
    expect(await told('005')).toHaveLength(1)
    const declared = {
      ...wrong,
      errorDeclaration: {
        declarationTime: '2026-03-01T12:00:00+08:00',
        reason: 'incorrect_data',
      },
    }
    expect(await outcome(documentOf([declared]))).toMatchObject({ success: true })
    expect(await told('005')).toEqual([])
    await outcome(documentOf([event('21', 'shipping', [pack('005')], declaredOnly(declared))]))
    expect(await told('005')).toEqual([])
  })

  it('is all taken or nothing, unless it is to proceed', async () => {
    const events = [
      event('30', 'receiving', [pack('006')]),
      event('31', 'harvesting', [pack('006')]),
      event('32', 'shipping', [pack('006')], { eventTime: '2031-01-01T00:00:00Z' }),
    ]
    const nothing = await outcome(documentOf(events))
    expect(nothing).toMatchObject({ success: false, events: { stored: 0, faulty: 2 } })
    expect(
      nothing.errors.map((one: { code: string; event: number }) => [one.event, one.code]),
    ).toEqual([
      [2, 'event_invalid'],
      [3, 'event_from_future'],
    ])
    expect(await told('006')).toEqual([])
    const headers = { 'gs1-capture-error-behaviour': 'proceed' }
    const some = await outcome(documentOf(events), { headers })
    expect(some).toMatchObject({ success: false, events: { stored: 1, faulty: 2 } })
    expect(await told('006')).toHaveLength(1)
  })
})

describe('what is refused at once', () => {
  it('a document that is none, and too much of it', async () => {
    expect(code(await send('{"type":'))).toBe('400 epcis_not_json')
    expect(code(await send('[]'))).toBe('400 epcis_no_document')
    expect(code(await send(''))).toBe('400 epcis_not_json')
    expect(code(await send({ type: 'EPCISDocument' }))).toBe('400 epcis_no_document')
    const unversioned = documentOf([event('40', 'receiving', [])], { schemaVersion: 'two' })
    expect(code(await send(unversioned))).toBe('400 epcis_no_document')
    expect(code(await send(documentOf([])))).toBe('400 no_events')
    const many = Array.from({ length: 10_001 }, () => ({}))
    expect(code(await send(documentOf(many)))).toBe('413 too_many_events')
    const document = documentOf([event('40', 'receiving', [])])
    const versioned = { 'gs1-epcis-version': '1.2.0' }
    expect(code(await send(document, { headers: versioned }))).toBe('415 epcis_version_unknown')
    const behaving = { 'gs1-capture-error-behaviour': 'guess' }
    expect(code(await send(document, { headers: behaving }))).toBe('400 error_behaviour_unknown')
    const xml = { 'content-type': 'application/xml' }
    expect(code(await send('<a/>', { headers: xml }))).toBe('415 unsupported_media_type')
  })

  it('a key that is none, of another village, replaced or ended; and what others have sent', async () => {
    const document = documentOf([event('50', 'receiving', [pack('007')])])
    const [, holder = '', proof = ''] = shop.key.split('.')
    const keys = [
      '',
      'x',
      `${OTHER_VILLAGE}.${holder}.${proof}`,
      `${VILLAGE}.${holder}.${'A'.repeat(43)}`,
    ]
    for (const key of keys)
      expect(code(await send(document, { key }))).toBe('401 partner_key_wrong')
    const sent = await send(document)
    const url = String(sent.headers['location'])
    expect(code(await ask(url, carrier.key))).toBe('404 unknown_capture')
    expect((await ask(CAPTURE, carrier.key)).json()).toEqual([])
    const { test, committee } = village
    const renewed = await done(
      call(test, committee, 'POST', `/api/partners/${carrier.partnerId}/key`),
    )
    expect(code(await ask(CAPTURE, carrier.key))).toBe('401 partner_key_wrong')
    expect((await ask(CAPTURE, renewed.key)).statusCode).toBe(200)
    await done(call(test, committee, 'POST', `/api/partners/${carrier.partnerId}/end`))
    expect(code(await ask(CAPTURE, renewed.key))).toBe('401 partner_key_wrong')
    const ended = call(test, committee, 'POST', `/api/partners/${carrier.partnerId}/key`)
    expect(await refused(ended)).toBe('404 unknown_partner')
    for (const table of ['partner', 'command', 'capture']) {
      const { rows } = await test.owner.query(
        `SELECT count(*)::int AS count FROM ${table} AS t WHERE t::text LIKE $1`,
        [`%${proof}%`],
      )
      expect([table, rows[0].count]).toEqual([table, 0])
    }
  })

  it('two partners of one name', async () => {
    const twice = call(village.test, village.committee, 'POST', '/api/partners', {
      name: '村口便民店',
      kind: 'trader',
    })
    expect(await refused(twice)).toBe('409 partner_named_already')
    const list = await done(call(village.test, village.committee, 'GET', '/api/partners'))
    expect(list.address).toBe(`${ADDRESS}/api/villages/${VILLAGE}/epcis`)
    expect(list.items[0].name).toBe('村口便民店')
  })
})

function declaredOnly({ errorDeclaration }: { errorDeclaration: object }) {
  return { errorDeclaration }
}
