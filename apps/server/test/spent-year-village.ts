import { TreeBuilder } from '@azalea/tlog'
import { Findings } from '../../audit/src/findings.ts'
import type { LogSource } from '../../audit/src/log-source.ts'
import { readEntries } from '../../audit/src/read-entries.ts'
import { hasher } from '../../audit/src/suite.ts'
import { expireVouchers } from '../src/modules/benefits/vouchers/issued/expire-vouchers.ts'
import { countSpending } from '../src/modules/scoring/index.ts'
import { servedLog } from './audited-log.ts'
import {
  adoptedRule,
  answer as answerTurn,
  claim,
  drawTomorrow,
  nextMorning,
  publishedOffer,
  publishLog,
  run,
} from './benefits-village.ts'
import { done } from './participation-village.ts'
import { answer as bankAnswer, type BankLine } from './payment-village.ts'
import { seededRandomness } from './randomness.ts'
import { testSheet } from './scoring-village.ts'
import { addPerson, call, VILLAGE, type TestPerson, type TestServer } from './server.ts'
import {
  fetched,
  giveBack,
  opened,
  SOAP,
  stocked,
  votedBudget,
  type ShopVillage,
} from './shop-village.ts'
import { upload } from './upload.ts'
import { YearEndVillage } from './year-end-village.ts'

/** A bottle of laundry liquid for less than one small deed earns. */
const cheapSheet = () =>
  testSheet((sheet) => ({
    ...sheet,
    goods: sheet.goods.map((good) => (good.ref === SOAP ? { ...good, costHundredths: 20 } : good)),
  }))

/** An entry as it stands in the log. */
export interface LoggedEntry {
  readonly kind: string
  readonly public: Record<string, unknown>
}

/** What is served of a village in which points were used in every way, through the real doors. */
export interface SpentYear {
  readonly source: LogSource
  readonly origin: string
  readonly leaves: readonly string[]
  readonly test: TestServer
  close(): Promise<void>
}

/** A queue with its turns, a shop with a count, vouchers of a month, a year-end share-out that a bank paid in part. */
export async function playSpentYear(): Promise<SpentYear> {
  const village = await YearEndVillage.create(cheapSheet())
  const { test, proposer, high } = village
  const offerId = await claimedOffer(village)
  await playShop(village)
  await playVouchers(village)
  await drawTomorrow(test)
  await done(answerTurn(test, high, offerId, 20_000))
  await done(answerTurn(test, village.low, offerId, 50_000))
  await done(answerTurn(test, village.none, offerId, 30_000))
  await playYearEnd(village)
  await done(call(test, proposer, 'POST', `/api/budgets/${village.budgetId}/close`))
  await nextMorning(test, 8)
  await countSpending({ ...test.server, ...test, randomness: seededRandomness('lots') }, VILLAGE)
  await nextMorning(test, 4)
  await run(test)
  await settleVouchers(village)
  await publishLog(test)
  const source = await servedLog(test.database, VILLAGE, test.clock.now())
  const close = async () => {
    await source.close()
    await test.close()
  }
  return { source, ...(await readLog(source)), test, close }
}

async function claimedOffer({ test, proposer, second, high, low, none }: YearEndVillage) {
  const members = { drafter: proposer, publisher: second }
  const offerId = await publishedOffer(test, members, await adoptedRule(test, members))
  for (const person of [high, low, none]) await done(claim(test, person, offerId, 50_000))
  return offerId
}

async function playShop({ test, proposer, second, high }: YearEndVillage): Promise<void> {
  const leader = await addPerson(test, { roles: ['group_leader'], joined: false })
  const budgetId = await votedBudget(test, proposer, 100_000)
  await done(call(test, proposer, 'POST', '/api/shop/budget', { budgetId }))
  await opened(test, proposer)
  const shop: ShopVillage = { manager: proposer, second, leader, budgetId }
  const lotId = await stocked(test, shop, { quantity: 3 })
  const purchaseId = await fetched(test, shop, high)
  await done(giveBack(test, second, high, purchaseId))
  await fetched(test, shop, high)
  const found = { countedQuantity: 1, why: 'spoiled', words: '搬货时摔破了一瓶' }
  const { moveId } = await done(call(test, leader, 'POST', `/api/shop/lots/${lotId}/count`, found))
  const sign = `/api/shop/stock-moves/${moveId}/sign`
  await done(call(test, second, 'POST', sign, { agrees: true }))
}

