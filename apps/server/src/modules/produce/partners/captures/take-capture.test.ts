import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  documentOf,
  eventOf,
  PartnerVillage,
  type KeptPartner,
} from '../../../../../test/partner-village.ts'
import { VILLAGE } from '../../../../../test/server.ts'
import { sendCapture } from './send-capture.ts'
import { takeCapture, takeCapturesJob } from './take-capture.ts'

let village: PartnerVillage
let shop: KeptPartner
beforeAll(async () => {
  village = await PartnerVillage.create()
  shop = await village.add('村口便民店', 'shop')
}, 60_000)
afterAll(() => village.close())

const parts = () => ({ ...village.test.server, ...village.test })

/** Laid down by a server that ends before it is kept. */
const lay = (document: unknown) =>
  sendCapture(parts(), VILLAGE, shop, {
    document: Buffer.from(JSON.stringify(document)),
    onError: 'rollback',
  })
const jobOf = async (captureId: string) =>
  (await village.ask(`/api/villages/${VILLAGE}/epcis/capture/${captureId}`, shop.key)).json()

it(
  'what a server left is kept by the clock, once, in the order in which it came',
  { timeout: 90_000 },
  async () => {
    const first = await lay(documentOf([eventOf('1', 'receiving', [village.pack('001')])]))
    village.test.clock.advanceMinutes(1)
    const again = await lay(documentOf([eventOf('1', 'receiving', [village.pack('001')])]))
    expect(await jobOf(first.captureId)).toMatchObject({ running: true, events: { stored: 0 } })
    expect(await village.told('001')).toEqual([])
    const job = takeCapturesJob(parts())
    await job.run()
    await job.run()
    await takeCapture(parts(), VILLAGE, first.captureId)
    expect(await jobOf(first.captureId)).toMatchObject({ success: true, events: { stored: 1 } })
    expect(await jobOf(again.captureId)).toMatchObject({ events: { stored: 0, repeated: 1 } })
    expect(await village.told('001')).toHaveLength(1)
  },
)

it('what is declared wrong in the document that tells it is shown nowhere', async () => {
  const told = eventOf('2', 'shipping', [village.pack('002')])
  const errorDeclaration = { declarationTime: '2026-03-01T12:00:00+08:00' }
  const { captureId } = await lay(documentOf([told, { ...told, errorDeclaration }]))
  await takeCapture(parts(), VILLAGE, captureId)
  expect(await jobOf(captureId)).toMatchObject({ success: true, events: { stored: 1 } })
  expect(await village.told('002')).toEqual([])
})

it('packs that a packing does not have are unknown, and so are those of other villages', async () => {
  const foreign = village.pack('001').replace(VILLAGE, '330109102260')
  const epcs = [village.pack('101'), village.pack('000'), foreign]
  const { captureId } = await lay(documentOf([eventOf('3', 'receiving', epcs)]))
  await takeCapture(parts(), VILLAGE, captureId)
  expect((await jobOf(captureId)).events).toMatchObject({ stored: 1, unknownEPCs: 3 })
})

it(
  'refuses what is nested without end, and what happened at no possible time',
  { timeout: 90_000 },
  async () => {
    const deep = `{"type":"EPCISDocument","x":${'['.repeat(70)}${']'.repeat(70)}}`
    const sent = await village.send(deep, { key: shop.key })
    expect([sent.statusCode, sent.json().code]).toEqual([400, 'epcis_too_deep'])
    const epcs = [village.pack('003')]
    const late = eventOf('4', 'receiving', epcs, { eventTime: '1999-12-31T23:59:60Z' })
    const declared = eventOf('5', 'receiving', epcs, {
      errorDeclaration: { declarationTime: '0000-01-01T00:00:00Z' },
    })
    const job = await village.outcome(documentOf([late, declared]), { key: shop.key })
    expect(job.errors.map(({ code }: { code: string }) => code)).toEqual([
      'event_time_wrong',
      'event_time_wrong',
    ])
  },
)

it('refuses a fifth that waits', { timeout: 90_000 }, async () => {
  const epcs = [village.pack('003')]
  for (const no of ['6', '7', '8', '9']) await lay(documentOf([eventOf(no, 'storing', epcs)]))
  const fifth = await village.send(documentOf([eventOf('4', 'receiving', epcs)]), { key: shop.key })
  expect([fifth.statusCode, fifth.json().code]).toEqual([429, 'captures_waiting'])
})
