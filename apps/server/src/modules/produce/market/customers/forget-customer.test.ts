import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { VILLAGE } from '../../../../../test/server.ts'
import { forgetCustomers } from './forget-customer.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('forgets who ordered nothing for half a year; the orders remain, of nobody', async () => {
  const { test } = village
  const buyer = await village.buyer()
  const number = await village.paid(buyer, 1)
  const { rows: before } = await test.owner.query('SELECT * FROM market_customer')
  expect(JSON.stringify(before)).toContain(buyer.phone)
  await forgetCustomers(test.server, VILLAGE)
  expect(await village.order(buyer, number)).toMatchObject({ state: 'paid' })
  await done(village.as(buyer, 'POST', `/orders/${number}/cancel`))
  test.clock.set(new Date('2026-09-10T00:00:00Z'))
  await forgetCustomers(test.server, VILLAGE)
  await forgetCustomers(test.server, VILLAGE)
  const { rows } = await test.owner.query(
    'SELECT phone, phone_hash, name, address FROM market_customer UNION ALL SELECT NULL, address_hash, name, address FROM market_order',
  )
  for (const row of rows)
    expect(row).toEqual({ phone: null, phone_hash: null, name: null, address: null })
  const { rows: keys } = await test.owner.query(
    'SELECT wrapped_key FROM person_key JOIN market_customer ON customer_id = person_id',
  )
  for (const key of keys) expect(key.wrapped_key).toBeNull()
  expect(await refused(village.as(buyer, 'GET', `/orders/${number}`))).toBe(
    '403 customer_not_proved',
  )
})
