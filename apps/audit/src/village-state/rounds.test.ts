import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { ApprovedLists } from './approved-lists.ts'
import { Budgets } from './budgets.ts'
import { PlotInputs } from './plot-inputs.ts'
import { Rounds } from './rounds.ts'

type Weighed = LeafOfKind<'weigh-in.entered'>['public']
type Settled = LeafOfKind<'round.settled'>['public']

const DAY = '2026-12-14'
const name = (letter: string) => letter.repeat(22) as never
const resolution = { date: DAY, eligible: 100, present: 60, for: 55, against: 5 }

let findings: Findings
let budgets: Budgets
let rounds: Rounds
const book = () => ({
  findings,
  budgets,
  plotInputs: new PlotInputs(),
  approvedLists: new ApprovedLists(),
})
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)

beforeEach(() => {
  findings = new Findings()
  budgets = new Budgets()
  rounds = new Rounds()
  budgets.open({ findings }, 0, {
    at: DAY,
    public: { budget: name('b'), mostFen: 100_000, resolution },
  })
  rounds.open(book(), 1, {
    offer: name('o'),
    crop: '白菜',
    unit: 'jin',
    grades: [
      { grade: 'first', fen: 180 },
      { grade: 'second', fen: 121 },
    ],
    deductions: [{ permille: 20 }, { fenEach: 50 }],
    collectsOn: DAY,
    budget: name('b'),
  })
  rounds.enterScale(book(), 2, { scale: name('c'), toleranceGrams: 20 })
  check(20_010)
})

const check = (readGrams: number, outcome: 'passed' | 'failed' = 'passed', at = DAY) =>
  rounds.checkScale(book(), 3, {
    at,
    public: { scale: name('c'), testGrams: 20_000, readGrams, outcome },
  } as unknown as LeafOfKind<'scale.checked'>)

function weigh(letter: string, change: Partial<Weighed> = {}, at = DAY) {
  const told = {
    weighIn: name(letter),
    offer: name('o'),
    supplier: name('s'),
    subject: name('p'),
    scale: name('c'),
    by: 'serial',
    grade: 'first',
    grossGrams: 21_003,
    tareGrams: 1_000,
    netGrams: 20_003,
    outcome: 'accepted',
    ...change,
  }
  rounds.weigh(book(), 4, { at, public: told } as unknown as LeafOfKind<'weigh-in.entered'>)
}

const close = (cameCount = 1) =>
  rounds.close(book(), 5, { offer: name('o'), cameCount, missedCount: 0 })

function settle(change: Partial<Settled> = {}) {
  rounds.settle(book(), 6, {
    roundSettlement: name('t'),
    offer: name('o'),
    budget: name('b'),
    no: 1,
    growerCount: 1,
    weighInCount: 1,
    // 20.003 kg at 1.80 a jin are 72.01; 2 % of that are 1.44, a basket 0.50.
    netFen: 7_007,
    paidFen: 7_007,
    statements: 'd'.repeat(64),
    ...change,
  })
}

it('works a settlement out again, to the fen, and what is corrected later', () => {
  weigh('1')
  close()
  settle()
  rounds.dispute(book(), 7, name('1'))
  rounds.decide(book(), 8, { weighIn: name('1'), outcome: 'upheld' })
  weigh('2', { replaces: name('1'), grossGrams: 19_000, netGrams: 18_000 })
  settle({ no: 2, netFen: 6_301 - 7_007, paidFen: 0 })
  expect(details()).toEqual([])
})

it('remembers what it knows', () => {
  weigh('1')
  const other = new Rounds()
  other.load(structuredClone(rounds.toJson()))
  rounds = other
  close()
  settle()
  expect(details()).toEqual([])
})

it.each([
  [{ netFen: 7_008 }, 'not 7008, 1, 1'],
  [{ weighInCount: 2 }, 'not 7007, 1, 2'],
  [{ growerCount: 2 }, 'not 7007, 2, 1'],
  [{ paidFen: 7_008 }, '7008 fen are paid where at most 7007 are owed'],
  [{ no: 2 }, 'settlement 2 follows 0'],
  [{ budget: name('x') }, 'another budget pays'],
])('names a settlement that is another one: %j', (change, finding) => {
  weigh('1')
  close()
  settle(change)
  expect(details().join()).toContain(finding)
})

it('names what was weighed with a scale that had not passed that day', () => {
  check(20_100, 'failed')
  weigh('1')
  expect(details().join()).toContain('had not passed its check')
  check(20_100, 'passed')
  expect(details().join()).toContain('shows 20100 g of 20000')
})

it('names what was weighed outside of the round, twice, or in a grade that is not bought', () => {
  weigh('1', {}, '2026-12-15')
  weigh('1')
  weigh('2', { grade: 'third' })
  weigh('3', { replaces: name('1') })
  expect(details().join()).toMatch(
    /not weighed within the round.*was weighed before.*buys no third grade.*not to be weighed again/s,
  )
})

it('names a round that is closed or settled out of turn', () => {
  settle()
  close(0)
  close(0)
  rounds.decide(book(), 8, { weighIn: name('9'), outcome: 'upheld' })
  expect(details()).toHaveLength(3)
})
