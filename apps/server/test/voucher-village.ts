import { done } from './participation-village.ts'
import { createScoringVillage } from './scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'
import { buyer, votedBudget } from './shop-village.ts'

/** A voucher of ten yuan costs thirty points. */
export const VALUE_FEN = 1000
export const PRICE_HUNDREDTHS = 3000

const ACCOUNT = { holderName: '村口小店', bankName: '信用社', accountNumber: '6228000011112222' }

/** Two merchants with a person each, and a kind of voucher that both take. */
export class VoucherVillage {
  readonly test: TestServer
  readonly manager: TestPerson
  readonly second: TestPerson
  budgetId = ''
  merchantId = ''
  otherMerchantId = ''
  till: TestPerson
  otherTill: TestPerson
  kindId = ''

  private constructor(test: TestServer, manager: TestPerson, second: TestPerson) {
    this.test = test
    this.manager = manager
    this.second = second
    this.till = manager
    this.otherTill = manager
  }

  static async create(mostFen = 100_000): Promise<VoucherVillage> {
    const test = await createTestServer()
    const { committee: manager, secondMember: second } = await createScoringVillage(test)
    const village = new VoucherVillage(test, manager, second)
    village.budgetId = await votedBudget(test, manager, mostFen)
    village.merchantId = await village.entered('村口小店')
    village.otherMerchantId = await village.entered('镇上药店')
    village.till = await village.bound(village.merchantId)
    village.otherTill = await village.bound(village.otherMerchantId)
    village.kindId = await village.offered()
    return village
  }

  async entered(nameZh: string): Promise<string> {
    const body = { nameZh, nameEn: `${nameZh} shop`, place: '村口' }
    return (await done(this.post(this.manager, '/api/merchants', body))).merchantId
  }

  /** Somebody of the village who takes vouchers for a merchant from now on. */
  async bound(merchantId: string): Promise<TestPerson> {
    const person = await addPerson(this.test)
    const who = { personId: person.personId }
    await done(this.post(this.manager, `/api/merchants/${merchantId}/people`, { who }))
    return person
  }

  accountUrl(merchantId = this.merchantId) {
    return `/api/merchants/${merchantId}/account`
  }

  proposeAccount(change: object = {}, person = this.manager, merchantId = this.merchantId) {
    return this.post(person, this.accountUrl(merchantId), { ...ACCOUNT, ...change })
  }

  confirmAccount(changeId: string, person = this.second) {
    return this.post(person, `${this.accountUrl()}/confirm`, { changeId })
  }

  /** The first merchant as the desk shows it. */
  async merchantShown(person = this.second) {
    const { items } = await done(call(this.test, person, 'GET', '/api/merchants'))
    return items.find(({ merchantId }: { merchantId: string }) => merchantId === this.merchantId)
  }

  proposeKind(change: object = {}, person = this.manager) {
    return this.post(person, '/api/voucher-kinds', {
      nameZh: '十元券',
      nameEn: 'Ten yuan',
      pointsHundredths: PRICE_HUNDREDTHS,
      valueFen: VALUE_FEN,
      inParts: false,
      validDays: 30,
      unspent: 'returned',
      budgetId: this.budgetId,
      merchantIds: [this.merchantId, this.otherMerchantId],
      ...change,
    })
  }

  async offered(change: object = {}): Promise<string> {
    const { voucherKindId } = await done(this.proposeKind(change))
    await done(this.post(this.second, `/api/voucher-kinds/${voucherKindId}/confirm`))
    return voucherKindId
  }

  buyer = (walletHundredths = 10_000) => buyer(this.test, walletHundredths)

  buy(person: TestPerson, voucherKindId = this.kindId) {
    return this.post(person, '/api/vouchers', { voucherKindId })
  }

  vouchersOf(person: TestPerson) {
    return done(call(this.test, person, 'GET', '/api/vouchers'))
  }

  /** Bought, and its code as the buyer's telephone shows it. */
  async bought(person: TestPerson, voucherKindId = this.kindId): Promise<string> {
    const { voucherId } = await done(this.buy(person, voucherKindId))
    const { vouchers } = await this.vouchersOf(person)
    return vouchers.find((one: { voucherId: string }) => one.voucherId === voucherId).code
  }

  look(till: TestPerson, code: string) {
    return call(this.test, till, 'GET', `/api/till/vouchers/${code}`)
  }

  redeem(till: TestPerson, code: string, amountFen = VALUE_FEN, leftFen = VALUE_FEN) {
    return this.post(till, '/api/till/redemptions', { code, amountFen, leftFen })
  }

  tillOf(till: TestPerson, day = '') {
    return call(this.test, till, 'GET', `/api/till${day && `?day=${day}`}`)
  }

  propose(month: string, person = this.manager) {
    return this.post(person, '/api/voucher-settlements', { month })
  }

  confirm(settlementId: string, person = this.second) {
    return this.post(person, `/api/voucher-settlements/${settlementId}/confirm`)
  }

  post(person: TestPerson | null, url: string, body?: object) {
    return call(this.test, person, 'POST', url, body)
  }

  /** How much of the budget is spent and set aside. */
  async budget() {
    const { items } = await done(call(this.test, this.manager, 'GET', '/api/budgets'))
    const { spentFen, heldFen } = items.find(
      (one: { budgetId: string }) => one.budgetId === this.budgetId,
    )
    return { spentFen, heldFen }
  }
}

export { VILLAGE }
