import { afterAll, beforeAll, expect, it } from 'vitest'
import { AdoptionVillage } from '../../../../../test/adoption-village.ts'
import { auditOf } from '../../../../../test/audited-log.ts'
import { done, refused, sortedStatuses } from '../../../../../test/participation-village.ts'
import { OTHER_VILLAGE, VILLAGE } from '../../../../../test/server.ts'

let village: AdoptionVillage
beforeAll(async () => {
  village = await AdoptionVillage.create()
}, 120_000)
afterAll(() => village.close())

it('gives a share to who pays, once however often it is told, and frees one that nobody pays for', async () => {
  const buyer = await village.buyer()
  const { number } = await done(village.adopt(buyer))
  expect((await village.adoption()).left).toBe(3)
  expect(await done(village.own(buyer, number))).toMatchObject({ state: 'held', canPay: true })
  await village.minutesLater(16)
  expect((await village.adoption()).left).toBe(4)
  const paid = await village.paid(buyer)
  const again = await village.sandbox.pay(await village.paymentOf(paid))
  expect(again.status).toBe(204)
  expect(await done(village.own(buyer, paid))).toMatchObject({ state: 'adopted', shareNo: 1 })
  expect((await village.adoption()).left).toBe(3)
  expect(await refused(village.own(await village.buyer(), paid))).toBe('404 unknown_adoption')
  const certificate = await done(
    village.as(null, 'GET', village.url(`/adoption-certificates/${paid}`)),
  )
  expect(certificate).toMatchObject({ shareNo: 1, adopterName: '王×明', state: 'adopted' })
  expect(await village.findings()).toEqual([])
})

it('says no to another price, another contract, another village, and to whom is not proved', async () => {
  const buyer = await village.buyer()
  expect(await refused(village.adopt(buyer, { priceFen: 1 }))).toBe('409 adoption_price_changed')
  expect(await refused(village.adopt(buyer, { edition: 2 }))).toBe('409 adoption_contract_changed')
  const unknown = '0193b2c0-0000-7000-8000-000000000000'
  expect(await refused(village.adopt(buyer, {}, unknown))).toBe('404 unknown_adoption_offer')
  const nobody = { cookie: 'azalea_customer=nobody' } as never
  expect(await refused(village.adopt(nobody))).toBe('403 customer_not_proved')
  const elsewhere = `/api/villages/${OTHER_VILLAGE}/adoptions/${village.offerId}`
  expect(await refused(village.as(null, 'GET', elsewhere))).toBe('404 unknown_adoption_offer')
})

it('sells no share twice, however many rivals ask at once', async () => {
  const buyers = await Promise.all(Array.from({ length: 8 }, () => village.buyer()))
  const answers = await Promise.all(buyers.map((buyer) => village.adopt(buyer)))
  expect(sortedStatuses(answers)).toEqual([200, 200, 200, 409, 409, 409, 409, 409])
  const { rows } = await village.test.owner.query(
    `SELECT count(*)::int AS taken, count(DISTINCT share_no)::int AS different
     FROM adoption WHERE state <> 'lapsed'`,
  )
  expect(rows).toEqual([{ taken: 4, different: 4 }])
  expect(await refused(village.settle('failed'))).toBe('409 adoption_being_paid')
  await village.minutesLater(16)
  expect((await village.adoption()).left).toBe(3)
  const { findings } = await auditOf(village.test.database, VILLAGE, village.test.clock.now())
  expect(findings.filter(({ code }) => code === 'adoption_wrong')).toEqual([])
}, 60_000)