const post = ({ test }: YearEndVillage, person: TestPerson, url: string, body?: object) =>
  done(call(test, person, 'POST', url, body))

/** One spent in two parts, and one that nobody spends. */
async function playVouchers(village: YearEndVillage): Promise<void> {
  const { test, proposer, second, high } = village
  const till = await addPerson(test)
  const budgetId = await votedBudget(test, proposer, 5_000)
  const shop = { nameZh: '村口小店', place: '村口' }
  const { merchantId } = await post(village, proposer, '/api/merchants', shop)
  const who = { personId: till.personId }
  await post(village, proposer, `/api/merchants/${merchantId}/people`, { who })
  const { voucherKindId } = await post(village, proposer, '/api/voucher-kinds', {
    nameZh: '五元券',
    pointsHundredths: 2,
    valueFen: 500,
    inParts: true,
    validDays: 10,
    unspent: 'returned',
    budgetId,
    merchantIds: [merchantId],
  })
  await post(village, second, `/api/voucher-kinds/${voucherKindId}/confirm`)
  for (let no = 0; no < 2; no += 1) await post(village, high, '/api/vouchers', { voucherKindId })
  const { vouchers } = await done(call(test, high, 'GET', '/api/vouchers'))
  const { code } = vouchers[0]
  const url = '/api/till/redemptions'
  await post(village, till, url, { code, amountFen: 200, leftFen: 500 })
  await post(village, till, url, { code, amountFen: 300, leftFen: 300 })
  await post(village, second, `/api/voucher-kinds/${voucherKindId}/withdraw`)
}

/** The month after: what was not spent has ended, and the merchant is paid. */
async function settleVouchers(village: YearEndVillage): Promise<void> {
  const { test, proposer, second } = village
  await nextMorning(test, 20)
  await expireVouchers(test.server, VILLAGE)
  const { items } = await done(call(test, second, 'GET', '/api/voucher-settlements'))
  const { month } = items[0]
  const { settlementId } = await post(village, proposer, '/api/voucher-settlements', { month })
  await post(village, second, `/api/voucher-settlements/${settlementId}/confirm`)
}

async function playYearEnd(village: YearEndVillage): Promise<void> {
  const { test, second } = village
  for (const [no, person] of [village.high, village.low].entries()) {
    const account = { holderName: person.name, bankName: '信用社', accountNumber: `622800009${no}` }
    await done(call(test, person, 'POST', '/api/me/payout-account', account))
  }
  const { runIds } = await done(village.confirm(await village.proposed()))
  for (const runId of runIds) await answerRun(test, second, runId)
}

/** The bank has paid all but the last of a run. */
async function answerRun(test: TestServer, cadre: TestPerson, runId: string): Promise<void> {
  const { lines } = await done(call(test, cadre, 'GET', `/api/payment-runs/${runId}`))
  const file = (await call(test, cadre, 'GET', `/api/payment-runs/${runId}/file.csv`)).payload
  const keys = [...file.matchAll(/^\d+,([0-9a-f-]{36}),/gm)].map(([, key]) => key ?? '')
  const answered = lines.map(({ amountFen }: { amountFen: number }, at: number): BankLine => {
    const isLast = at === lines.length - 1
    const key = keys[at] ?? ''
    return [at + 1, key, isLast ? 'failed' : 'paid', amountFen, isLast ? '户名不符' : '']
  })
  const text = Buffer.from(bankAnswer(runId, answered))
  await done(upload(test, cadre, `/api/payment-runs/${runId}/answer`, text))
}

async function readLog(source: LogSource): Promise<Pick<SpentYear, 'origin' | 'leaves'>> {
  const note = new TextDecoder().decode(await source.read('checkpoint'))
  const [origin = '', size] = note.split('\n')
  const leaves: string[] = []
  const tree = new TreeBuilder(hasher)
  for await (const entries of readEntries(source, tree, Number(size), new Findings()))
    leaves.push(...entries.map(({ bytes }) => new TextDecoder().decode(bytes)))
  return { origin, leaves }
}
