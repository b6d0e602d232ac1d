import type { OfferUnit, OrderRule } from '@azalea/scoring/order'
import { runQueues } from '../src/modules/benefits/index.ts'
import { closeDay } from '../src/modules/scoring/index.ts'
import { readCoveringCheckpoint, sequenceAll } from './audited-log.ts'
import { done } from './participation-village.ts'
import { addPerson, call, VILLAGE, type TestPerson, type TestServer } from './server.ts'

const DAY = 86_400_000

/** Tomorrow, 17:00 in China. */
const tomorrow = (test: TestServer) => {
  const day = new Date(test.clock.now().getTime() + DAY).toISOString().slice(0, 10)
  return new Date(`${day}T09:00:00Z`)
}

export const strictRule: OrderRule = {
  schema: 'azalea-order-rule/1',
  precedence: { by: 'honour' },
  ties: ['longer_wait'],
  floorPermille: 0,
  partial: true,
}

export const carried = {
  date: '2026-03-01',
  eligible: 100,
  present: 60,
  for: 55,
  against: 5,
} as const

/** Two members of the committee, of households of their own. */
export interface BenefitsVillage {
  readonly drafter: TestPerson
  readonly publisher: TestPerson
}

export async function createBenefitsVillage(test: TestServer): Promise<BenefitsVillage> {
  return {
    drafter: await addPerson(test, { roles: ['committee'] }),
    publisher: await addPerson(test, { roles: ['committee'] }),
  }
}

let drafted = 0

export async function adoptedRule(
  test: TestServer,
  { drafter, publisher }: BenefitsVillage,
  change: Partial<OrderRule> = {},
  /** In which an amount of the rule is meant. */
  unit: OfferUnit = 'kg',
): Promise<string> {
  const rule = { ...strictRule, ...change }
  drafted += 1
  const draft = { nameZh: `荣誉分在前（${drafted}）`, rule, unit }
  const { orderRuleId } = await done(call(test, drafter, 'POST', '/api/order-rules', draft))
  const adopt = `/api/order-rules/${orderRuleId}/adopt`
  await done(call(test, publisher, 'POST', adopt, { resolution: carried }))
  return orderRuleId
}

/** An offer of greens: 100 kg, at most 50 a household, claimed until tomorrow, unless changed. */
export function greens(
  test: TestServer,
  orderRuleId: string,
  change: Record<string, unknown> = {},
) {
  return {
    kind: 'produce_sale',
    titleZh: '青菜 100 公斤先卖',
    titleEn: '100 kg of greens sold first',
    wordsZh: '合作社到村口收，A 级菜。',
    unit: 'kg',
    supplyQuantity: 100_000,
    mostQuantity: 50_000,
    orderRuleId,
    opensAt: test.clock.now().toISOString(),
    closesAt: tomorrow(test).toISOString(),
    ...change,
  }
}

export async function publishedOffer(
  test: TestServer,
  { drafter, publisher }: BenefitsVillage,
  orderRuleId: string,
  change: Record<string, unknown> = {},
): Promise<string> {
  const body = greens(test, orderRuleId, change)
  const { offerId } = await done(call(test, drafter, 'POST', '/api/offers', body))
  await done(call(test, publisher, 'POST', `/api/offers/${offerId}/publish`))
  return offerId
}

export const claim = (
  test: TestServer,
  person: TestPerson | null,
  offerId: string,
  wantedQuantity: number,
  more: Record<string, unknown> = {},
) =>
  call(test, person, 'POST', `/api/offers/${offerId}/claim`, {
    wantedQuantity,
    leastQuantity: 1000,
    ...more,
  })

export const answer = (
  test: TestServer,
  person: TestPerson | null,
  offerId: string,
  takenQuantity: number,
) => call(test, person, 'POST', `/api/offers/${offerId}/turn`, { takenQuantity })

export const offerOf = (test: TestServer, person: TestPerson, offerId: string) =>
  done(call(test, person, 'GET', `/api/offers/${offerId}`))

export const queueParts = (test: TestServer) => ({
  ...test.server,
  ...test,
  coveringCheckpoint: readCoveringCheckpoint,
})

/** What the clock's job does in this village. */
export const run = (test: TestServer) => runQueues(queueParts(test), VILLAGE)

/** The next morning in the village: yesterday's statement is made. */
export async function nextMorning(test: TestServer, days = 1): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    const next = new Date(test.clock.now().getTime() + DAY).toISOString().slice(0, 10)
    test.clock.set(new Date(`${next}T00:30:00Z`))
    await closeDay(queueParts(test), VILLAGE)
  }
}

/** Publishes the log, so that what was announced has its checkpoint. */
export const publishLog = (test: TestServer) =>
  sequenceAll(test.database, VILLAGE, test.clock.now())

/** Brings the offers of today from their claims to their turns: tomorrow, a minute after the close. */
export async function drawTomorrow(test: TestServer): Promise<void> {
  await nextMorning(test)
  test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:01:00Z`))
  await run(test)
  await publishLog(test)
  await run(test)
}
