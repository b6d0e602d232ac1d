import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { Budgets } from './budgets.ts'
import { Vouchers } from './vouchers.ts'

type Spent = LeafOfKind<'voucher.spent'>
type Settled = LeafOfKind<'voucher-month.settled'>
type Offered = LeafOfKind<'voucher-kind.offered'>['public']
type Opened = LeafOfKind<'budget.opened'>['public']

const budget = 'b'.repeat(22) as Opened['budget']
const [one, other] = ['v'.repeat(22), 'w'.repeat(22)]
const resolution = {
  date: '2026-03-01',
  eligible: 100,
  present: 60,
  for: 55,
  against: 5,
}
const offered = { voucherKind: 'k'.repeat(22), budget } as Offered

let findings: Findings
let budgets: Budgets
let vouchers: Vouchers
beforeEach(() => {
  findings = new Findings()
  budgets = new Budgets()
  vouchers = new Vouchers()
  budgets.open(village(), 0, { budget, mostFen: 2000, resolution })
})
const village = () => ({ findings, budgets })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
const spent = (voucher: string, amountFen: number, isLast: boolean, at = '2026-03-05') =>
  ({
    at,
    public: { voucher, budget, amountFen, leaves: isLast ? 'nothing' : 'rest' },
  }) as Spent
const settled = (redemptionCount: number, totalFen: number, at = '2026-04-02') =>
  ({ at, public: { month: '2026-03', redemptionCount, totalFen } }) as Settled

it('takes what is issued, spent in parts, expired and settled', () => {
  vouchers.offer(village(), 0, offered)
  vouchers.issue(village(), 1, one)
  vouchers.issue(village(), 2, other)
  vouchers.spend(village(), 3, spent(one, 400, false))
  const reopened = new Vouchers()
  reopened.load(JSON.parse(JSON.stringify(vouchers.toJson())))
  reopened.spend(village(), 4, spent(one, 600, true))
  reopened.withdraw(village(), 5, offered.voucherKind)
  reopened.expire(village(), 6, other)
  reopened.settle(village(), 7, settled(2, 1000))
  expect(details()).toEqual([])
})

it('names a voucher that is spent twice, never issued, or spent and then expired', () => {
  vouchers.issue(village(), 0, one)
  vouchers.offer(village(), 1, offered)
  vouchers.issue(village(), 2, one)
  vouchers.spend(village(), 3, spent(one, 500, true))
  vouchers.spend(village(), 4, spent(one, 500, true))
  vouchers.expire(village(), 5, one)
  expect(details()).toEqual([
    'voucher_wrong: no kind of voucher is offered',
    `voucher_wrong: ${one} was issued before`,
    `voucher_wrong: no voucher ${one} can be spent`,
    `voucher_wrong: no voucher ${one} can expire`,
  ])
})

it('names more than the budget allows, and a budget that nobody voted', () => {
  vouchers.offer(village(), 0, {
    ...offered,
    budget: 'x'.repeat(22) as typeof budget,
  })
  vouchers.issue(village(), 1, one)
  vouchers.spend(village(), 2, spent(one, 2001, true))
  expect(details()).toEqual([
    `voucher_wrong: no budget ${'x'.repeat(22)} was opened`,
    'budget_wrong: that makes 2001 fen of 2000',
  ])
})

it('names a month that is settled early, twice, or for another sum', () => {
  vouchers.offer(village(), 0, offered)
  vouchers.issue(village(), 1, one)
  vouchers.spend(village(), 2, spent(one, 500, false))
  vouchers.settle(village(), 3, settled(1, 700, '2026-03-31'))
  vouchers.settle(village(), 4, settled(1, 500))
  vouchers.spend(village(), 5, spent(one, 100, false))
  expect(details()).toEqual([
    'voucher_wrong: 2026-03 was not over',
    'voucher_wrong: vouchers spent in 2026-03: 1 for 500 fen, it says 1 for 700',
    'voucher_wrong: 2026-03 was settled before',
    'voucher_wrong: 2026-03 was settled before',
  ])
})
