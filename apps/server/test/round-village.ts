import type { RoundTables } from '../src/modules/produce/rounds/tables.ts'
import { giveSlots } from '../src/modules/produce/rounds/index.ts'
import {
  adoptedRule,
  answer,
  claim,
  createBenefitsVillage,
  drawTomorrow,
} from './benefits-village.ts'
import { createGrownVillage, photoOf, type GrownVillage } from './inputs-village.ts'
import { claimPlotOf, drawnPlots } from './land-village.ts'
import { done } from './participation-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from './server.ts'
import { votedBudget } from './shop-village.ts'

const HOUR = 3_600_000

/** Somebody with a plot whose cabbages are harvested on the day of the round. */
export interface Seller {
  readonly person: TestPerson
  readonly plotId: string
  readonly harvestId: string
}

/** A village whose company buys cabbages: 100 kg of three growers, weighed the day after tomorrow. */
export class RoundVillage {
  readonly village: GrownVillage
  readonly weigher: TestPerson
  readonly drafter: TestPerson
  readonly publisher: TestPerson
  readonly orderRuleId: string
  readonly budgetId: string
  readonly sellers: Seller[] = []
  roundId = ''
  scaleId = ''

  private constructor(
    village: GrownVillage,
    who: { readonly drafter: TestPerson; readonly publisher: TestPerson },
    terms: { readonly orderRuleId: string; readonly budgetId: string },
  ) {
    this.village = village
    this.weigher = village.technician
    this.drafter = who.drafter
    this.publisher = who.publisher
    this.orderRuleId = terms.orderRuleId
    this.budgetId = terms.budgetId
  }

  get test() {
    return this.village.test
  }

  /** With growers who have their times, and the clock where weighing begins; the scale is checked. */
  static async weighing(
    growers = 3,
    change: Record<string, unknown> = {},
    prepare: (it: RoundVillage) => Promise<unknown> = async () => undefined,
  ): Promise<RoundVillage> {
    const it = await RoundVillage.create()
    await prepare(it)
    await it.opened(change)
    await it.publish()
    for (let no = 1; no <= growers; no += 1) await it.addSeller(no)
    for (const { person } of it.sellers) await done(claim(it.test, person, it.roundId, 30_000))
    await drawTomorrow(it.test)
    for (const { person } of it.sellers) await done(answer(it.test, person, it.roundId, 30_000))
    await it.giveSlots()
    it.test.clock.set(it.beginsAt)
    for (const one of it.sellers) await it.declare(one)
    it.scaleId = await it.entered()
    await done(it.check(20_000))
    return it
  }

  static async create(): Promise<RoundVillage> {
    const village = await createGrownVillage()
    const who = await createBenefitsVillage(village.test)
    await addPerson(village.test, { roles: ['committee'] })
    const orderRuleId = await adoptedRule(village.test, who)
    const budgetId = await votedBudget(village.test, who.drafter, 10_000_000)
    return new RoundVillage(village, who, { orderRuleId, budgetId })
  }

  beginsAt = new Date(0)

  terms(change: Record<string, unknown> = {}) {
    const now = this.test.clock.now()
    const closes = new Date(
      `${new Date(now.getTime() + 24 * HOUR).toISOString().slice(0, 10)}T09:00:00Z`,
    )
    const beginsAt = new Date(closes.getTime() + 16 * HOUR)
    return {
      titleZh: '收白菜 100 公斤',
      titleEn: '100 kg of cabbage',
      wordsZh: '合作社到村口收，装筐来。',
      crop: '白菜',
      priceUnit: 'jin',
      grades: [
        { grade: 'first', fen: 180 },
        { grade: 'second', fen: 121 },
      ],
      deductions: [
        { nameZh: '合作社', nameEn: 'Cooperative', permille: 20 },
        { nameZh: '筐', nameEn: 'Basket', fenEach: 50 },
      ],
      wantedGrams: 100_000,
      mostGrams: 50_000,
      collectionPoint: '村口磅房',
      orderRuleId: this.orderRuleId,
      budgetId: this.budgetId,
      opensAt: now.toISOString(),
      closesAt: closes.toISOString(),
      beginsAt: beginsAt.toISOString(),
      endsAt: new Date(beginsAt.getTime() + 4 * HOUR).toISOString(),
      minutesEach: 10,
      ...change,
    }
  }

