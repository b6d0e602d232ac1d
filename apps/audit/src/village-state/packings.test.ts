import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { ApprovedLists } from './approved-lists.ts'
import { HarvestLots } from './harvest-lots.ts'
import { Holds } from './holds.ts'
import { Packings } from './packings.ts'
import { PlotInputs } from './plot-inputs.ts'
import { Rounds } from './rounds.ts'

type Opened = LeafOfKind<'harvest-lot.opened'>
type Packed = LeafOfKind<'packing.done'>['public']
type Corrected = LeafOfKind<'harvest-lot.corrected'>['public']
type Placed = LeafOfKind<'hold.placed'>['public']

const subject = 's'.repeat(22) as Opened['public']['subject']
const lot = 'l'.repeat(22) as Opened['public']['lot']
const hold = 'h'.repeat(22) as Placed['hold']

let book: {
  findings: Findings
  approvedLists: ApprovedLists
  plotInputs: PlotInputs
  harvestLots: HarvestLots
  holds: Holds
  packings: Packings
  rounds: Rounds
}
let packings: Packings
const details = () => book.findings.kept.map(({ code, detail }) => `${code}: ${detail}`)

beforeEach(() => {
  book = {
    findings: new Findings(),
    approvedLists: new ApprovedLists(),
    plotInputs: new PlotInputs(),
    harvestLots: new HarvestLots(),
    holds: new Holds(),
    packings: new Packings(),
    rounds: new Rounds(),
  }
  packings = book.packings
  const told = { subject, on: '2026-12-14', crop: '白菜', expectedGrams: 1000 }
  const declared = { at: '2026-12-14', public: told } as LeafOfKind<'harvest.declared'>
  book.plotInputs.declare(book, 0, declared)
})

const opened = (change: Partial<Opened['public']> = {}) =>
  ({
    at: '2026-12-14',
    public: {
      lot,
      subject,
      crop: '白菜',
      harvestedOn: '2026-12-14',
      origin: 'brought',
      grade: 'first',
      grams: 1500,
      ...change,
    },
  }) as Opened
const packed = (change: Partial<Packed> = {}): Packed => ({
  number: '261214-K7QF',
  crop: '白菜',
  lots: [{ lot, grams: 1000 }],
  packs: [{ grams: 450, count: 2 }],
  lossGrams: 100,
  lossBecause: 'trimmed',
  bestBefore: '2026-12-20',
  ...change,
})

it('takes lots of declared harvests and packings that balance, over the end of the program', () => {
  book.harvestLots.open(book, 0, opened())
  packings.pack(book, 1, packed())
  const reopened = new HarvestLots()
  reopened.load(JSON.parse(JSON.stringify(book.harvestLots.toJson())))
  const rest = packed({ number: '2', lots: [{ lot, grams: 500 }], packs: [], lossGrams: 500 })
  packings.pack({ ...book, harvestLots: reopened }, 2, rest)
  expect(details()).toEqual([])
  packings.pack({ ...book, harvestLots: reopened }, 3, { ...rest, number: '3' })
  expect(details()).toEqual([`packing_wrong: packing 3 takes 500 g that lot ${lot} has not`])
})

it('names lots of no harvest, of more than was declared, opened twice', () => {
  book.harvestLots.open(book, 0, opened({ crop: '萝卜' }))
  book.harvestLots.open(book, 1, opened())
  const more = opened({ lot: 'm'.repeat(22) as typeof lot, grams: 501 })
  book.harvestLots.open(book, 2, more)
  expect(details()).toEqual([
    `lot_wrong: the harvest of lot ${lot} was never declared`,
    `lot_wrong: lot ${lot} was opened before`,
    `lot_wrong: lot ${more.public.lot} has more than was declared: 501 g, 1500 g before`,
  ])
})

