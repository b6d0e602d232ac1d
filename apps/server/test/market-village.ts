import { harvested, lotOf, packOf } from './packs-village.ts'
import { done } from './participation-village.ts'
import { PayingVillage } from './paying-village.ts'
import { call, VILLAGE, type TestPerson } from './server.ts'

export interface Buyer {
  readonly phone: string
  readonly cookie: string
}

export interface Packed {
  readonly number: string
  readonly lotNumber: string
  readonly lotId: string
}

let phones = 0

/** A village with packs on sale, hours in which they are fetched, and a provider that takes money. */
export class MarketVillage extends PayingVillage {
  packings: Packed[] = []
  productId = ''
  slotId = ''
  roundSlotId = ''

  /** 500 g of cabbage at 8 yuan; so many packs, half of which keep for a shorter time. */
  static async create(packCount = 20): Promise<MarketVillage> {
    const opened = await this.open()
    const { grown } = opened
    const village = new MarketVillage(opened)
    const harvestId = await harvested(grown)
    for (const [at, bestBefore] of ['2026-03-12', '2026-03-07'].entries()) {
      const lot = await lotOf(grown, harvestId, 50_000)
      const count = at === 0 ? packCount - Math.floor(packCount / 2) : Math.floor(packCount / 2)
      const grams = count * 500
      const packed = await done(
        packOf(grown, [{ lotId: lot.lotId, grams }], {
          packs: [{ grams: 500, count }],
          lossGrams: 0,
          lossBecause: null,
          bestBefore,
        }),
      )
      village.packings.push({ number: packed.number, lotNumber: lot.number, lotId: lot.lotId })
    }
    village.productId = await village.offered()
    const point = { kind: 'pick_up', name: '城西菜市场', place: '城西路 1 号' }
    const { pointId } = await done(village.desk('/api/market/points', point))
    village.slotId = await village.slot(pointId)
    const round = { kind: 'delivery', name: '城西线', place: '城西三个小区' }
    const { pointId: roundId } = await done(village.desk('/api/market/points', round))
    village.roundSlotId = await village.slot(roundId)
    return village
  }

  get keeper(): TestPerson {
    return this.grown.committee
  }

  desk(url: string, body: object = {}, person: TestPerson = this.grown.committee) {
    return call(this.test, person, 'POST', url, body)
  }

  propose(change: object = {}, person: TestPerson = this.grown.technician) {
    const product = {
      nameZh: '小白菜',
      nameEn: 'Pak choi',
      crop: '白菜',
      netGrams: 500,
      priceFen: 800,
    }
    return this.desk('/api/market/products', { ...product, ...change }, person)
  }

  async offered(change: object = {}): Promise<string> {
    const { productId } = await done(this.propose(change))
    await done(this.desk(`/api/market/products/${productId}/confirm`))
    return productId
  }

  /** Hours of 6 March, orders until the evening before. */
  async slot(pointId: string, change: object = {}): Promise<string> {
    const slot = {
      pointId,
      ordersUntil: '2026-03-05T12:00:00Z',
      startsAt: '2026-03-06T08:00:00Z',
      endsAt: '2026-03-06T10:00:00Z',
      capacity: 100,
      ...change,
    }
    return (await done(this.desk('/api/market/slots', slot))).slotId
  }

  readonly url = (path: string) => `/api/villages/${VILLAGE}/market${path}`

  market() {
    return done(call(this.test, null, 'GET', this.url('')))
  }

  /** Somebody of the city, from an address of their own, who has proved a telephone. */
  async buyer(): Promise<Buyer> {
    phones += 1
    const phone = `198${String(phones).padStart(8, '0')}`
    const remoteAddress = `10.0.${Math.floor(phones / 200)}.${(phones % 200) + 1}`
    const ask = (path: string, payload: object) =>
      this.test.http.inject({ method: 'POST', url: this.url(path), payload, remoteAddress })
    await done(ask('/code', { phone }))
    const { code } = this.test.sentCodes.findLast((sent) => sent.phone === phone) ?? { code: '' }
    const answer = await ask('/prove', { phone, code })
    await done(Promise.resolve(answer))
    const cookie = answer.cookies.find(({ name }) => name === 'azalea_customer')?.value ?? ''
    return { phone, cookie: `azalea_customer=${cookie}` }
  }

  as(buyer: Buyer, method: 'GET' | 'POST', path: string, body?: object) {
    const person = { cookie: buyer.cookie } as TestPerson
    return call(
      this.test,
      person,
      method,
      this.url(path),
      method === 'POST' ? (body ?? {}) : undefined,
    )
  }

  place(buyer: Buyer, count = 2, change: object = {}) {
    const order = {
      items: [{ productId: this.productId, count }],
      slotId: this.slotId,
      name: '王小明',
      address: null,
      totalFen: count * 800,
      ...change,
    }
    return this.as(buyer, 'POST', '/orders', order)
  }

  order(buyer: Buyer, number: string) {
    return done(this.as(buyer, 'GET', `/orders/${number}`))
  }

  /** Ordered, and the provider's page opened. */
  async asked(buyer: Buyer, count = 2, change: object = {}): Promise<string> {
    const { number } = await done(this.place(buyer, count, change))
    await done(this.as(buyer, 'POST', `/orders/${number}/pay`))
    return number
  }

  async paid(buyer: Buyer, count = 2, change: object = {}): Promise<string> {
    const number = await this.asked(buyer, count, change)
    const { status } = await this.sandbox.pay(await this.paymentOf(number))
    if (status !== 204) throw new Error(`the notification was answered with ${status}`)
    return number
  }

  async paymentOf(number: string): Promise<string> {
    const { rows } = await this.test.owner.query(
      `SELECT payment.number FROM market_payment payment JOIN market_order USING (village_id, order_id)
       WHERE market_order.number = $1`,
      [number],
    )
    return rows[0]?.number ?? ''
  }

  async refundsOf(number: string): Promise<readonly string[]> {
    const { rows } = await this.test.owner.query(
      `SELECT refund.number FROM market_refund refund JOIN market_order USING (village_id, order_id)
       WHERE market_order.number = $1 ORDER BY refund.opened_at`,
      [number],
    )
    return rows.map((row: { number: string }) => row.number)
  }
}