  open(change: Record<string, unknown> = {}, person: TestPerson = this.drafter) {
    return call(this.test, person, 'POST', '/api/rounds', this.terms(change))
  }

  async opened(change: Record<string, unknown> = {}): Promise<string> {
    this.beginsAt = new Date(this.terms().beginsAt)
    this.roundId = (await done(this.open(change))).roundId
    return this.roundId
  }

  publish() {
    return done(call(this.test, this.publisher, 'POST', `/api/offers/${this.roundId}/publish`))
  }

  async addSeller(no: number): Promise<Seller> {
    const { test, committee, growingSeasonId } = this.village
    const person = await addPerson(test)
    const [plotId = ''] = await drawnPlots(test, committee, [`乙${no}`], no)
    await done(claimPlotOf(test, person, plotId, growingSeasonId))
    const seller = { person, plotId, harvestId: '' }
    this.sellers.push(seller)
    return seller
  }

  async declare(seller: Seller): Promise<void> {
    const at = this.sellers.indexOf(seller)
    const on = this.beginsAt.toISOString().slice(0, 10)
    const body = { on, crop: '白菜', expectedGrams: 40_000 }
    const url = `/api/plots/${seller.plotId}/harvests`
    const { harvestId } = await done(call(this.test, seller.person, 'POST', url, body))
    this.sellers[at] = { ...seller, harvestId }
  }

  giveSlots = () => giveSlots({ ...this.test.server, ...this.test }, VILLAGE)

  async entered(speaks: RoundTables['scale']['speaks'] = 'bluetooth'): Promise<string> {
    const body = { name: `秤${this.test.server.newId().slice(-6)}`, speaks, toleranceGrams: 20 }
    return (await done(call(this.test, this.drafter, 'POST', '/api/scales', body))).scaleId
  }

  check(readGrams: number, scaleId = this.scaleId) {
    const body = { testGrams: 20_000, readGrams }
    return call(this.test, this.weigher, 'POST', `/api/scales/${scaleId}/checks`, body)
  }

  async weigh(
    seller: number,
    change: Record<string, unknown> = {},
    { by = this.weigher, key }: { readonly by?: TestPerson; readonly key?: string } = {},
  ) {
    const body = {
      harvestId: this.sellers[seller]?.harvestId,
      scaleId: this.scaleId,
      weighedHow: 'bluetooth',
      grade: 'first',
      grossGrams: 21_000,
      tareGrams: 1_000,
      photoFileId: await photoOf(this.test, by),
      outcome: 'accepted',
      ...change,
    }
    const url = `/api/rounds/${this.roundId}/weigh-ins`
    return call(this.test, by, 'POST', url, body, key === undefined ? {} : { key })
  }

  dispute(weighInId: string, person: TestPerson) {
    const url = `/api/weigh-ins/${weighInId}/dispute`
    return call(this.test, person, 'POST', url, { words: '我的菜不止这点。' })
  }

  decide(weighInId: string, outcome: 'upheld' | 'dismissed', person: TestPerson = this.drafter) {
    const url = `/api/weigh-ins/${weighInId}/decide`
    return call(this.test, person, 'POST', url, { outcome, reasons: '看了照片。' })
  }

  close(person: TestPerson = this.drafter) {
    return call(this.test, person, 'POST', `/api/rounds/${this.roundId}/close`)
  }

  async afterHours(): Promise<void> {
    this.test.clock.set(new Date(this.beginsAt.getTime() + 5 * HOUR))
  }

  propose(person: TestPerson = this.drafter) {
    return call(this.test, person, 'POST', `/api/rounds/${this.roundId}/settlements`)
  }

  confirm(settlementId: string, person: TestPerson = this.publisher) {
    return call(this.test, person, 'POST', `/api/round-settlements/${settlementId}/confirm`)
  }

  roundOf(person: TestPerson) {
    return done(call(this.test, person, 'GET', `/api/rounds/${this.roundId}`))
  }
}
