import { addCivilDays } from '@azalea/text'
import {
  bindMerchantPerson,
  confirmMerchantAccount,
  confirmSettlement,
  confirmVoucherKind,
  enterMerchant,
  expireVouchers,
  issueVoucher,
  proposeMerchantAccount,
  proposeSettlement,
  proposeVoucherKind,
  readVouchers,
  redeemVoucher,
} from '../modules/benefits/index.ts'
import { openBudget, readRun, signPayments } from '../modules/money/index.ts'
import type { Actor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Demonstration } from './demonstration.ts'
import { lastDayNo } from './play-activities.ts'
import { SeededChance } from './random.ts'
import { atHour, minutesLater, schedule, type Player, type Stage } from './stage.ts'
import {
  ELSEWHERE,
  merchants,
  merchantNames,
  voucherKinds,
  voucherNames,
  type MerchantName,
  soonOver,
  type VoucherName,
} from './voucher-plan.ts'

const CHANCE_SEED = 13
const ENTERED_ON_DAY = 14
const FIRST_SALE_DAY = 25
const SALE_EVERY_DAYS = 7
const BUYERS_A_SALE = 6
/** At the first sales one buyer lets the voucher run out. */
const SALES_WITH_FORGOTTEN = 6
const MOST_FEN = 200_000
const MOST_PAYMENTS = 100

interface Till {
  readonly merchantId: string
  readonly actor: Actor
}

interface Book {
  readonly chance: SeededChance
  /** By name, once they are entered. */
  readonly tills: Map<MerchantName, Till>
  readonly kindIds: Map<VoucherName, string>
}

/**
 * Vouchers that three merchants take: entered, voted and offered by two; households buy some every
 * week, most are spent, a few run out, and each month that is over is settled and paid.
 */
export function playVouchers(
  stage: Stage,
  people: Demonstration['merchants'],
  visitor: Player | undefined,
): void {
  const book: Book = {
    chance: new SeededChance(CHANCE_SEED),
    tills: new Map(),
    kindIds: new Map(),
  }
  const last = lastDayNo(stage)
  schedule(stage, atHour(stage, ENTERED_ON_DAY, 10.4), () => enterMerchants(stage, book, people))
  playKinds(stage, book)
  for (let day = FIRST_SALE_DAY; day <= last; day += SALE_EVERY_DAYS) playSale(stage, book, day)
  for (let day = FIRST_SALE_DAY; day <= last; day++) playMonth(stage, day)
  if (visitor === undefined) return
  // What a visitor can show, and another as the merchant can take.
  schedule(stage, atHour(stage, last - 1, 19.9), async () => {
    await buy(stage, 'season-voucher-visitor', visitor, book.kindIds.get('five') ?? '')
  })
}

async function enterMerchants(
  { doors, cast, villageId }: Stage,
  { tills }: Book,
  people: Demonstration['merchants'],
): Promise<void> {
  const { proposer, second } = officersOf(cast)
  const { actor: keeper } = proposer
  for (const name of merchantNames) {
    const { nameZh, nameEn, place, account } = merchants[name]
    const key = `season-merchant-${name}`
    const { merchantId } = await enterMerchant(doors, keeper, key, { nameZh, nameEn, place })
    const villager = name === 'pharmacy' ? undefined : cast.byPhone.get(people[name].phone)
    const who = villager === undefined ? ELSEWHERE : { personId: villager.actor.personId }
    const binding = { merchantId, who }
    const { personId } = await bindMerchantPerson(doors, keeper, `${key}-person`, binding)
    const roles = new Set(['merchant' as const])
    const outsider = { villageId, personId, householdId: null, roles, leadsGroupNo: null }
    tills.set(name, { merchantId, actor: villager?.actor ?? outsider })
    if (account === null) continue
    const change = { merchantId, account }
    const { changeId } = await proposeMerchantAccount(doors, keeper, `${key}-account`, change)
    const confirmed = { merchantId, changeId }
    await confirmMerchantAccount(doors, second.actor, `${key}-account-confirm`, confirmed)
  }
}

function playKinds(stage: Stage, { tills, kindIds }: Book): void {
  const { doors, cast, firstDay } = stage
  const { proposer, second } = officersOf(cast)
  schedule(stage, atHour(stage, ENTERED_ON_DAY + 1, 10.4), async () => {
    const date = addCivilDays(firstDay, ENTERED_ON_DAY)
    const vote = { date, eligible: 520, present: 397, for: 374, against: 8 }
    const { budgetId } = await openBudget(doors, proposer.actor, 'season-voucher-budget', {
      nameZh: '消费券',
      nameEn: 'Vouchers',
      mostFen: MOST_FEN,
      resolution: { number: '村决〔2026〕4 号', what: '消费券一年最多两千元', ...vote },
    })
    for (const name of voucherNames) {
      const { takers, ...terms } = voucherKinds[name]
      const merchantIds = takers.map((taker) => tillOf(tills, taker).merchantId)
      const key = `season-voucher-kind-${name}`
      const kind = { ...terms, budgetId, merchantIds }
      const { voucherKindId } = await proposeVoucherKind(doors, proposer.actor, key, kind)
      kindIds.set(name, voucherKindId)
    }
  })
  schedule(stage, atHour(stage, ENTERED_ON_DAY + 2, 10.4), async () => {
    for (const [name, voucherKindId] of kindIds) {
      const key = `season-voucher-kind-${name}-confirm`
      await confirmVoucherKind(doors, second.actor, key, { voucherKindId })
    }
  })
}

