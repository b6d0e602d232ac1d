import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { HarvestLots } from './harvest-lots.ts'
import type { Holds } from './holds.ts'
import type { Packings } from './packings.ts'
import type { PlotInputs } from './plot-inputs.ts'

interface MarketBook {
  readonly findings: Findings
  readonly harvestLots: HarvestLots
  readonly holds: Holds
  readonly packings: Packings
  readonly plotInputs: PlotInputs
}

type Offered = LeafOfKind<'market-product.offered'>['public']
type Sold = LeafOfKind<'market-order.sold'>['public']
type Ended = LeafOfKind<'market-order.ended'>['public']

interface Sale {
  /** What each pack cost that the customer has, or has not fetched yet. */
  readonly fen: Record<string, number>
  isEnded: boolean
}

declare module './parts.ts' {
  interface StateMemory {
    readonly marketSales: MarketSales
  }
}

declare module '../findings.ts' {
  interface OwnFindings {
    market_wrong: true
  }
}

/** What is and was on sale, and which packs are somebody's. */
export class MarketSales {
  #products = new Map<string, Offered & { isWithdrawn: boolean }>()
  #sales = new Map<string, Sale>()
  /** Packs that were sold and did not go back. */
  #gone = new Set<string>()

  /** `market-product.offered`: one price at a time for packs of one crop and weight. */
  offer({ findings }: MarketBook, index: number, told: Offered): void {
    const isAnother = [...this.#products.values()].some(
      ({ crop, grams, isWithdrawn }) => !isWithdrawn && crop === told.crop && grams === told.grams,
    )
    if (this.#products.has(told.product) || isAnother)
      findings.add('market_wrong', index, `${told.crop} of ${told.grams} g has a price already`)
    this.#products.set(told.product, { ...told, isWithdrawn: false })
  }

  /** `market-product.withdrawn` */
  withdraw({ findings }: MarketBook, index: number, product: string): void {
    const known = this.#products.get(product)
    if (known === undefined || known.isWithdrawn)
      findings.add('market_wrong', index, `${product} was not on sale`)
    if (known !== undefined) known.isWithdrawn = true
  }

  /** `market-order.sold` */
  sell(book: MarketBook, index: number, { order, packs, totalFen }: Sold): void {
    const wrong = (detail: string) => book.findings.add('market_wrong', index, detail)
    if (this.#sales.has(order)) wrong(`order ${order} was sold before`)
    if (packs.length === 0) wrong(`order ${order} has no packs`)
    const fen: Record<string, number> = {}
    for (const { pack, product } of packs) {
      const offered = this.#products.get(product)
      if (offered === undefined) wrong(`pack ${pack} is of no product`)
      else this.#judgePack(book, index, pack, offered)
      if (this.#gone.has(pack)) wrong(`pack ${pack} was sold before`)
      this.#gone.add(pack)
      fen[pack] = offered?.priceFen ?? 0
    }
    const sum = Object.values(fen).reduce((all, one) => all + one, 0)
    if (sum !== totalFen) wrong(`order ${order} costs ${sum} fen, ${totalFen} were told`)
    this.#sales.set(order, { fen, isEnded: false })
  }

  #judgePack(book: MarketBook, index: number, pack: string, { crop, grams }: Offered): void {
    const wrong = (detail: string) => book.findings.add('market_wrong', index, detail)
    const known = book.packings.ofPack(pack)
    if (known === null) return wrong(`pack ${pack} was never packed`)
    if (known.packing.crop !== crop || known.grams !== grams)
      wrong(`pack ${pack} is ${known.packing.crop} of ${known.grams} g, sold as another`)
    const isHeld = known.packing.lots.some((lot) => {
      const { harvestLots, holds, plotInputs } = book
      const of = harvestLots.of(lot)
      if (of === undefined) return false
      return plotInputs.isHeld(of.subject) || holds.covers(plotInputs, lot, of)
    })
    if (isHeld || book.holds.coversPack(pack)) wrong(`pack ${pack} was sold while it was held`)
  }

  /** `market-order.ended`: once; the customer gets back what the packs cost that they did not get. */
  end({ findings }: MarketBook, index: number, told: Ended): void {
    const wrong = (detail: string) => findings.add('market_wrong', index, detail)
    const { order, outcome, back, missing, refundFen } = told
    const sale = this.#sales.get(order)
    if (sale === undefined) return wrong(`order ${order} was never sold`)
    if (sale.isEnded) wrong(`order ${order} ended before`)
    const notGiven = [...back, ...missing]
    if (new Set(notGiven).size < notGiven.length) wrong(`a pack of order ${order} is told twice`)
    let sum = 0
    for (const pack of notGiven) {
      const cost = sale.fen[pack]
      if (cost === undefined) wrong(`pack ${pack} is not of order ${order}`)
      sum += cost ?? 0
    }
    if (sum !== refundFen) wrong(`order ${order} gives ${refundFen} fen back, ${sum} are due`)
    if (outcome === 'refunded' && notGiven.length < Object.keys(sale.fen).length)
      wrong(`order ${order} is refunded, but not as a whole`)
    for (const pack of back) this.#gone.delete(pack)
    sale.isEnded = true
  }

  toJson() {
    return {
      products: [...this.#products.values()],
      sales: [...this.#sales],
      gone: [...this.#gone],
    }
  }

  load(json: ReturnType<MarketSales['toJson']> | undefined): void {
    this.#products = new Map(json?.products.map((one) => [one.product, one]))
    this.#sales = new Map(json?.sales)
    this.#gone = new Set(json?.gone)
  }
}
