import { sharePool, yearEndBytes } from '@azalea/scoring/sharing'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { sha256Text } from '../suite.ts'
import { Budgets } from './budgets.ts'
import { Payments } from './payments.ts'
import { YearEnds } from './year-ends.ts'

type Told = Parameters<YearEnds['share']>[2]
const name = (letter: string) => letter.repeat(22)
const yearEnd = name('y') as Told['yearEnd']
const budget = name('b') as Told['budget']
const resolution = { date: '2026-03-01', eligible: 100, present: 60, for: 55, against: 5 }
const household = (letter: string, honourHundredths: number, joined = true) => ({
  household: name(letter),
  group: 1,
  joined,
  honourHundredths,
})
const documents: Record<string, string> = {
  late: JSON.stringify({
    households: [household('a', 700), household('c', 200), household('d', 900, false)],
  }),
  early: JSON.stringify({ households: [household('a', 200), household('c', 0)] }),
}
const terms = { yearEnd, poolFen: 1_000, through: '2026-12-30', before: '2025-12-30' }
const pool = sharePool(1_000, [
  { household: name('a'), pointsHundredths: 500 },
  { household: name('c'), pointsHundredths: 200 },
])
const shared: Told = {
  ...terms,
  budget,
  totalHundredths: 700,
  householdCount: 2,
  shares: sha256Text(yearEndBytes(terms, pool), 'hex'),
  resolution,
}

let findings: Findings
let budgets: Budgets
let yearEnds: YearEnds
beforeEach(() => {
  findings = new Findings()
  budgets = new Budgets()
  yearEnds = new YearEnds()
  budgets.open({ findings }, 0, {
    at: '2026-03-01',
    public: { budget, mostFen: 1_500, resolution },
  })
})
const village = () => ({
  findings,
  budgets,
  queues: {
    statementOf: (day: string) =>
      day === '2026-12-30'
        ? { day, households: 'late' }
        : day === '2025-12-30'
          ? { day, households: 'early' }
          : undefined,
  },
  readDocument: async (hash: string) => documents[hash] ?? null,
})
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)

it('takes shares that follow from the honour of the statements', async () => {
  await yearEnds.share(village(), 1, shared)
  expect(details()).toEqual([])
})

it('names tampered shares, another vote, what was shared before, and a budget that is exceeded', async () => {
  await yearEnds.share(village(), 1, { ...shared, shares: 'f'.repeat(64) })
  const other = { ...shared, yearEnd: name('z') as Told['yearEnd'] }
  await yearEnds.share(village(), 2, {
    ...other,
    poolFen: 999,
    resolution: { ...resolution, for: 56 },
  })
  const state = new YearEnds()
  state.load(JSON.parse(JSON.stringify(yearEnds.toJson())))
  await state.share(village(), 3, { ...other, poolFen: 1, through: '2026-12-29' })
  expect(details()).toEqual([
    'year_end_wrong: the shares are not those that the points give',
    'year_end_wrong: its resolution is not that of its budget',
    'budget_wrong: that makes 1999 fen of 1500',
    'year_end_wrong: the shares are not those that the points give',
    `year_end_wrong: ${name('z')} was shared before`,
    'budget_wrong: that makes 2000 fen of 1500',
    'year_end_wrong: the log holds no statement of 2026-12-29',
  ])
})

it('names payments that end twice, were never ordered, or are ordered anew without having failed', () => {
  const payments = new Payments()
  const paymentRun = name('p') as Parameters<Payments['order']>[2]['paymentRun']
  const again = name('q') as typeof paymentRun
  const run = { paymentRun, means: 'bank', paymentCount: 2, totalFen: 300, statement: '' } as const
  payments.order({ findings }, 0, run)
  const one = { paymentRun, paidCount: 1, paidFen: 200, failedCount: 1, failedFen: 100 }
  payments.settle({ findings }, 1, one)
  payments.order({ findings }, 2, {
    ...run,
    paymentRun: again,
    paymentCount: 1,
    totalFen: 100,
    corrects: paymentRun,
  })
  expect(details()).toEqual([])
  payments.settle({ findings }, 3, one)
  payments.order({ findings }, 4, run)
  payments.settle({ findings }, 5, { ...one, paymentRun: name('x') as typeof paymentRun })
  payments.order({ findings }, 6, {
    ...run,
    paymentRun: name('r') as typeof paymentRun,
    corrects: paymentRun,
  })
  expect(details()).toEqual([
    'payments_wrong: so much cannot end of what is left: 0 fen, payments: 0',
    `payments_wrong: ${paymentRun} was ordered before`,
    `payments_wrong: ${name('x')} was never ordered`,
    'payments_wrong: 100 fen failed, 300 are ordered anew',
  ])
})