interface Bought {
  readonly key: string
  readonly buyer: Player
  readonly name: VoucherName
  readonly voucherId: string
}

/** An evening on which some households buy a voucher; what is spent is spent within its days. */
function playSale(stage: Stage, { chance, tills, kindIds }: Book, day: number): void {
  const saleNo = (day - FIRST_SALE_DAY) / SALE_EVERY_DAYS
  const buyers = chance.shuffled(stage.cast.villagers).slice(0, BUYERS_A_SALE)
  for (const [no, buyer] of buyers.entries()) {
    const key = `season-voucher-${day}-${no}`
    const isForgotten = no === 0 && saleNo < SALES_WITH_FORGOTTEN
    const name = chance.pick(isForgotten ? soonOver : voucherNames)
    const { takers, spending, validDays } = voucherKinds[name]
    const spends = isForgotten ? [] : spending
    const days = spends.map((_, at) => day + chance.whole(1, 6) + at * 7)
    const where = spends.map(() => chance.shuffled(takers))
    schedule(stage, atHour(stage, day, 19 + no / 10), async () => {
      const voucherKindId = kindIds.get(name) ?? ''
      const voucherId = await buy(stage, key, buyer, voucherKindId)
      if (voucherId === null) return
      const bought = { key, buyer, name, voucherId }
      for (const [at, spentOn] of days.entries())
        schedule(stage, atHour(stage, spentOn, 9.3 + no), () =>
          spend(stage, bought, at, takersFor(tills, where[at] ?? [], buyer)),
        )
      const night = atHour(stage, day + validDays + 1, 0.3)
      schedule(stage, minutesLater(night, no), () => expireVouchers(stage.doors, stage.villageId))
    })
  }
}

/** Null where the household has too few points, as happens. */
async function buy(
  { doors }: Stage,
  key: string,
  buyer: Player,
  voucherKindId: string,
): Promise<string | null> {
  try {
    return (await issueVoucher(doors, buyer.actor, key, { voucherKindId })).voucherId
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The buyer shows the code on a telephone, the merchant takes it. */
async function spend(
  { doors }: Stage,
  { key, buyer, name, voucherId }: Bought,
  at: number,
  [till]: readonly Till[],
): Promise<void> {
  const { vouchers } = await readVouchers(doors, buyer.actor, 'zh')
  const code = vouchers.find((one) => one.voucherId === voucherId)?.code ?? null
  const { valueFen, spending } = voucherKinds[name]
  // An earlier load, cut off, may have spent it: then there is no code any more.
  if (code === null || till === undefined) return
  const before = spending.slice(0, at).reduce((sum, fen) => sum + fen, 0)
  const input = { code, amountFen: spending[at] ?? 0, leftFen: valueFen - before }
  await redeemVoucher(doors, till.actor, `${key}-spend-${at}`, input)
}

/** On a month's first day the month before is proposed for payment; the next day a supervisor confirms. */
function playMonth(stage: Stage, day: number): void {
  const { doors, cast, firstDay } = stage
  const date = addCivilDays(firstDay, day)
  if (!date.endsWith('-01')) return
  const month = addCivilDays(date, -1).slice(0, 'YYYY-MM'.length)
  const key = `season-voucher-month-${month}`
  const { proposer, supervisor } = officersOf(cast)
  schedule(stage, atHour(stage, day, 10.4), async () => {
    const settlementId = await propose(stage, key, proposer, month)
    if (settlementId === null) return
    schedule(stage, atHour(stage, day + 1, 10.4), async () => {
      const input = { settlementId }
      const settled = await confirmSettlement(doors, supervisor.actor, `${key}-confirm`, input)
      schedule(stage, atHour(stage, day + 3, 16.4), () => pay(stage, key, settled.runIds))
    })
  })
}

/** Null where nothing was spent in that month. */
async function propose({ doors }: Stage, key: string, { actor }: Player, month: string) {
  try {
    return (await proposeSettlement(doors, actor, key, { month })).settlementId
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Merchants without an account come for their cash and sign. */
async function pay({ doors, cast }: Stage, key: string, runIds: readonly string[]) {
  const { actor } = officersOf(cast).second
  for (const runId of runIds) {
    const { means, lines } = await readRun(doors, actor, runId, { limit: MOST_PAYMENTS }, 'zh')
    if (means !== 'cash') continue
    const nos = lines.filter(({ isOwn }) => !isOwn).map(({ no }) => no)
    await signPayments(doors, actor, `${key}-sign`, { runId, nos })
  }
}

/** Nobody takes a voucher of their own household. */
function takersFor(
  tills: Book['tills'],
  names: readonly MerchantName[],
  { householdId }: Player,
): Till[] {
  return names
    .map((name) => tillOf(tills, name))
    .filter(({ actor }) => actor.householdId !== householdId)
}

function tillOf(tills: Book['tills'], name: MerchantName): Till {
  const till = tills.get(name)
  if (till === undefined) throw new Error(`${name} is not entered yet`)
  return till
}

/** One of the committee who proposes, another of another household, and a supervisor. */
function officersOf({ committee, supervisors }: Stage['cast']) {
  const [proposer] = committee
  const second = committee.find(({ householdId }) => householdId !== proposer?.householdId)
  const [supervisor] = supervisors
  if (proposer === undefined || second === undefined || supervisor === undefined)
    throw new Error('nobody to answer for vouchers')
  return { proposer, second, supervisor }
}
