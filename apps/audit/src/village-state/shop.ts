import type { LeafOfKind } from '@azalea/records'
import { addCivilDays, mondayOf } from '@azalea/text'
import type { Findings } from '../findings.ts'
import type { Accounts } from './accounts.ts'
import { Once } from './once.ts'
import type { Tally } from './tally.ts'

interface ShopBook {
  readonly findings: Findings
  readonly tally: Pick<Tally, 'fetched' | 'givenBack'>
  readonly accounts: Accounts
}

type State = 'reserved' | 'fetched'

/** No sheet lets goods be given back later than this. */
const RETURNED_WITHIN_DAYS = 62
/** Who counts a week twice months later is not found out by this. */
const WEEKS_REMEMBERED_DAYS = 60

/** What a stranger can say of the stock: each purchase is a piece or more, of a good that is sealed. */
export interface Stock {
  readonly lots: number
  /** That came in, as counts corrected them. */
  readonly pieces: number
  /** Reserved, or fetched and kept. */
  readonly purchases: number
}

declare module '../findings.ts' {
  interface OwnFindings {
    shop_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly shop: Shop
  }
}

/**
 * What was reserved, fetched and given back, in that order and each once, and never more than came in;
 * and what a week came to.
 */
export class Shop {
  readonly #purchases = new Map<string, { state: State; day: string }>()
  readonly #lots = new Map<string, number>()
  readonly #weeks = new Once(WEEKS_REMEMBERED_DAYS)
  /** Purchases that hold pieces, also those fetched long ago. */
  #holding = 0

  /** `shop.reserved`. */
  reserve(village: ShopBook, index: number, day: string, purchase: string): void {
    if (this.#purchases.has(purchase)) wrong(village, index, `${purchase} was reserved before`)
    else this.#holding += 1
    this.#purchases.set(purchase, { state: 'reserved', day })
    this.#expectPieces(village, index)
  }

  /** `shop.reservation-ended`. */
  end(village: ShopBook, index: number, purchase: string): void {
    if (!this.#expect(village, index, purchase, 'reserved')) return
    this.#purchases.delete(purchase)
    this.#holding -= 1
  }

  /** `shop.redeemed`. */
  redeem(village: ShopBook, index: number, day: string, purchase: string): void {
    if (!this.#expect(village, index, purchase, 'reserved')) return
    this.#purchases.set(purchase, { state: 'fetched', day })
    village.tally.fetched += 1
  }

  /** `shop.returned`: once, and of several pieces perhaps not all. */
  giveBack(village: ShopBook, index: number, purchase: string): void {
    if (!this.#expect(village, index, purchase, 'fetched')) return
    this.#purchases.delete(purchase)
    this.#holding -= 1
    village.tally.givenBack += 1
  }

  #expect(village: ShopBook, index: number, purchase: string, state: State): boolean {
    const isSo = this.#purchases.get(purchase)?.state === state
    if (!isSo) wrong(village, index, `no purchase ${purchase} is ${state}`)
    return isSo
  }

  #expectPieces(village: ShopBook, index: number): void {
    const { pieces, purchases } = this.stock()
    if (purchases > pieces) wrong(village, index, `pieces: ${pieces}, purchases: ${purchases}`)
  }

  stock(): Stock {
    const pieces = [...this.#lots.values()].reduce((sum, one) => sum + one, 0)
    return { lots: this.#lots.size, pieces, purchases: this.#holding }
  }

  /** `shop.lot-entered`. */
  enterLot(village: ShopBook, index: number, told: LeafOfKind<'shop.lot-entered'>['public']): void {
    if (this.#lots.has(told.lot)) wrong(village, index, `lot ${told.lot} came in before`)
    this.#lots.set(told.lot, told.quantity)
  }

  /** `shop.stock-corrected`. */
  correct(
    village: ShopBook,
    index: number,
    told: LeafOfKind<'shop.stock-corrected'>['public'],
  ): void {
    const known = this.#lots.get(told.lot)
    if (known === undefined) return wrong(village, index, `no lot ${told.lot} came in`)
    const quantity = known + told.quantity
    this.#lots.set(told.lot, quantity)
    if (quantity < 0) wrong(village, index, `lot ${told.lot} would have ${quantity}`)
    else if (told.quantity < 0) this.#expectPieces(village, index)
  }

  /** `wallet.counted`: one sum for a household and week, once the week is over. */
  count(
    village: ShopBook,
    index: number,
    { at, public: { household, week, spentHundredths } }: LeafOfKind<'wallet.counted'>,
  ): void {
    const say = (detail: string) => village.findings.add('wallet_wrong', index, detail)
    if (mondayOf(week) !== week) say(`${week} begins no week`)
    else if (at < addCivilDays(week, 7)) say(`the week of ${week} was not over`)
    if (!this.#weeks.add(`${household} ${week}`, week))
      say(`household ${household}: the week of ${week} is counted already`)
    village.accounts.take(at, { kind: 'spent', household, pointsHundredths: spentHundredths })
  }

  prune(today: string): void {
    this.#weeks.prune(today)
    const before = addCivilDays(today, -RETURNED_WITHIN_DAYS)
    for (const [purchase, { state, day }] of this.#purchases)
      if (state === 'fetched' && day < before) this.#purchases.delete(purchase)
  }

  toJson() {
    return {
      purchases: [...this.#purchases],
      lots: [...this.#lots],
      holding: this.#holding,
      weeks: this.#weeks.toJson(),
    }
  }

  load(json: ReturnType<Shop['toJson']> | undefined): void {
    if (json === undefined) return
    for (const [purchase, known] of json.purchases) this.#purchases.set(purchase, known)
    for (const [lot, quantity] of json.lots) this.#lots.set(lot, quantity)
    this.#holding = json.holding
    this.#weeks.load(json.weeks)
  }
}

function wrong({ findings }: ShopBook, index: number, detail: string): void {
  findings.add('shop_wrong', index, detail)
}
