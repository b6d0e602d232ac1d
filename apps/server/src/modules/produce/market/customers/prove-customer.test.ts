import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, OTHER_VILLAGE } from '../../../../../test/server.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('proves any telephone by its code, and makes nobody a villager', async () => {
  const buyer = await village.buyer()
  const me = await done(village.as(buyer, 'GET', '/me'))
  expect(me.customer).toMatchObject({
    phone: `${buyer.phone.slice(0, 3)}****${buyer.phone.slice(-4)}`,
  })
  expect(
    (await done(call(village.test, { cookie: buyer.cookie } as never, 'GET', '/api/session')))
      .session,
  ).toBeNull()
  await done(village.as(buyer, 'POST', '/sign-out'))
  expect((await done(village.as(buyer, 'GET', '/me'))).customer).toBeNull()
})

it('refuses a wrong code, no telephone, a village that is not there, and one address asking for many', async () => {
  const ask = (path: string, payload: object, villageId: string | null = null) =>
    village.test.http.inject({
      method: 'POST',
      url: villageId === null ? village.url(path) : `/api/villages/${villageId}/market${path}`,
      payload,
      remoteAddress: '10.9.9.9',
    })
  const phone = '19811110000'
  expect((await ask('/code', { phone: 'twelve' })).json().code).toBe('bad_phone')
  expect((await ask('/code', { phone }, '330109102299')).json().code).toBe('market_not_open')
  await ask('/code', { phone })
  expect((await ask('/code', { phone })).json().code).toBe('code_just_sent')
  expect((await ask('/prove', { phone, code: '000000' })).json().code).toBe('wrong_code')
  for (let no = 1; no < 60; no += 1)
    await ask('/code', { phone: `198222200${String(no).padStart(2, '0')}` })
  expect((await ask('/code', { phone: '19833330000' })).json().code).toBe('too_many_market_codes')
  expect((await ask('/code', { phone: '19833330000' }, OTHER_VILLAGE)).statusCode).toBe(200)
  await refused(village.as({ phone, cookie: 'azalea_customer=x' }, 'GET', '/orders/1'))
})
