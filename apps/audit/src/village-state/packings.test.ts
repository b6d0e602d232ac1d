import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { ApprovedLists } from './approved-lists.ts'
import { HarvestLots } from './harvest-lots.ts'
import { Holds } from './holds.ts'
import { Packings } from './packings.ts'
import { PlotInputs } from './plot-inputs.ts'

type Opened = LeafOfKind<'harvest-lot.opened'>
type Packed = LeafOfKind<'packing.done'>['public']
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
  }
  packings = new Packings()
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
