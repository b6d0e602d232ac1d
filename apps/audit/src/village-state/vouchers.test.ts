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
const offered = {
  voucherKind: 'k'.repeat(22),
  budget,
  valueFen: 1000,
  spentBy: 'parts',
  validDays: 30,
} as Offered

let findings: Findings
let budgets: Budgets
let vouchers: Vouchers
beforeEach(() => {
  findings = new Findings()
  budgets = new Budgets()
  vouchers = new Vouchers()
  budgets.open(village(), 0, { at: '2026-03-01', public: { budget, mostFen: 4000, resolution } })
})
const village = () => ({ findings, budgets })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
const spent = (voucher: string, amountFen: number, isLast: boolean, at = '2026-03-05') =>
  ({
    at,
    public: { voucher, budget, amountFen, leaves: isLast ? 'nothing' : 'rest' },
  }) as Spent
const issued = (voucher: string, at = '2026-03-02') =>
  ({ at, public: { voucher } }) as LeafOfKind<'voucher.issued'>
const settled = (redemptionCount: number, totalFen: number, at = '2026-04-02') =>
  ({ at, public: { month: '2026-03', redemptionCount, totalFen } }) as Settled

it('takes what is issued, spent in parts, expired and settled', () => {
  vouchers.offer(village(), 0, offered)
  vouchers.issue(village(), 1, issued(one))
  vouchers.issue(village(), 2, issued(other))
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
  vouchers.issue(village(), 0, issued(other))
  vouchers.offer(village(), 1, offered)
  vouchers.issue(village(), 2, issued(one))
  vouchers.spend(village(), 3, spent(one, 1000, true))
  vouchers.issue(village(), 3, issued(one))
  vouchers.spend(village(), 4, spent(one, 1000, true))
  vouchers.spend(village(), 5, spent(one, 1000, true))
  vouchers.expire(village(), 6, one)
  expect(details()).toEqual([
    'voucher_wrong: no kind of voucher is offered',
    `voucher_wrong: ${one} was issued before`,
    `voucher_wrong: no voucher ${one} can be spent`,
    `voucher_wrong: no voucher ${one} can expire`,
  ])
})

it('names more than the budget allows, and a budget that nobody voted', () => {
  const unvoted = 'x'.repeat(22) as typeof budget
  vouchers.offer(village(), 0, { ...offered, budget: unvoted })
  const large = { ...offered, voucherKind: 'l'.repeat(22), valueFen: 4001 } as Offered
  vouchers.offer(village(), 0, large)
  vouchers.issue(village(), 1, issued(one))
  vouchers.spend(village(), 2, spent(one, 4001, true))
  expect(details()).toEqual([
    `voucher_wrong: no budget ${unvoted} was opened`,
    'budget_wrong: that makes 4001 fen of 4000',
  ])
})

it('names a month that is settled early, twice, or for another sum', () => {
  vouchers.offer(village(), 0, offered)
  vouchers.issue(village(), 1, issued(one))
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

it('names what no kind of voucher lets be spent: another sum, a part, too late, of another budget', () => {
  const another = 'c'.repeat(22) as typeof budget
  budgets.open(village(), 0, {
    at: '2026-03-01',
    public: { budget: another, mostFen: 2000, resolution },
  })
  const whole = {
    ...offered,
    voucherKind: 'l'.repeat(22),
    valueFen: 600,
    spentBy: 'whole',
  } as Offered
  const tooLate = { ...offered, voucherKind: 'm'.repeat(22), budget: another } as Offered
  vouchers.offer(village(), 1, whole)
  vouchers.offer(village(), 2, tooLate)
  const names = ['p', 'q', 'r', 's'].map((letter) => letter.repeat(22))
  for (const name of names) vouchers.issue(village(), 3, issued(name))
  vouchers.offer(village(), 4, offered) // what came later is no kind of theirs
  const [p, q, r, s] = names as [string, string, string, string]
  vouchers.spend(village(), 5, spent(p, 601, true))
  vouchers.spend(village(), 6, spent(q, 300, false))
  vouchers.spend(village(), 7, spent(r, 600, true, '2026-04-02'))
  vouchers.spend(village(), 8, spent(s, 600, true, '2026-04-01'))
  const so = 'voucher_wrong:'
  expect(details()).toEqual([
    `${so} ${p}: no kind of voucher lets 601 fen be spent so`,
    `${so} ${q}: no kind of voucher lets 300 fen be spent so`,
    `${so} ${r}: no kind of voucher lets 600 fen be spent so`,
  ])
})
