import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { auditOf } from '../../../../../test/audited-log.ts'
import { recall } from '../../../../../test/packs-village.ts'
import { call } from '../../../../../test/server.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

const find = (word: string) =>
  call(village.test, village.keeper, 'GET', `/api/market/orders/find?word=${word}`)
const give = (orderId: string, missing: readonly string[] = []) =>
  village.desk(`/api/market/orders/${orderId}/hand-over`, { missing })

it('hands over by the code, once; what is missing is paid back', async () => {
  const buyer = await village.buyer()
  const number = await village.paid(buyer, 3)
  const { code } = await village.order(buyer, number)
  const found = await done(find(code))
  expect(found).toMatchObject({ number, state: 'paid', customerName: '王×明' })
  const [first] = found.packs
  expect(await refused(give(found.orderId, ['260302-0000-001']))).toBe('400 pack_not_of_order')
  expect(await done(give(found.orderId, [first.number]))).toMatchObject({ refundFen: 800 })
  expect(await refused(give(found.orderId))).toBe('409 order_ended')
  await done(Promise.resolve(await find(number)))
  await village.sandbox.notifyRefund((await village.refundsOf(number))[0] ?? '')
  expect(await village.order(buyer, number)).toMatchObject({
    state: 'handed_over',
    refunds: [{ amountFen: 800, because: 'missing', state: 'done' }],
  })
  expect(await village.findings()).toEqual([])
  expect(await refused(find('000000000'))).toBe('404 unknown_order')
})

it('hands over nothing that is unpaid or recalled, and names who is to be telephoned', async () => {
  const buyer = await village.buyer()
  const unpaid = await village.asked(buyer, 1)
  const { orderId } = await done(find(unpaid))
  expect(await refused(give(orderId))).toBe('409 order_not_paid')
  await done(village.as(buyer, 'POST', `/orders/${unpaid}/cancel`))
  const number = await village.paid(buyer, 2)
  const { orderId: paid, packs } = await done(find(number))
  const lot = village.packings[1]?.lotNumber ?? ''
  await done(recall(village.grown, 'lot', lot))
  expect(await refused(give(paid))).toBe('409 pack_recalled')
  expect((await village.market()).products[0]).toMatchObject({ left: 10, bestBefore: '2026-03-12' })
  const url = `/api/market/recalled-orders?reach=lot&target=${lot}`
  const { items } = await done(call(village.test, village.keeper, 'GET', url))
  expect(items).toMatchObject([
    {
      number,
      phone: buyer.phone,
      name: '王小明',
      packs: packs.map((one: { number: string }) => one.number),
    },
    { state: 'handed_over' },
  ])
  const { customer } = await done(village.as(buyer, 'GET', '/me'))
  expect(customer.looks).toMatchObject([{ why: 'recall' }])
  const all = packs.map((one: { number: string }) => one.number)
  expect(await done(give(paid, all))).toMatchObject({ refundFen: 1600 })
  const { findings } = await auditOf(
    village.test.database,
    village.keeper.villageId,
    village.test.clock.now(),
  )
  expect(findings).toEqual([])
}, 60_000)
