import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../../test/server.ts'
import { votedBudget, walletOf } from '../../../../../test/shop-village.ts'
import { PRICE_HUNDREDTHS, VALUE_FEN, VoucherVillage } from '../../../../../test/voucher-village.ts'
import { checkConsistency } from '../../../../check-consistency.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create(VALUE_FEN * 6)
}, 60_000)
afterAll(() => village.test.close())

it('takes points and sets the money aside; the household reads what it bought, and its code', async () => {
  const person = await village.buyer()
  await done(village.buy(person))
  expect(await walletOf(village.test, person)).toBe(10_000 - PRICE_HUNDREDTHS)
  expect(await village.budget()).toEqual({ spentFen: 0, heldFen: VALUE_FEN })
  const housemate = await addPerson(village.test, { householdId: person.householdId })
  const { vouchers, kinds } = await village.vouchersOf(housemate)
  expect(vouchers).toMatchObject([
    {
      name: '十元券',
      state: 'issued',
      valueFen: VALUE_FEN,
      unspent: 'returned',
      expiresOn: '2026-04-01',
      code: expect.stringMatching(/^[0-9A-Y]{16}$/),
      merchants: [{ name: expect.any(String) }, {}],
    },
  ])
  expect(kinds).toMatchObject([{ isToBeHad: true, unspent: 'returned', validDays: 30 }])
  const stranger = await village.vouchersOf(await village.buyer(0))
  expect(stranger.vouchers).toEqual([])
})

it('refuses too few points, debts, what is not offered, and who has not joined', async () => {
  const poor = await village.buy(await village.buyer(2000))
  expect(poor.json()).toMatchObject({
    code: 'voucher_points_short',
    detail: '可用积分不够：要 30 分，还有 20 分。',
  })
  expect(await refused(village.buy(await village.buyer(-500)))).toBe('409 voucher_wallet_owes')
  const rich = await village.buyer()
  const { voucherKindId } = await done(village.proposeKind())
  expect(await refused(village.buy(rich, voucherKindId))).toBe('409 voucher_kind_closed')
  expect(await refused(village.buy(rich, rich.personId))).toBe('404 unknown_voucher_kind')
  const outside = await addPerson(village.test, { joined: false })
  expect(await refused(village.buy(outside))).toBe('403 household_not_joined')
  expect(await walletOf(village.test, rich)).toBe(10_000)
})

it('never goes below zero, and issues nothing beyond the budget', async () => {
  const person = await village.buyer(PRICE_HUNDREDTHS * 2)
  const answers = await Promise.all([1, 2, 3].map(() => refused(village.buy(person))))
  expect(answers.filter((answer) => answer === '200 accepted')).toHaveLength(2)
  expect(await walletOf(village.test, person)).toBe(0)
  const rivals: TestPerson[] = []
  for (let no = 0; no < 5; no += 1) rivals.push(await village.buyer())
  const others = await Promise.all(rivals.map((rival) => refused(village.buy(rival))))
  expect(others.filter((answer) => answer === '200 accepted')).toHaveLength(3)
  expect(others.filter((answer) => answer === '409 budget_exceeded')).toHaveLength(2)
  expect(await village.budget()).toEqual({ spentFen: 0, heldFen: VALUE_FEN * 6 })
  const prices = await done(call(village.test, null, 'GET', `/api/villages/${VILLAGE}/vouchers`))
  expect(prices.kinds).toMatchObject([{ isToBeHad: false }])
  expect(await checkConsistency(village.test)).toEqual([])
})

it('issues at most twenty that wait, however many telephones ask at one moment', async () => {
  const budgetId = await votedBudget(village.test, village.manager, VALUE_FEN * 30)
  const kindId = await village.offered({ budgetId })
  const person = await village.buyer(PRICE_HUNDREDTHS * 30)
  const sent = Array.from({ length: 24 }, () => refused(village.buy(person, kindId)))
  const answers = await Promise.all(sent)
  expect(answers.filter((answer) => answer === '200 accepted')).toHaveLength(20)
  expect(answers.filter((answer) => answer === '409 too_many_vouchers')).toHaveLength(4)
})

it('is entered by a cadre of another household for who has no telephone, who learns it, and printed', async () => {
  const person = await village.buyer()
  const leader = await addPerson(village.test, { roles: ['group_leader'] })
  const budgetId = await votedBudget(village.test, village.manager, VALUE_FEN * 9)
  const kindId = await village.offered({ budgetId })
  const onBehalf = { personId: person.personId, channel: 'oral' }
  const enter = (cadre: TestPerson, body: object = { onBehalf }) =>
    village.post(cadre, '/api/vouchers', { voucherKindId: kindId, ...body })
  const kin = await addPerson(village.test, { householdId: leader.householdId })
  const ofKin = { onBehalf: { personId: kin.personId, channel: 'written' } }
  const tillKin = await addPerson(village.test, {
    householdId: village.till.householdId,
    roles: ['committee'],
  })
  for (const [cadre, body, refusal] of [
    [leader, ofKin, '400 voucher_for_oneself'],
    [await village.buyer(), undefined, '403 voucher_not_for_others'],
    [tillKin, undefined, '403 own_merchant'],
  ] as const)
    expect(await refused(enter(cadre, body))).toBe(refusal)
  const { voucherId } = await done(enter(leader))
  expect(await walletOf(village.test, person)).toBe(10_000 - PRICE_HUNDREDTHS)
  const { vouchers } = await village.vouchersOf(person)
  expect(vouchers).toMatchObject([{ voucherId, enteredByName: leader.name }])
  const { items } = await done(call(village.test, person, 'GET', '/api/me/messages'))
  expect(items[0]).toMatchObject({ kind: 'voucher.entered', params: { byName: leader.name } })
  const slipOf = (cadre: TestPerson) =>
    call(village.test, cadre, 'GET', `/api/vouchers/${voucherId}/slip`)
  const { code } = vouchers[0]
  expect(await done(slipOf(leader))).toMatchObject({
    code,
    buyerName: person.name,
    enteredByName: leader.name,
  })
  expect(await refused(slipOf(village.manager))).toBe('404 slip_not_printed')
  await done(village.redeem(village.till, code))
  expect(await refused(slipOf(leader))).toBe('404 slip_not_printed')
})

it('is not taken, nor printed, by who entered it and takes vouchers since, or by kin of theirs', async () => {
  const budgetId = await votedBudget(village.test, village.manager, VALUE_FEN)
  const kindId = await village.offered({ budgetId })
  const desk = await addPerson(village.test, { roles: ['committee'] })
  const { personId } = await village.buyer()
  const body = { voucherKindId: kindId, onBehalf: { personId, channel: 'oral' } }
  const { voucherId } = await done(village.post(desk, '/api/vouchers', body))
  const slip = () => call(village.test, desk, 'GET', `/api/vouchers/${voucherId}/slip`)
  const { code } = await done(slip())
  const kin = await addPerson(village.test, { householdId: desk.householdId })
  for (const { personId: takerId } of [desk, kin]) {
    const url = `/api/merchants/${village.merchantId}/people`
    await done(village.post(village.manager, url, { who: { personId: takerId } }))
  }
  expect(await refused(slip())).toBe('403 own_merchant')
  for (const taker of [desk, kin]) {
    expect(await done(village.look(taker, code))).toMatchObject({
      canTake: { ok: false, code: 'voucher_entered_by_household' },
    })
    expect(await refused(village.redeem(taker, code))).toBe('403 voucher_entered_by_household')
  }
  await done(village.redeem(village.till, code))
})
