import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { HarvestLots } from './harvest-lots.ts'
import { Holds } from './holds.ts'
import { MarketSales } from './market-sales.ts'
import { Packings } from './packings.ts'
import { PlotInputs } from './plot-inputs.ts'

type Offered = LeafOfKind<'market-product.offered'>['public']
type Sold = LeafOfKind<'market-order.sold'>['public']
type Ended = LeafOfKind<'market-order.ended'>['public']
type Placed = LeafOfKind<'hold.placed'>['public']

const product = 'p'.repeat(22) as Offered['product']
const order = 'o'.repeat(22) as Sold['order']
const first = '261214-K7QF-001'
const second = '261214-K7QF-002'

let book: {
  findings: Findings
  plotInputs: PlotInputs
  harvestLots: HarvestLots
  holds: Holds
  packings: Packings
}
let sales: MarketSales
const details = () => book.findings.kept.map(({ code, detail }) => `${code}: ${detail}`)

beforeEach(() => {
  book = {
    findings: new Findings(),
    plotInputs: new PlotInputs(),
    harvestLots: new HarvestLots(),
    holds: new Holds(),
    packings: new Packings(),
  }
  book.packings.load({
    known: [['261214-K7QF', { crop: '白菜', lots: [], packs: [{ grams: 500, count: 2 }] }]],
  })
  sales = new MarketSales()
  sales.offer(book, 0, { product, crop: '白菜', grams: 500, priceFen: 800 })
})

const sold = (change: Partial<Sold> = {}): Sold => ({
  order,
  means: 'online',
  packs: [
    { pack: first, product },
    { pack: second, product },
  ],
  totalFen: 1600,
  ...change,
})
const ended = (change: Partial<Ended> = {}): Ended => ({
  order,
  outcome: 'handed_over',
  back: [],
  missing: [second],
  refundFen: 800,
  ...change,
})
const next = 'n'.repeat(22) as Sold['order']
const one = (pack: string) => ({ packs: [{ pack, product }], totalFen: 800 })

it('takes packs that were packed, each once, at their price, over the end of the program', () => {
  sales.sell(book, 1, sold())
  const reopened = new MarketSales()
  reopened.load(JSON.parse(JSON.stringify(sales.toJson())))
  reopened.end(
    book,
    2,
    ended({ outcome: 'refunded', back: [first, second], missing: [], refundFen: 1600 }),
  )
  reopened.sell(book, 3, sold({ order: next, ...one(first) }))
  reopened.end(book, 4, ended({ order: next, missing: [], refundFen: 0 }))
  expect(details()).toEqual([])
  reopened.sell(book, 5, sold({ order: 'm'.repeat(22) as Sold['order'], ...one(first) }))
  expect(details()).toEqual([`market_wrong: pack ${first} was sold before`])
})

it('names a pack that was never packed, is another, costs another price, or is recalled', () => {
  sales.sell(book, 1, sold({ ...one('261214-K7QF-003'), order: next }))
  sales.sell(book, 2, sold({ totalFen: 1500 }))
  book.packings.load({
    known: [['2', { crop: '萝卜', lots: [], packs: [{ grams: 500, count: 1 }] }]],
  })
  const placed: Placed = { hold: 'h'.repeat(22) as Placed['hold'], reach: 'pack', named: '2-001' }
  book.holds.place(book, 3, placed)
  sales.sell(book, 4, sold({ ...one('2-001'), order: 'q'.repeat(22) as Sold['order'] }))
  expect(details()).toEqual([
    'market_wrong: pack 261214-K7QF-003 was never packed',
    `market_wrong: order ${order} costs 1600 fen, 1500 were told`,
    'market_wrong: pack 2-001 is 萝卜 of 500 g, sold as another',
    'market_wrong: pack 2-001 was sold while it was held',
  ])
})

it('names what ends twice, gives back another sum, or is of no order', () => {
  sales.end(book, 1, ended({ order: next }))
  sales.sell(book, 2, sold())
  sales.end(book, 3, ended({ refundFen: 700 }))
  sales.end(book, 4, ended({ missing: ['x'], refundFen: 0 }))
  expect(details()).toEqual([
    `market_wrong: order ${next} was never sold`,
    `market_wrong: order ${order} gives 700 fen back, 800 are due`,
    `market_wrong: order ${order} ended before`,
    `market_wrong: pack x is not of order ${order}`,
  ])
})

it('names two prices for one kind of pack, and what was not on sale', () => {
  const other = 'r'.repeat(22) as Offered['product']
  sales.offer(book, 1, { product: other, crop: '白菜', grams: 500, priceFen: 900 })
  sales.withdraw(book, 2, 'nothing')
  sales.withdraw(book, 3, product)
  sales.withdraw(book, 4, product)
  expect(details()).toEqual([
    'market_wrong: 白菜 of 500 g has a price already',
    'market_wrong: nothing was not on sale',
    `market_wrong: ${product} was not on sale`,
  ])
})
