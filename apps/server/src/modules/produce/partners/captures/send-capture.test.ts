import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CAPTURE,
  documentOf,
  eventOf,
  PartnerVillage,
  type KeptPartner,
} from '../../../../../test/partner-village.ts'
import { OTHER_VILLAGE, VILLAGE } from '../../../../../test/server.ts'

let village: PartnerVillage
let shop: KeptPartner
let carrier: KeptPartner
beforeAll(async () => {
  village = await PartnerVillage.create()
  shop = await village.add('村口便民店', 'shop')
  carrier = await village.add('临平冷链', 'carrier')
}, 60_000)
afterAll(() => village.close())

type Headers = Readonly<Record<string, string>>
const send = (document: unknown, { key = shop.key, headers = {} as Headers } = {}) =>
  village.send(document, { key, headers })
const outcome = (document: unknown, headers: Headers = {}) =>
  village.outcome(document, { key: shop.key, headers })
const code = (answer: { body: string; statusCode: number }) =>
  `${answer.statusCode} ${JSON.parse(answer.body).code}`

describe('what a partner tells', { timeout: 90_000 }, () => {
  it('stands on the page of the pack, as told by them, and is in the log by its hash alone', async () => {
    const events = [
      eventOf('1', 'receiving', [
        village.pack('001'),
        village.pack('002'),
        'urn:epc:id:sgtin:0614141.107346.2017',
      ]),
      eventOf('2', 'https://ref.gs1.org/cbv/BizStep-retail_selling', [village.pack('001')], {
        eventTime: '2026-03-01T11:00:00+08:00',
      }),
      eventOf('3', 'inspecting', [village.pack('001')]),
    ]
    const job = await outcome(documentOf(events))
    expect(job).toMatchObject({ success: true, captureErrorBehaviour: 'rollback', errors: [] })
    expect(job.events).toEqual({ sent: 3, stored: 3, repeated: 0, faulty: 0, unknownEPCs: 1 })
    const received = { name: '村口便民店', kind: 'shop', step: 'received', ofSome: false }
    expect(await village.told('001')).toEqual([
      { ...received, at: '2026-03-01T01:30:00.000Z' },
      { ...received, step: 'sold', at: '2026-03-01T03:00:00.000Z' },
    ])
    expect(await village.told('002')).toHaveLength(1)
    expect(await village.told('003')).toEqual([])
    const { rows } = await village.test.owner.query(
      "SELECT convert_from(leaf, 'utf8') AS leaf FROM record WHERE kind = 'partner.told'",
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].leaf).not.toContain(village.number)
  })

  it('counts once, however often it is sent; told otherwise under its name it is refused', async () => {
    const again = await outcome(
      documentOf([eventOf('1', 'receiving', [village.pack('001'), village.pack('002')])]),
      { 'gs1-capture-error-behaviour': 'proceed' },
    )
    expect(again.errors.map((one: { code: string }) => one.code)).toEqual(['event_differs'])
    const same = [
      eventOf('2', 'https://ref.gs1.org/cbv/BizStep-retail_selling', [village.pack('001')]),
    ]
    const changed = { eventTime: '2026-03-01T11:00:00+08:00' }
    const job = await outcome(
      documentOf([
        { ...same[0], ...changed },
        { ...same[0], ...changed },
      ]),
    )
    expect(job.events).toMatchObject({ sent: 2, stored: 0, repeated: 2 })
    const { eventID: _none, ...nameless } = eventOf('9', 'storing', [village.pack('004')])
    for (const [stored, repeated] of [
      [1, 0],
      [0, 1],
    ])
      expect((await outcome(documentOf([nameless]))).events).toMatchObject({ stored, repeated })
  })

  it('is taken back by an error declaration', async () => {
    const wrong = eventOf('20', 'shipping', [village.pack('005')])
    await outcome(documentOf([wrong]))
    expect(await village.told('005')).toHaveLength(1)
    const errorDeclaration = {
      declarationTime: '2026-03-01T12:00:00+08:00',
      reason: 'incorrect_data',
    }
    const declared = { ...wrong, errorDeclaration }
    expect(await outcome(documentOf([declared]))).toMatchObject({ success: true })
    expect(await village.told('005')).toEqual([])
    await outcome(
      documentOf([eventOf('21', 'shipping', [village.pack('005')], { errorDeclaration })]),
    )
    expect(await village.told('005')).toEqual([])
  })

  it('is all taken or nothing, unless it is to proceed', async () => {
    const events = [
      eventOf('30', 'receiving', [village.pack('006')]),
      eventOf('31', 'harvesting', [village.pack('006')]),
      eventOf('32', 'shipping', [village.pack('006')], { eventTime: '2031-01-01T00:00:00Z' }),
    ]
    const nothing = await outcome(documentOf(events))
    expect(nothing).toMatchObject({ success: false, events: { stored: 0, faulty: 2 } })
    expect(
      nothing.errors.map((one: { code: string; event: number }) => [one.event, one.code]),
    ).toEqual([
      [2, 'event_invalid'],
      [3, 'event_from_future'],
    ])
    expect(await village.told('006')).toEqual([])
    const headers = { 'gs1-capture-error-behaviour': 'proceed' }
    const some = await outcome(documentOf(events), headers)
    expect(some).toMatchObject({ success: false, events: { stored: 1, faulty: 2 } })
    expect(await village.told('006')).toHaveLength(1)
  })
})

describe('what is refused at once', { timeout: 90_000 }, () => {
  it('a document that is none, and too much of it', async () => {
    expect(code(await send('{"type":'))).toBe('400 epcis_not_json')
    expect(code(await send('[]'))).toBe('400 epcis_no_document')
    expect(code(await send(''))).toBe('400 epcis_not_json')
    expect(code(await send({ type: 'EPCISDocument' }))).toBe('400 epcis_no_document')
    const unversioned = documentOf([eventOf('40', 'receiving', [])], { schemaVersion: 'two' })
    expect(code(await send(unversioned))).toBe('400 epcis_no_document')
    expect(code(await send(documentOf([])))).toBe('400 no_events')
    const many = Array.from({ length: 10_001 }, () => ({}))
    expect(code(await send(documentOf(many)))).toBe('413 too_many_events')
    const document = documentOf([eventOf('40', 'receiving', [])])
    const versioned = { 'gs1-epcis-version': '1.2.0' }
    expect(code(await send(document, { headers: versioned }))).toBe('415 epcis_version_unknown')
    const behaving = { 'gs1-capture-error-behaviour': 'guess' }
    expect(code(await send(document, { headers: behaving }))).toBe('400 error_behaviour_unknown')
    const xml = { 'content-type': 'application/xml' }
    expect(code(await send('<a/>', { headers: xml }))).toBe('415 unsupported_media_type')
  })

  it('a key that is none, or of another village; and what others have sent', async () => {
    const document = documentOf([eventOf('50', 'receiving', [village.pack('007')])])
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
    expect(code(await village.ask(url, carrier.key))).toBe('404 unknown_capture')
    expect((await village.ask(CAPTURE, carrier.key)).json()).toEqual([])
    for (const table of ['partner', 'command', 'capture']) {
      const { rows } = await village.test.owner.query(
        `SELECT count(*)::int AS count FROM ${table} AS t WHERE t::text LIKE $1`,
        [`%${proof}%`],
      )
      expect([table, rows[0].count]).toEqual([table, 0])
    }
  })
})
