import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { Budgets } from './budgets.ts'

const budget = 'b'.repeat(22) as Parameters<Budgets['close']>[2]['budget']
const resolution = { date: '2026-03-01', eligible: 100, present: 60, for: 55, against: 5 }

let findings: Findings
let budgets: Budgets
beforeEach(() => {
  findings = new Findings()
  budgets = new Budgets()
})
const village = () => ({ findings })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)

it('takes a budget that is opened, spent within its vote and closed', () => {
  budgets.open(village(), 0, { at: '2026-03-01', public: { budget, mostFen: 100, resolution } })
  budgets.spend(village(), 1, budget, 60)
  const reopened = new Budgets()
  reopened.load(JSON.parse(JSON.stringify(budgets.toJson())))
  reopened.close(village(), 2, { budget, spentFen: 100 })
  expect(details()).toEqual([])
})

it('names a vote that does not hold, a sum above it, and what follows a closing', () => {
  budgets.close(village(), 0, { budget, spentFen: 0 })
  const tooFew = { ...resolution, present: 40, for: 35 }
  budgets.open(village(), 1, {
    at: '2026-03-01',
    public: { budget, mostFen: 100, resolution: tooFew },
  })
  budgets.open(village(), 2, { at: '2026-03-01', public: { budget, mostFen: 200, resolution } })
  budgets.spend(village(), 3, budget, 101)
  budgets.close(village(), 4, { budget, spentFen: 99 })
  budgets.spend(village(), 5, budget, 1)
  expect(details()).toEqual([
    `budget_wrong: no budget ${budget} was opened`,
    'budget_wrong: its vote does not hold: More than half of the adult villagers must be present (Organic Law, art. 22).',
    `budget_wrong: ${budget} was opened before`,
    'budget_wrong: that makes 101 fen of 100',
    'budget_wrong: 101 fen were spent before, it says 99',
    `budget_wrong: budget ${budget} was closed before`,
  ])
})

it('names a vote that is dated after the day on which it was entered', () => {
  const opened = { budget, mostFen: 100, resolution }
  budgets.open(village(), 0, { at: '2026-02-28', public: opened })
  expect(details()).toEqual([
    'budget_wrong: its vote is dated 2026-03-01, and was entered before, on 2026-02-28',
  ])
})
