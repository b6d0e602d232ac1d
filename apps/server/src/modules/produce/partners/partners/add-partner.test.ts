import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { ADDRESS, CAPTURE, PartnerVillage } from '../../../../../test/partner-village.ts'
import { call, VILLAGE } from '../../../../../test/server.ts'

let village: PartnerVillage
beforeAll(async () => {
  village = await PartnerVillage.create()
}, 60_000)
afterAll(() => village.close())

it('gives a key that opens what they sent, and is kept nowhere', async () => {
  const { key } = await village.add('村口便民店', 'shop')
  expect((await village.ask(CAPTURE, key)).json()).toEqual([])
  const list = await village.list()
  expect(list.address).toBe(`${ADDRESS}/api/villages/${VILLAGE}/epcis`)
  expect(list.items).toMatchObject([{ name: '村口便民店', kind: 'shop', endedAt: null }])
  expect(JSON.stringify(list)).not.toContain(key)
})

it('gives the same key to whoever asks again with the same idempotency key', async () => {
  const { test, grown } = village
  const body = { name: '镇中学', kind: 'canteen' }
  const ask = () =>
    done(call(test, grown.committee, 'POST', '/api/partners', body, { key: 'the-same-key' }))
  const first = await ask()
  expect(await ask()).toEqual(first)
})

it('refuses a second of one name, until the first was ended', async () => {
  const { partnerId } = await village.add('临平冷链', 'carrier')
  expect(await refused(village.adding('临平冷链', 'trader'))).toBe('409 partner_named_already')
  await done(village.end(partnerId))
  await village.add('临平冷链', 'trader')
})

it('refuses more than two hundred', async () => {
  await village.test.owner.query(
    `INSERT INTO partner (village_id, partner_id, code, name, kind, added_by, added_at)
     SELECT $1, gen_random_uuid(), lpad(no::text, 8, '0'), 'p' || no, 'shop', gen_random_uuid(), now()
     FROM generate_series(1, 200) AS no`,
    [VILLAGE],
  )
  expect(await refused(village.adding('还有一家', 'shop'))).toBe('409 too_many_partners')
})