it('names mass from nothing, a number twice, and what is packed while it is held', () => {
  book.harvestLots.open(book, 0, opened())
  packings.pack(book, 1, packed({ lossGrams: 101 }))
  book.holds.place(book, 2, { hold, reach: 'plot', subject })
  const held = packed({ lots: [{ lot, grams: 100 }], packs: [{ grams: 100, count: 1 }] })
  packings.pack(book, 3, { ...held, lossGrams: 0, lossBecause: null })
  book.holds.lift(book, 4, hold)
  packings.pack(book, 5, { ...held, number: '2', lossGrams: 0, lossBecause: null })
  book.holds.lift(book, 6, hold)
  expect(details()).toEqual([
    'packing_wrong: in packing 261214-K7QF 1 g appear',
    'packing_wrong: there was a packing 261214-K7QF before',
    `packing_wrong: packing 261214-K7QF takes of lot ${lot}, which is held`,
    `hold_wrong: ${hold} was not placed`,
  ])
})

const weighIn = 'w'.repeat(22) as Corrected['weighIn']
const corrected = (change: Partial<Corrected> = {}): Corrected => ({
  lot,
  weighIn,
  grade: 'first',
  grams: 1200,
  ...change,
})
/** As if it had been weighed in the place of something. */
const weighedAgain = (netGrams: number) => {
  const known = { offer: 'o', supplier: 's', scale: 'c', grade: 'first' as const, netGrams }
  const flags = {
    isAgain: true,
    counts: true,
    isDisputed: false,
    isReplaced: false,
    isVoided: false,
  }
  book.rounds.load({ rounds: [], weighIns: [[weighIn, { ...known, ...flags }]], scales: [] })
}

it('has a lot weigh what was weighed again, and no less than was packed of it', () => {
  book.harvestLots.open(book, 0, opened())
  packings.pack(book, 1, packed())
  weighedAgain(1200)
  book.harvestLots.correct(book, 2, corrected())
  const rest = { packs: [], lossGrams: 200 }
  packings.pack(book, 3, packed({ number: '2', lots: [{ lot, grams: 200 }], ...rest }))
  expect(details()).toEqual([])
  weighedAgain(1100)
  book.harvestLots.correct(book, 4, corrected({ grams: 1100 }))
  expect(details()).toEqual([`lot_wrong: of lot ${lot} 1200 g are packed or lost, it has 1100 g`])
})

it('names a lot that weighs other than was weighed, or more than was declared, or is none', () => {
  book.harvestLots.open(book, 0, opened())
  book.harvestLots.correct(book, 1, corrected({ grams: 1500 }))
  weighedAgain(2100)
  book.harvestLots.correct(book, 2, corrected({ grams: 1900 }))
  book.harvestLots.correct(book, 3, corrected({ grams: 2100 }))
  const none = 'n'.repeat(22) as Corrected['lot']
  book.harvestLots.correct(book, 4, corrected({ grams: 2100, lot: none }))
  expect(details()).toEqual([
    `lot_wrong: ${weighIn} weighs nothing again`,
    `lot_wrong: lot ${lot} weighs 2100 g of the first grade by ${weighIn}, not 1900 g`,
    `lot_wrong: lot ${lot} has more than was declared: 2100 g, 0 g of others`,
    `lot_wrong: there is no lot ${none} to correct`,
  ])
})

it('names a recall of a pack under another name than its own, which would hold nothing back', () => {
  book.harvestLots.open(book, 0, opened())
  packings.pack(book, 1, packed())
  const names = ['261214-K7QF-001', '261214-k7qf-001', '261214-K7QF-0001', '261214-K7QF-003']
  for (const [at, named] of names.entries())
    book.holds.place(book, 2, { hold: `${at}`.repeat(22) as typeof hold, reach: 'pack', named })
  expect(details()).toEqual(names.slice(1).map((named) => `hold_wrong: there is no pack ${named}`))
  expect(book.holds.coversPack('261214-K7QF-001')).toBe(true)
})
