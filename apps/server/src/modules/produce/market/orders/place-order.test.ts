import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused, sortedStatuses } from '../../../../../test/participation-village.ts'
import { call, OTHER_VILLAGE } from '../../../../../test/server.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create(20)
}, 60_000)
afterAll(() => village.close())

it('sets packs aside for a customer, those that expire first', async () => {
  const buyer = await village.buyer()
  expect((await village.market()).products).toMatchObject([
    { nameZh: '小白菜', priceFen: 800, left: 20, bestBefore: '2026-03-07' },
  ])
  const { number } = await done(village.place(buyer, 3))
  const order = await village.order(buyer, number)
  expect(order).toMatchObject({
    state: 'reserved',
    totalFen: 2400,
    canPay: true,
    code: null,
    lines: [{ nameZh: '小白菜', count: 3, priceFen: 800 }],
  })
  expect(order.packs.map((pack: { bestBefore: string }) => pack.bestBefore)).toEqual([
    '2026-03-07',
    '2026-03-07',
    '2026-03-07',
  ])
  expect((await village.market()).products[0].left).toBe(17)
  await done(village.as(buyer, 'POST', `/orders/${number}/cancel`))
  expect((await village.market()).products[0].left).toBe(20)
})

it('says no to what is not there, full, closed, changed, or of another', async () => {
  const buyer = await village.buyer()
  const other = await village.buyer()
  expect(await refused(village.place(buyer, 21))).toBe('409 too_few_packs')
  expect(await refused(village.place(buyer, 2, { totalFen: 1500 }))).toBe('409 total_changed')
  const twice = [1, 2].map((count) => ({ productId: village.productId, count }))
  expect(await refused(village.place(buyer, 3, { items: twice }))).toBe('400 product_twice')
  const unknown = '0193b2c0-0000-7000-8000-000000000000'
  const nothing = [{ productId: unknown, count: 1 }]
  expect(await refused(village.place(buyer, 1, { items: nothing }))).toBe('404 unknown_product')
  expect(await refused(village.place(buyer, 1, { slotId: unknown }))).toBe('404 unknown_slot')
  const round = { slotId: village.roundSlotId }
  expect(await refused(village.place(buyer, 1, round))).toBe('400 address_missing')
  for (const count of [0, -1, 1.5, 51])
    expect(await refused(village.place(buyer, count))).toBe('400 invalid_request')
  const nobody = { phone: '', cookie: 'azalea_customer=nobody' }
  expect(await refused(village.place(nobody, 1))).toBe('403 customer_not_proved')
  const { number } = await done(village.place(buyer, 1))
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/pay'],
    ['POST', '/cancel'],
  ] as const)
    expect(await refused(village.as(other, method, `/orders/${number}${path}`))).toBe(
      '404 unknown_order',
    )
  const elsewhere = `/api/villages/${OTHER_VILLAGE}/market/orders/${number}`
  const person = { cookie: buyer.cookie } as never
  expect(await refused(call(village.test, person, 'GET', elsewhere))).toBe(
    '403 customer_not_proved',
  )
  await done(village.as(buyer, 'POST', `/orders/${number}/cancel`))
})

it('takes a key once, and no more unpaid orders than two of a telephone', async () => {
  const buyer = await village.buyer()
  const order = {
    items: [{ productId: village.productId, count: 1 }],
    slotId: village.slotId,
    name: '王小明',
    address: null,
    totalFen: 800,
  }
  const person = { cookie: buyer.cookie } as never
  const send = () =>
    call(village.test, person, 'POST', village.url('/orders'), order, { key: 'one-key-of-mine' })
  const answers = await Promise.all([done(send()), done(send()), done(send())])
  expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
  const { number } = await done(village.place(buyer, 1))
  expect(await refused(village.place(buyer, 1))).toBe('429 too_many_unpaid')
  for (const one of [number, answers[0].number])
    await done(village.as(buyer, 'POST', `/orders/${one}/cancel`))
  const unsigned = await village.test.http.inject({
    method: 'POST',
    url: village.url('/orders'),
    headers: { cookie: buyer.cookie },
    payload: order,
  })
  expect(unsigned.json().code).toBe('idempotency_key_missing')
})

it('sells no pack twice and no place twice, however many rivals ask at once', async () => {
  const buyers = await Promise.all(Array.from({ length: 24 }, () => village.buyer()))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 24, maxLength: 24 }),
      async (counts) => {
        const answers = await Promise.all(
          counts.map((count, at) => village.place(buyers[at] as never, count)),
        )
        const taken = answers.flatMap(({ statusCode }, at) => (statusCode === 200 ? [at] : []))
        for (const { statusCode } of answers) expect([200, 409]).toContain(statusCode)
        const { rows } = await village.test.owner.query(
          `SELECT count(*)::int AS packs, count(DISTINCT pack_id)::int AS different
           FROM market_order_pack WHERE released_at IS NULL`,
        )
        const sum = taken.reduce((all, at) => all + (counts[at] ?? 0), 0)
        expect(rows).toEqual([{ packs: sum, different: sum }])
        expect(sum).toBeGreaterThan(17) // whoever was refused wanted more than was left
        for (const at of taken) {
          const { number } = JSON.parse(answers[at]?.body ?? '')
          await done(village.as(buyers[at] as never, 'POST', `/orders/${number}/cancel`))
        }
        expect((await village.market()).products[0].left).toBe(20)
      },
    ),
    { numRuns: 3, seed: 8 },
  )
}, 60_000)

it('gives the last place of a slot to one', async () => {
  const point = { kind: 'pick_up', name: '小区门口', place: '东门' }
  const { pointId } = await done(village.desk('/api/market/points', point))
  const slotId = await village.slot(pointId, { capacity: 1 })
  const buyers = await Promise.all(Array.from({ length: 6 }, () => village.buyer()))
  const answers = await Promise.all(buyers.map((buyer) => village.place(buyer, 1, { slotId })))
  expect(sortedStatuses(answers)).toEqual([200, 409, 409, 409, 409, 409])
})
