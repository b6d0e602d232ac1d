import { done } from './participation-village.ts'
import { PayingVillage } from './paying-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from './server.ts'

const PRICE_FEN = 60_001
let phones = 500

/** A plot of which people of the city adopt shares, and a provider that takes their money. */
export class AdoptionVillage extends PayingVillage {
  second: TestPerson
  offerId = ''

  private constructor(opened: Awaited<ReturnType<typeof PayingVillage.open>>, second: TestPerson) {
    super(opened)
    this.second = second
  }

  /** With four shares of 10 % each at 600.01 yuan, of which 80 % go back where the harvest fails. */
  static async create(offer: object = {}, contract: object = {}): Promise<AdoptionVillage> {
    const opened = await this.open()
    const second = await addPerson(opened.grown.test, { roles: ['committee'] })
    const village = new AdoptionVillage(opened, second)
    await done(village.publish(contract))
    village.offerId = await village.offered(offer)
    return village
  }

  as(person: TestPerson | null, method: 'GET' | 'POST', url: string, body?: object) {
    return call(this.test, person, method, url, method === 'POST' ? (body ?? {}) : undefined)
  }

  publish(change: object = {}) {
    const contract = { wordsZh: '收成不好，退八成。', failure: 'refund', refundPermille: 800 }
    return this.as(this.grown.committee, 'POST', '/api/adoption-contracts', {
      ...contract,
      ...change,
    })
  }

  propose(change: object = {}, person: TestPerson = this.grown.technician) {
    return this.as(person, 'POST', '/api/adoption-offers', {
      plotId: this.grown.plotId,
      growingSeasonId: this.grown.growingSeasonId,
      kind: 'paddy',
      nameZh: '云上稻田',
      wordsZh: '一季稻，不打药。',
      priceFen: PRICE_FEN,
      shareCount: 4,
      crop: '水稻',
      unit: 'gram',
      part: 'permille',
      partAmount: 100,
      ...change,
    })
  }

  confirm(offerId: string, person: TestPerson = this.grown.committee) {
    return this.as(person, 'POST', `/api/adoption-offers/${offerId}/confirm`)
  }

  async offered(change: object = {}): Promise<string> {
    const { offerId } = await done(this.propose(change))
    await done(this.confirm(offerId))
    return offerId
  }

  readonly url = (path: string) => `/api/villages/${VILLAGE}${path}`

  adoption(offerId = this.offerId) {
    return done(this.as(null, 'GET', this.url(`/adoptions/${offerId}`)))
  }

  /** Somebody of the city who has proved a telephone. */
  async buyer(): Promise<TestPerson> {
    phones += 1
    const phone = `198${String(phones).padStart(8, '0')}`
    const remoteAddress = `10.1.${Math.floor(phones / 200)}.${(phones % 200) + 1}`
    const ask = (path: string, payload: object) =>
      this.test.http.inject({
        method: 'POST',
        url: this.url(`/market${path}`),
        payload,
        remoteAddress,
      })
    await done(ask('/code', { phone }))
    const { code } = this.test.sentCodes.findLast((sent) => sent.phone === phone) ?? { code: '' }
    const answer = await ask('/prove', { phone, code })
    await done(Promise.resolve(answer))
    const cookie = answer.cookies.find(({ name }) => name === 'azalea_customer')?.value ?? ''
    return { cookie: `azalea_customer=${cookie}` } as TestPerson
  }

  adopt(buyer: TestPerson, change: object = {}, offerId = this.offerId) {
    const asked = { name: '王小明', address: null, priceFen: PRICE_FEN, edition: 1, ...change }
    return this.as(buyer, 'POST', this.url(`/adoptions/${offerId}/adopt`), asked)
  }

  own(buyer: TestPerson, number: string) {
    return this.as(buyer, 'GET', this.url(`/market/adoptions/${number}`))
  }

  /** A share of this buyer, paid for; its order's number. */
  async paid(buyer: TestPerson, offerId = this.offerId): Promise<string> {
    const { number } = await done(this.adopt(buyer, {}, offerId))
    await this.pay(buyer, number)
    return number
  }

  async pay(buyer: TestPerson, number: string): Promise<void> {
    await done(this.as(buyer, 'POST', this.url(`/market/orders/${number}/pay`)))
    const { status } = await this.sandbox.pay(await this.paymentOf(number))
    if (status !== 204) throw new Error(`the notification was answered with ${status}`)
  }

  async paymentOf(number: string): Promise<string> {
    const { rows } = await this.test.owner.query(
      `SELECT payment.number FROM market_payment payment JOIN market_order USING (village_id, order_id)
       WHERE market_order.number = $1`,
      [number],
    )
    return rows[0]?.number ?? ''
  }

  async share(number: string): Promise<{ adoptionId: string; shareNo: number; state: string }> {
    const desk = await done(this.as(this.second, 'GET', '/api/adoption-desk'))
    return desk.items
      .flatMap(({ shares }: { shares: { number: string }[] }) => shares)
      .findLast((one: { number: string }) => one.number === number)
  }

  harvest(quantity: number, person: TestPerson = this.grown.technician) {
    const harvest = { quantity, harvestedOn: this.today() }
    return this.as(person, 'POST', `/api/adoption-offers/${this.offerId}/harvests`, harvest)
  }

  deliver(adoptionId: string, quantity: number, person: TestPerson = this.grown.technician) {
    const delivery = { quantity, deliveredOn: this.today() }
    return this.as(person, 'POST', `/api/adoptions/${adoptionId}/deliveries`, delivery)
  }

  settle(outcome: string, nextOfferId: string | null = null, person: TestPerson = this.second) {
    const url = `/api/adoption-offers/${this.offerId}/settle`
    return this.as(person, 'POST', url, { outcome, nextOfferId })
  }

  today() {
    return new Date(this.test.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  }
}
